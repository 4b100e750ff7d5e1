/** The accounts with their codes. A click on one copies its code; Fill types it into the page. */
import type { UnlockedHome } from '../src/app/home';
import { Notice } from '../src/ui/notice';
import { t } from '../src/ui/text';
import { AccountRow } from './account-row';
import { Countdown } from './countdown';
import { notice } from './state';

export function ListScreen({ home }: { readonly home: UnlockedHome }) {
  const periods = [
    ...new Set(home.accounts.flatMap((account) => (account.type === 'hotp' ? [] : [account.periodSeconds]))),
  ];
  return (
    <main class="list-screen" data-screen="list">
      <div class="list-head">
        <h1 class="list-title">{t('accountsTitle')}</h1>
        <div class="periods">
          {periods.map((periodSeconds) => (
            <span key={periodSeconds} class="period">
              {periods.length > 1 && <span class="soft small">{t('periodCodes', String(periodSeconds))}</span>}
              <Countdown periodSeconds={periodSeconds} />
            </span>
          ))}
        </div>
      </div>
      {home.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <Notice notice={notice.value} />
      <ul class="list" aria-label={t('accountsTitle')}>
        {home.accounts.map((account) => (
          <AccountRow key={account.id} account={account} isPeriodShown={periods.length > 1} />
        ))}
      </ul>
    </main>
  );
}
