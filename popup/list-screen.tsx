/** The accounts with their codes. A click on one copies its code; Fill types it into the page. */
import type { UnlockedHome } from '../src/app/home';
import { Countdown } from '../src/ui/countdown';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountRow } from './account-row';
import { turnTo } from './state';

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
      {home.protection === 'device' && <DeviceMark isReadOnly={home.isReadOnly} />}
      {home.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <Notice notice={notice.value} />
      <ul class="list" aria-label={t('accountsTitle')}>
        {home.accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            isPeriodShown={periods.length > 1}
            isReadOnly={home.isReadOnly}
          />
        ))}
      </ul>
    </main>
  );
}

/** Stands there as long as no passphrase protects the accounts. */
function DeviceMark({ isReadOnly }: { readonly isReadOnly: boolean }) {
  return (
    <div class="device-mark" data-show="device-mark">
      <p class="small">{t('deviceMark')}</p>
      {!isReadOnly && (
        <button type="button" class="button small" data-do="protect" onClick={() => turnTo({ name: 'protect' })}>
          {t('protectShort')}
        </button>
      )}
    </div>
  );
}
