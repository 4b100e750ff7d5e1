/** One account: its names, its code, and what can be done with the code. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Account, findCode } from '../src/app/account';
import { isUnverified } from '../src/app/sites';
import { formatCode } from '../src/otp/codes';
import { accountName } from '../src/ui/account-name';
import { periodClock } from '../src/ui/clock';
import { Icon } from '../src/ui/icon';
import { Monogram } from '../src/ui/monogram';
import { t, visibleText } from '../src/ui/text';
import { codeOf, forgetTaken, takeNext } from './codes';
import { copy, fill } from './fill-tasks';
import { savedId, turnTo } from './state';

interface Props {
  readonly account: Account;
  /** To the page in front: it is bound, may be, or neither. */
  readonly belongs: 'bound' | 'proposed' | 'other';
  /** Where the list has codes of different periods, each row says which is its own. */
  readonly isPeriodShown: boolean;
  readonly isReadOnly: boolean;
}

export function AccountRow({ account, belongs, isPeriodShown, isReadOnly }: Props) {
  const isCounted = account.type === 'hotp';
  // Read for its effect: a new step draws this row again.
  if (!isCounted) periodClock(account.periodSeconds).step.value;
  const nowMs = Date.now();
  const code = codeOf(account, nowMs);
  const isBroken = (isCounted ? findCode(account, 0) : code) === undefined;
  const name = accountName(account);
  const isSaved = savedId.value === account.id;
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (isSaved) row.current?.scrollIntoView({ block: 'center' });
  }, [isSaved]);
  const fillWords = t(isSaved ? 'fillThisCode' : 'fill');
  return (
    <li class={`row ${belongs}`} ref={row} data-account={account.id}>
      <button
        type="button"
        class="row-main"
        data-do="copy"
        disabled={code === undefined}
        onClick={() => void copy(account)}
      >
        <Monogram name={visibleText(account.issuer || account.label)} />
        <span class="row-text">
          {code !== undefined && <span class="sr-only">{t('copyCode')}</span>}
          <span class="row-names" dir="auto">
            <strong data-show="issuer">{visibleText(account.issuer || account.label) || t('unnamedAccount')}</strong>
            {account.issuer !== '' && (
              <span class="soft" data-show="label">
                {visibleText(account.label)}
              </span>
            )}
          </span>
          {isBroken ? (
            <span class="soft small">{t('brokenAccount')}</span>
          ) : (
            <span class="row-code">
              <span class="code" data-show="code" aria-hidden="true">
                {code === undefined ? '– – –' : formatCode(code)}
              </span>
              {code !== undefined && <span class="sr-only">{[...code].join(' ')}</span>}
              {isPeriodShown && !isCounted && (
                <span class="soft small">{t('secondsLeft', String(account.periodSeconds))}</span>
              )}
            </span>
          )}
          {belongs === 'proposed' && (
            <span class="soft small" data-show="suggested" title={t('suggestedHereWhy')}>
              {t('suggestedHere')}
            </span>
          )}
          {isUnverified(account, nowMs) && (
            <span class="soft small" data-show="unverified" title={t('notUsedYetWhy')}>
              {t('notUsedYet')}
            </span>
          )}
        </span>
      </button>
      {isCounted && !isBroken && !isReadOnly && (
        <button
          type="button"
          class="button small"
          data-do="next-code"
          aria-label={t('actionFor', t('nextCode'), name)}
          onClick={() => void takeNext(account.id)}
        >
          {t('nextCode')}
        </button>
      )}
      {code !== undefined && (
        <button
          type="button"
          class={`button small ${isSaved || belongs === 'bound' ? 'primary' : ''}`}
          data-do="fill"
          aria-label={t('actionFor', fillWords, name)}
          onClick={() => void fill(account)}
        >
          {fillWords}
        </button>
      )}
      {!isReadOnly && (
        <button
          type="button"
          class="button icon"
          data-do="edit"
          title={t('editAccount')}
          aria-label={t('actionFor', t('editAccount'), name)}
          onClick={() => {
            forgetTaken(account.id);
            turnTo({ name: 'edit', id: account.id });
          }}
        >
          <Icon name="more" />
        </button>
      )}
    </li>
  );
}
