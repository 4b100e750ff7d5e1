/** The accounts with their codes. A click on one copies its code; Fill types it into the page. */
import { useLayoutEffect } from 'preact/hooks';
import type { UnlockedHome } from '../src/app/home';
import { Countdown } from '../src/ui/countdown';
import { NewsLine } from '../src/ui/news-line';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountRow } from './account-row';
import { BackupLine } from './backup-line';
import { returnToPlace, turnTo } from './state';

export function ListScreen({ home }: { readonly home: UnlockedHome }) {
  const periods = [
    ...new Set(home.accounts.flatMap((account) => (account.type === 'hotp' ? [] : [account.periodSeconds]))),
  ];
  useLayoutEffect(returnToPlace, []);
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
      <NewsLine now={home} />
      <BackupLine now={home} />
      {home.protection === 'device' && <DeviceMark isReadOnly={home.isReadOnly} />}
      {home.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <div class="said" aria-live="polite">
        <Notice notice={notice.value} />
      </div>
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
    <p class="device-mark small" data-show="device-mark">
      {t('deviceMark')}{' '}
      {!isReadOnly && (
        <button type="button" class="inline" data-do="protect" onClick={() => turnTo({ name: 'protect' })}>
          {t('protectShort')}
        </button>
      )}
    </p>
  );
}
