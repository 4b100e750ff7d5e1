/**
 * One timer for everything on a page that changes with time, on the second. What shows a code reads its step, which
 * changes only on the period's boundary; what counts down reads the seconds. Both are corrected where a person had it so,
 * because the computer's clock is wrong. Nothing runs while the page is hidden.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { stepAt } from '../otp/codes';

const clockMs = signal(Date.now());
let timer: ReturnType<typeof setTimeout> | undefined;

/** The computer's own clock: of locks, deadlines and everything else but codes. */
export const nowMs: ReadonlySignal<number> = clockMs;

/** Seconds that codes are ahead of the computer's clock, where a person had its error corrected: see look.ts. */
export const correctionS = signal(0);

/** The moment that codes are made for and count down from, and nothing else: the computer's clock, corrected. */
export function codeNowMs(): number {
  return Date.now() + correctionMs();
}

/** When it will be `atMs`, a moment of codes, by the computer's clock. */
export function onComputerMs(atMs: number): number {
  return atMs - correctionMs();
}

function correctionMs(): number {
  return correctionS.value * 1000;
}

export function startClock(): void {
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : tick()));
  tick();
}

function tick(): void {
  stop();
  clockMs.value = Date.now();
  // One millisecond into the next second: a timer that fires early must not show the old second for a whole one.
  timer = setTimeout(tick, 1001 - (clockMs.value % 1000));
}

function stop(): void {
  clearTimeout(timer);
}

interface Period {
  readonly step: ReadonlySignal<number>;
  readonly secondsLeft: ReadonlySignal<number>;
}

const periods = new Map<number, Period>();

/** The step and the seconds left of all accounts with this period: made once, shared by every row. */
export function periodClock(periodSeconds: number): Period {
  const known = periods.get(periodSeconds);
  if (known !== undefined) return known;
  const made = {
    step: computed(() => stepAt(periodSeconds, clockMs.value + correctionMs()).step),
    secondsLeft: computed(() => stepAt(periodSeconds, clockMs.value + correctionMs()).remainingSeconds),
  };
  periods.set(periodSeconds, made);
  return made;
}
