/**
 * How far a computer's clock is from a site's, by the `Date` of one answer (RFC 9110 section 6.6.1) and its `Age` (RFC 9111
 * section 5.1). A Date names the whole second in which an answer was made; caches on the way keep it as it was, as they
 * should, or write their own moment into it, as large ones do: with an Age, the site's time lies anywhere between the two.
 * So everything is an interval, and what is said of it is its middle.
 */
import { err, ok, type Result } from '../result';
import { MOST_CORRECTED_S } from './clock-correction';

/** Headers as they were sent; null for one that was not. Times are the computer's own, in milliseconds since 1970. */
export interface TimedAnswer {
  readonly sentMs: number;
  readonly receivedMs: number;
  readonly date: string | null;
  readonly age: string | null;
}

export interface ClockOffset {
  /** The computer's clock less the site's: above 0 where the computer's is fast. */
  readonly offsetMs: number;
  /** It is not further from that than this. */
  readonly uncertaintyMs: number;
}

/** `date-missing`: none, or not as RFC 9110 has it sent. `time-vague`: it says the time to no better than 5 seconds. */
export type OffsetError = { readonly kind: 'date-missing' | 'time-vague' };

export type ClockVerdict =
  | { readonly kind: 'right' }
  /** Whole seconds; below 0 where the computer's clock is slow. `far-off` is more than codes are corrected by. */
  | { readonly kind: 'off' | 'far-off'; readonly fastS: number };

const SECOND_MS = 1000;
/** Sites allow for some difference, most of them for a whole step of 30 seconds: this little is not worth a correction. */
const TOLERATED_MS = 5 * SECOND_MS;

export function readOffset({ sentMs, receivedMs, date, age }: TimedAnswer): Result<ClockOffset, OffsetError> {
  const earliestMs = readDate(date);
  if (earliestMs === undefined) return err({ kind: 'date-missing' });
  const latestMs = earliestMs + SECOND_MS + readAgeMs(age);
  const mostMs = receivedMs - earliestMs;
  const leastMs = sentMs - latestMs;
  const uncertaintyMs = (mostMs - leastMs) / 2;
  // A clock that was set back while the answer was on its way tells nothing either.
  if (!(receivedMs >= sentMs && uncertaintyMs <= TOLERATED_MS)) return err({ kind: 'time-vague' });
  return ok({ offsetMs: (mostMs + leastMs) / 2, uncertaintyMs });
}

/** What an offset means for codes. */
export function judgeClock({ offsetMs, uncertaintyMs }: ClockOffset): ClockVerdict {
  if (Math.abs(offsetMs) < TOLERATED_MS || Math.abs(offsetMs) <= uncertaintyMs) return { kind: 'right' };
  const fastS = Math.round(offsetMs / SECOND_MS);
  return { kind: Math.abs(fastS) > MOST_CORRECTED_S ? 'far-off' : 'off', fastS };
}

/** Whether codes with this correction are as good as with one that was measured anew: both in whole seconds. */
export function stillFits(correctionS: number, fastS: number): boolean {
  return Math.abs(correctionS + fastS) * SECOND_MS < TOLERATED_MS;
}

/** The one form in which a Date may be sent, "Sun, 06 Nov 1994 08:49:37 GMT": what `toUTCString` writes, and nothing else. */
function readDate(date: string | null): number | undefined {
  const ms = Date.parse(date ?? '');
  return !Number.isNaN(ms) && new Date(ms).toUTCString() === date ? ms : undefined;
}

/** Of several the first counts, and one that is no number is to be ignored. */
function readAgeMs(age: string | null): number {
  const [first = ''] = (age ?? '').split(',');
  return /^\d+$/.test(first.trim()) ? Number(first) * SECOND_MS : 0;
}
