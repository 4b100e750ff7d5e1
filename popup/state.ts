/** What the popup shows: the home it has read, the task in front of it, and the last thing it has to say. */
import { effect, signal } from '@preact/signals';
import type { Account } from '../src/app/account';
import { followVault } from '../src/app/follow';
import { type Home, loadHome } from '../src/app/home';
import { lockWhenDue } from '../src/app/lock';
import { nowMs } from '../src/ui/clock';
import type { NoticeText } from '../src/ui/notice';

export type Task = { readonly name: 'paste' } | { readonly name: 'choose-passphrase'; readonly account: Account };

export const home = signal<Home | undefined>(undefined);
/** What a person is in the middle of, in front of the home. */
export const task = signal<Task | undefined>(undefined);
export const notice = signal<NoticeText | undefined>(undefined);
/** An action under way; its button shows it, and no second one starts. */
export const busy = signal<'scan' | 'save' | 'unlock' | undefined>(undefined);
/** The account saved last by this popup: its code belongs into the page now. */
export const savedId = signal<string | undefined>(undefined);

/** Turns to another task, or back home; what was said about the last one goes with it. */
export function turnTo(next: Task | undefined): void {
  task.value = next;
  notice.value = undefined;
}

let lastRefresh = 0;

/** Reads everything anew. Of several that overlap only the one that began last counts. */
export async function refresh(): Promise<void> {
  lastRefresh += 1;
  const mine = lastRefresh;
  const read = await loadHome(Date.now());
  if (mine !== lastRefresh) return;
  if (home.value?.state === 'unlocked' && read.state !== 'unlocked') {
    // Whatever was going on ended with the lock; nothing said before it belongs on the screen after it.
    turnTo(undefined);
  }
  home.value = read;
}

/** Another window may save, and the background may lock: the popup follows what is stored. */
export function followStorage(): void {
  followVault(() => void refresh());
}

/** A popup merely left open blanks itself when the unlock has lasted its time. */
export function lockAtDeadline(): void {
  effect(() => {
    const now = home.value;
    if (now?.state === 'unlocked' && nowMs.value > now.deadlineMs) void lockWhenDue(nowMs.value);
  });
}
