// Waiting for a condition, never for a time: the only loop in the rig that looks again.
import { setTimeout as pause } from 'node:timers/promises';

// What comes at all comes soon, mostly: the pauses begin short and double.
const firstPauseMs = 1;
const longestPauseMs = 20;

/** What `look` found, asked again until it is neither `undefined` nor `false`; `describe` words the error of a wait in vain. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  describe: () => Promise<string> | string,
  timeoutMs = 15_000,
): Promise<T> {
  const deadlineMs = performance.now() + timeoutMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadlineMs) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${await describe()}`);
    await pause(pauseMs);
  }
}

/** The promise's own outcome, or an error naming `what` was awaited once `timeoutMs` are over. */
export async function bounded<T>(promise: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`)), timeoutMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
