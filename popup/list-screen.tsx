/** The accounts with their codes, those of the page in front first. A click on one copies its code; Fill types it in. */
import { useLayoutEffect } from 'preact/hooks';
import type { Account } from '../src/app/account';
import type { UnlockedHome } from '../src/app/home';
import { siteFinder } from '../src/app/sites';
import { Countdown } from '../src/ui/countdown';
import { NewsLine } from '../src/ui/news-line';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountRow } from './account-row';
import { BackupLine } from './backup-line';
import { FillProgress } from './fill-progress';
import { focusThisSite } from './fill-tasks';
import { page, siteCheck } from './page';
import { PageWarning } from './page-warning';
import { isOpening, returnToPlace, turnTo } from './state';

export function ListScreen({ home }: { readonly home: UnlockedHome }) {
  const periods = [
    ...new Set(home.accounts.flatMap((account) => (account.type === 'hotp' ? [] : [account.periodSeconds]))),
  ];
  useLayoutEffect(() => {
    returnToPlace();
    // With the keys that open the popup, two are enough for a code.
    if (isOpening()) focusThisSite();
  }, []);
  const { bound, proposed, others } = byPlace(home.accounts);
  const row = (account: Account, belongs: 'bound' | 'proposed' | 'other') => (
    <AccountRow
      key={account.id}
      account={account}
      belongs={belongs}
      isPeriodShown={periods.length > 1}
      isReadOnly={home.isReadOnly}
    />
  );
  const isParted = bound.length + proposed.length > 0;
  return (
    <main class="list-screen" data-screen="list" data-count={home.accounts.length}>
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
      {page.value !== undefined && <PageWarning page={page.value} />}
      <NewsLine now={home} />
      <BackupLine now={home} />
      {home.protection === 'device' && <DeviceMark isReadOnly={home.isReadOnly} />}
      {home.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <div class="said" aria-live="polite">
        <FillProgress />
        <Notice notice={notice.value} />
      </div>
      {isParted && (
        <section data-show="this-site" aria-labelledby="this-site">
          <h2 class="list-part" id="this-site">
            {t('thisSite', page.value?.host ?? '')}
          </h2>
          <ul class="list" aria-labelledby="this-site">
            {bound.map((account) => row(account, 'bound'))}
            {proposed.map((account) => row(account, 'proposed'))}
          </ul>
        </section>
      )}
      {isParted && others.length > 0 && (
        <h2 class="list-part" id="other-accounts">
          {t('otherAccounts')}
        </h2>
      )}
      {others.length > 0 && (
        <ul class="list" aria-label={t(isParted ? 'otherAccounts' : 'accountsTitle')}>
          {others.map((account) => row(account, 'other'))}
        </ul>
      )}
    </main>
  );
}

/** Those of the page in front, those that may be, and the rest, each in their order. */
function byPlace(accounts: readonly Account[]) {
  const url = page.value?.url;
  const siteOf = url === undefined ? () => undefined : siteFinder(url);
  const bound = accounts.filter((account) => siteOf(account) !== undefined);
  const ids = bound.length > 0 ? undefined : siteCheck.value?.proposedIds;
  const proposed = accounts.filter(({ id }) => ids?.has(id));
  const here = new Set([...bound, ...proposed]);
  return { bound, proposed, others: here.size === 0 ? accounts : accounts.filter((account) => !here.has(account)) };
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
