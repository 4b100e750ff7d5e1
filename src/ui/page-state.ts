/** What every page of the extension stands on: the home it has read, the last thing to say, the one action under way. */
import { effect, type Signal, signal } from '@preact/signals';
import { followVault } from '../app/follow';
import { type Home, isVaultAsLeft, loadHome } from '../app/home';
import { lockWhenDue } from '../app/lock';
import { nowMs } from './clock';
import type { ShownFailure } from './error-text';
import type { NoticeText } from './notice';

export const home = signal<Home | undefined>(undefined);
export const notice = signal<NoticeText | undefined>(undefined);
/** An action under way; its button shows it, and no second one starts. */
export const busy = signal<'scan' | 'save' | 'unlock' | 'change' | undefined>(undefined);

export async function nextChange<T>(of: Signal<T>): Promise<void> {
  const before = of.peek();
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = of.subscribe((now) => {
      if (now !== before) resolve();
    });
  });
  stop();
}

let lastRefresh = 0;

/** Reads everything anew. Of several that overlap only the one that began last counts. */
export async function refresh(look: 'whole' | 'at-sight' = 'whole'): Promise<void> {
  lastRefresh += 1;
  const mine = lastRefresh;
  const read = await loadHome(Date.now(), look);
  if (mine !== lastRefresh) return;
  // Nothing said before a lock belongs on the screen after it.
  if (home.value?.state === 'unlocked' && read.state !== 'unlocked') notice.value = undefined;
  home.value = read;
}

/** Behind a look at first sight: what is not as it was left is mended, and shown. */
export async function lookClosely(): Promise<void> {
  if (home.value?.state === 'unlocked' && !(await isVaultAsLeft())) await refresh();
}

/** Another window may save, and the background may lock: the page follows what is stored. */
export function followStorage(): void {
  followVault(() => void refresh());
}

/** A page merely left open blanks itself when the unlock has lasted its time. */
export function lockAtDeadline(): void {
  effect(() => {
    const now = home.value;
    if (now?.state === 'unlocked' && now.deadlineMs !== undefined && nowMs.value > now.deadlineMs)
      void lockWhenDue(nowMs.value);
  });
}

/** `more` is said behind it. */
export async function sayFailure(failure: ShownFailure, more = ''): Promise<void> {
  const { errorText } = await import('./error-text');
  sayBad(`${errorText(failure)} ${more}`.trim());
}

export function sayBad(text: string): void {
  notice.value = { tone: 'bad', text };
}

export function say(text: string, undo?: () => Promise<void>): void {
  notice.value = { tone: 'good', text, ...(undo === undefined ? {} : { undo }) };
}

/** It is done, and not as well as it should be. */
export function sayWarning(text: string): void {
  notice.value = { tone: 'warn', text };
}

/** One action at a time, with everything read anew behind it. */
export async function whileBusy(what: NonNullable<typeof busy.value>, work: () => Promise<void>): Promise<void> {
  if (busy.value !== undefined) return;
  busy.value = what;
  notice.value = undefined;
  try {
    await work();
    await refresh();
  } finally {
    busy.value = undefined;
  }
}
