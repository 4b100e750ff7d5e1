/**
 * The code that comes next, in the last seconds of the one that is shown. It is made with that one; one class, the same for
 * all of a period, brings it into sight.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Account } from '../src/app/account';
import { findCode } from '../src/app/account';
import { endOfCodeMs } from '../src/app/code-time';
import { formatCode } from '../src/otp/codes';
import { accountName } from '../src/ui/account-name';
import { periodClock } from '../src/ui/clock';
import { t } from '../src/ui/text';
import { copyNext } from './acts';

const SHOWN_S = 5;
/** Of shorter periods the next code would hardly ever not be shown. */
const SHORTEST_S = 15;

export function NextCode({ account, codeMs }: { readonly account: Account; readonly codeMs: number }) {
  if (account.type === 'hotp' || account.periodSeconds < SHORTEST_S) return null;
  const next = findCode(account, endOfCodeMs(account, codeMs));
  if (next === undefined) return null;
  return (
    <button
      type="button"
      class={classOf(account.periodSeconds)}
      data-do="copy-next"
      tabIndex={-1}
      title={t('copyNextCode')}
      onClick={() => void copyNext(account)}
    >
      <span class="sr-only">
        {t('actionFor', t('copyNextCode'), accountName(account))} {[...next].join(' ')}
      </span>
      <span data-show="next-code" aria-hidden="true">
        {formatCode(next)}
      </span>
    </button>
  );
}

const classes = new Map<number, ReadonlySignal<string>>();

function classOf(periodSeconds: number): ReadonlySignal<string> {
  const { secondsLeft } = periodClock(periodSeconds);
  const made =
    classes.get(periodSeconds) ?? computed(() => (secondsLeft.value <= SHOWN_S ? 'next-code near' : 'next-code'));
  classes.set(periodSeconds, made);
  return made;
}
