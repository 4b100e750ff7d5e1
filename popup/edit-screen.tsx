/** One account of the list, to be changed. */
import type { Account } from '../src/app/account';
import type { StoredGroup } from '../src/app/home';
import { EditAccount } from '../src/ui/edit-account';
import { t } from '../src/ui/text';
import { endTask, turnTo } from './state';

interface Props {
  readonly account: Account;
  readonly groups: readonly StoredGroup[];
}

export function EditScreen({ account, groups }: Props) {
  return (
    <main class="screen" data-screen="edit">
      <h1>{t('editTitle')}</h1>
      <EditAccount
        account={account}
        groups={groups}
        onEnd={() => endTask()}
        onShow={() => turnTo({ name: 'show', id: account.id })}
      />
    </main>
  );
}
