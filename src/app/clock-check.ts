/** Whether the computer's clock is right, by the time of the site in front, which is asked once from inside its own page. */
import { type ClockVerdict, judgeClock, type OffsetError, readOffset } from '../otp/clock-offset';
import { type InjectFailure, type PageLeft, runInTabWhileThere } from '../platform/inject';
import { err, ok, type Result } from '../result';
import { askTime, type TimeAnswer } from '../sites/page-time';
import type { PageSite } from './sites';

export { type ClockVerdict, stillFits } from '../otp/clock-offset';

export type ClockFailure =
  | InjectFailure
  | PageLeft
  | OffsetError
  | { readonly kind: 'page-not-secure' }
  | { readonly kind: Exclude<TimeAnswer['outcome'], 'answered'> };

const PATIENCE_MS = 10_000;

/** By the clock as it is: a correction of the codes changes nothing of it. */
export async function checkClock(page: PageSite): Promise<Result<ClockVerdict, ClockFailure>> {
  // Whoever is on the way of an open page could answer in the site's place.
  if (!page.isFillable) return err({ kind: 'page-not-secure' });
  const asked = await runInTabWhileThere(page.tabId, askTime, [{ origin: page.origin, patienceMs: PATIENCE_MS }]);
  if (!asked.ok) return asked;
  if (asked.value.outcome !== 'answered') return err({ kind: asked.value.outcome });
  const offset = readOffset(asked.value);
  return offset.ok ? ok(judgeClock(offset.value)) : offset;
}
