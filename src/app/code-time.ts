/** How long a code lasts, and when it is better to wait for the next one. */
import { stepAt } from '../otp/codes';
import type { StoredAccount } from '../vault/account';

/** When the code of `nowMs` is followed by the next one; never, for a counted account. */
export function endOfCodeMs(account: StoredAccount, nowMs: number): number {
  if (account.type === 'hotp') return Number.MAX_SAFE_INTEGER;
  return (stepAt(account.periodSeconds, nowMs).step + 1) * account.periodSeconds * 1000;
}

const TOO_LATE_MS = 2000;
const SHORT_PERIOD_S = 5;

/** When the next code comes, where the one of `nowMs` ends too soon to be used. Periods of 5 s or less are not waited for. */
export function findWaitMs(account: StoredAccount, nowMs: number): number | undefined {
  if (account.type === 'hotp' || account.periodSeconds <= SHORT_PERIOD_S) return undefined;
  const endMs = endOfCodeMs(account, nowMs);
  return endMs - nowMs <= TOO_LATE_MS ? endMs : undefined;
}
