/** One account: its names, its code, and what can be done with the code. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Account, endOfCodeMs, findCode, takeNextCode } from '../src/app/account';
import { copyCode } from '../src/app/copy-code';
import { fillTab } from '../src/app/fill-tab';
import { formatCode } from '../src/otp/codes';
import { accountName } from '../src/ui/account-name';
import { periodClock } from '../src/ui/clock';
import { Icon } from '../src/ui/icon';
import { Monogram } from '../src/ui/monogram';
import { say, sayFailure } from '../src/ui/page-state';
import { t, visibleText } from '../src/ui/text';
import { savedId, turnTo } from './state';

interface Props {
  readonly account: Account;
  /** Where the list has codes of different periods, each row says which is its own. */
  readonly isPeriodShown: boolean;
  readonly isReadOnly: boolean;
}

export function AccountRow({ account, isPeriodShown, isReadOnly }: Props) {
  const [taken, setTaken] = useState<string>();
  const isCounted = account.type === 'hotp';
  // Read for its effect: a new step draws this row again.
  if (!isCounted) periodClock(account.periodSeconds).step.value;
  const codeNow = () => (isCounted ? taken : findCode(account, Date.now()));
  const code = codeNow();
  const isBroken = (isCounted ? findCode(account, 0) : code) === undefined;
  const name = accountName(account);
  const isSaved = savedId.value === account.id;
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (isSaved) row.current?.scrollIntoView({ block: 'center' });
  }, [isSaved]);
  const fillWords = t(isSaved ? 'fillThisCode' : 'fill');
  return (
    <li class="row" ref={row} data-account={account.id}>
      <button
        type="button"
        class="row-main"
        data-do="copy"
        disabled={code === undefined}
        onClick={() => void copy(name, codeNow)}
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
        </span>
      </button>
      {isCounted && !isBroken && !isReadOnly && (
        <button
          type="button"
          class="button small"
          data-do="next-code"
          aria-label={t('actionFor', t('nextCode'), name)}
          onClick={() => void takeNext(account.id, setTaken)}
        >
          {t('nextCode')}
        </button>
      )}
      {code !== undefined && (
        <button
          type="button"
          class={`button small ${isSaved ? 'primary' : ''}`}
          data-do="fill"
          aria-label={t('actionFor', fillWords, name)}
          onClick={() => void fill(account, codeNow)}
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
          onClick={() => turnTo({ name: 'edit', id: account.id })}
        >
          <Icon name="more" />
        </button>
      )}
    </li>
  );
}

async function copy(name: string, codeNow: () => string | undefined): Promise<void> {
  const copied = await copyCode(codeNow);
  if (copied.ok) say(t('copied', name));
  else sayFailure(copied.error);
}

async function fill(account: Account, codeNow: () => string | undefined): Promise<void> {
  const filled = await fillTab(account, () => {
    const code = codeNow();
    return code === undefined ? undefined : { code, untilMs: endOfCodeMs(account, Date.now()) };
  });
  // The code is in the page now: the popup makes way for it.
  if (filled.ok) window.close();
  else sayFailure(filled.error);
}

async function takeNext(id: string, setTaken: (code: string) => void): Promise<void> {
  const taken = await takeNextCode(id);
  if (taken.ok) setTaken(taken.value);
  else sayFailure(taken.error);
}
