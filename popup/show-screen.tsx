/** One account of the list, for another device. */
import type { Account } from '../src/app/account';
import type { UnlockedHome } from '../src/app/home';
import { ShowAccount } from '../src/ui/show-account';
import { t } from '../src/ui/text';
import { turnTo } from './state';

export function ShowScreen({ now, account }: { readonly now: UnlockedHome; readonly account: Account }) {
  return (
    <main class="screen" data-screen="show">
      <h1>{t('showAccount')}</h1>
      <ShowAccount now={now} account={account} onEnd={() => turnTo({ name: 'edit', id: account.id })} />
    </main>
  );
}
