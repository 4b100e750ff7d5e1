/** One account: its names, its code, and what can be done with the code. */
import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Account, findCode } from '../src/app/account';
import { isUnverified } from '../src/app/sites';
import { formatCode } from '../src/otp/codes';
import { accountName } from '../src/ui/account-name';
import { codeNowMs, periodClock } from '../src/ui/clock';
import { Countdown } from '../src/ui/countdown';
import { giveFocus } from '../src/ui/give-focus';
import { Icon } from '../src/ui/icon';
import { IssuerIcon } from '../src/ui/issuer-icon';
import { periodText } from '../src/ui/period-text';
import { t, visibleText } from '../src/ui/text';
import type { RowPlace } from '../src/ui/virtual-rows';
import { activeAccount, activeId, focusAsked } from './active';
import { copy, fill } from './acts';
import { codeOf, forgetTaken, takeNext } from './codes';
import { isDrawn } from './drawn';
import { type Belonging, ringed } from './listing';
import { NextCode } from './next-code';
import { savedId, turnTo } from './state';

interface Props {
  readonly account: Account;
  readonly place: RowPlace;
  readonly belongs: Belonging;
  /** Where the list has codes of different periods, each row says which is its own. */
  readonly isPeriodShown: boolean;
  readonly isReadOnly: boolean;
}

export function AccountRow({ account, place, belongs, isPeriodShown, isReadOnly }: Props) {
  const isCounted = account.type === 'hotp';
  // Read for its effect: a new step draws this row again.
  if (!isCounted) periodClock(account.periodSeconds).step.value;
  const codeMs = codeNowMs();
  const code = codeOf(account, codeMs);
  const isBroken = (isCounted ? findCode(account, 0) : code) === undefined;
  const shown = code === undefined ? '– – –' : formatCode(code);
  const name = accountName(account);
  const isSaved = savedId.value === account.id;
  const isActive = useComputed(() => activeAccount.value?.id === account.id).value;
  const row = useRowFocus(account.id);
  const isFirst = isSaved || belongs === 'bound';
  const fillWords = t(isSaved ? 'fillThisCode' : 'fill');
  // The keys go from row to row; Tab goes on within the one they are on.
  const tabIndex = isActive ? 0 : -1;
  return (
    <li
      class={`row ${belongs} ${isFirst || isCounted ? '' : 'quiet'}`}
      ref={row}
      data-account={account.id}
      onFocusCapture={() => {
        activeId.value = account.id;
      }}
      {...place}
    >
      <button
        type="button"
        class="row-main"
        data-do="copy"
        disabled={code === undefined}
        tabIndex={tabIndex}
        title={name}
        onClick={() => void copy(account)}
      >
        <IssuerIcon account={account} />
        <span class="row-text">
          {code !== undefined && <span class="sr-only">{t('copyCode')}</span>}
          <span class="row-names">
            <strong data-show="issuer" dir="auto">
              {visibleText(account.issuer || account.label) || t('unnamedAccount')}
            </strong>
            {account.issuer !== '' && (
              <span class="soft" data-show="label" dir="auto">
                {visibleText(account.label)}
              </span>
            )}
          </span>
          {isBroken ? (
            <span class="soft small">{t('brokenAccount')}</span>
          ) : (
            <span class="row-code">
              <span class="code" data-show="code" data-dots={shown.replace(/\S/g, '•')} aria-hidden="true">
                {shown}
              </span>
              {code !== undefined && <span class="sr-only">{[...code].join(' ')}</span>}
              <RowRemark account={account} belongs={belongs} isPeriodShown={isPeriodShown} />
            </span>
          )}
        </span>
      </button>
      {isDrawn.value && code !== undefined && !isCounted && !isSaved && <NextCode account={account} codeMs={codeMs} />}
      {isCounted && !isBroken && !isReadOnly && (
        <button
          type="button"
          class="button small"
          data-do="next-code"
          aria-label={t('actionFor', t('nextCode'), name)}
          tabIndex={tabIndex}
          onClick={() => void takeNext(account.id)}
        >
          {t('nextCode')}
        </button>
      )}
      {code !== undefined && (isFirst || isDrawn.value) && (
        <button
          type="button"
          class={`button small ${isFirst ? 'primary' : 'on-hover'}`}
          data-do="fill"
          aria-label={t('actionFor', fillWords, name)}
          tabIndex={tabIndex}
          onClick={() => void fill(account)}
        >
          {fillWords}
        </button>
      )}
      {!isReadOnly && isDrawn.value && (
        <button
          type="button"
          class="button icon on-hover"
          data-do="edit"
          title={t('editAccount')}
          aria-label={t('actionFor', t('editAccount'), name)}
          tabIndex={tabIndex}
          onClick={() => edit(account)}
        >
          <Icon name="more" />
        </button>
      )}
    </li>
  );
}

export function edit({ id }: Account): void {
  forgetTaken(id);
  turnTo({ name: 'edit', id });
}

type RemarkProps = Pick<Props, 'account' | 'belongs' | 'isPeriodShown'>;

/** At most one, where there is room for one: what matters most to the use of the code. */
function RowRemark({ account, belongs, isPeriodShown }: RemarkProps) {
  if (belongs === 'proposed')
    return (
      <span class="soft small" data-show="suggested" title={t('suggestedHereWhy')}>
        {t('suggestedHere')}
      </span>
    );
  if (isUnverified(account, Date.now()))
    return (
      <span class="soft small" data-show="unverified" title={t('notUsedYetWhy')}>
        {t('notUsedYet')}
      </span>
    );
  if (!isPeriodShown || account.type === 'hotp') return null;
  const { periodSeconds } = account;
  // One that has no ring above the list has it here.
  if (!ringed.value.includes(periodSeconds)) return <Countdown periodSeconds={periodSeconds} />;
  return <span class="soft small">{periodText(periodSeconds)}</span>;
}

/** What is done first with a row, as far as it is there. */
const FIRST = ['.primary', '[data-do=next-code]', '.row-main:enabled', '[data-do=edit]'];

/** Gives the focus to what is done first with the row, when it is asked for. */
function useRowFocus(id: string) {
  const row = useRef<HTMLLIElement>(null);
  const isAsked = useComputed(() => focusAsked.value === id).value;
  useLayoutEffect(() => {
    if (!isAsked) return;
    focusAsked.value = undefined;
    const found = FIRST.map((target) => row.current?.querySelector<HTMLElement>(target));
    giveFocus(found.find((one) => one instanceof HTMLElement));
  }, [isAsked]);
  return row;
}
