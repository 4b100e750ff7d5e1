/**
 * By how much codes may be corrected where a computer's clock is wrong: in whole seconds, so that countdowns keep the beat of
 * that clock, and by a day at most.
 */

/** A clock further off is for its computer to mend: a site that lies moves no code by more. */
export const MOST_CORRECTED_S = 86_400;

/** The correction that `stored` is, in seconds to be added to the computer's clock; 0, which is none, for anything odd. */
export function correctionFrom(stored: unknown): number {
  const isOne = typeof stored === 'number' && Number.isInteger(stored) && Math.abs(stored) <= MOST_CORRECTED_S;
  return isOne ? stored : 0;
}
