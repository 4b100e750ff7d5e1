/**
 * The code that comes next, in the last seconds of the one that is shown. The style sheet brings it in: no script runs for it
 * between two boundaries.
 */
import type { Account } from '../src/app/account';
import { findCode } from '../src/app/account';
import { endOfCodeMs } from '../src/app/code-time';
import { formatCode } from '../src/otp/codes';
import { accountName } from '../src/ui/account-name';
import { t } from '../src/ui/text';
import { copyNext } from './acts';

const SHOWN_MS = 5000;
/** Of shorter periods the next code would hardly ever not be shown. */
const SHORTEST_S = 15;

export function NextCode({ account, nowMs }: { readonly account: Account; readonly nowMs: number }) {
  if (account.type === 'hotp' || account.periodSeconds < SHORTEST_S) return null;
  const endMs = endOfCodeMs(account, nowMs);
  const next = findCode(account, endMs);
  if (next === undefined) return null;
  return (
    <button
      // A new one for each step: what brings it in begins anew.
      key={endMs}
      type="button"
      class="next-code"
      data-do="copy-next"
      tabIndex={-1}
      title={t('copyNextCode')}
      style={{ animationDelay: `${endMs - SHOWN_MS - nowMs}ms` }}
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
