/** One account of the list, to be changed. */
import type { Account } from '../src/app/account';
import { EditAccount } from '../src/ui/edit-account';
import { t } from '../src/ui/text';
import { endTask } from './state';

export function EditScreen({ account }: { readonly account: Account }) {
  return (
    <main class="screen" data-screen="edit">
      <h1>{t('editTitle')}</h1>
      <EditAccount account={account} onEnd={() => endTask()} />
    </main>
  );
}
