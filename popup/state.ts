/** What a person is in the middle of in the popup, in front of the home it has read. */
import { effect, signal } from '@preact/signals';
import type { Account } from '../src/app/account';
import type { PageScan } from '../src/app/receive';
import { home, notice } from '../src/ui/page-state';

export type Task =
  | { readonly name: 'paste' | 'manual' | 'protect' }
  | { readonly name: 'choose-code'; readonly scan: PageScan }
  | { readonly name: 'choose-passphrase' | 'keep-here'; readonly first: FirstAccounts }
  | { readonly name: 'edit'; readonly id: string };

/** The accounts that make the vault, and those that came with them and are not kept. */
export interface FirstAccounts {
  readonly accounts: readonly Account[];
  readonly discardedIds: readonly string[];
}

export const task = signal<Task | undefined>(undefined);
/** The account saved last by this popup: its code belongs into the page now. */
export const savedId = signal<string | undefined>(undefined);

/** Where the list was, to come back to; undefined where the account just saved is what matters. */
let listTop: number | undefined;

/** Turns to another task, or back home; what was said about the last one goes with it. */
export function turnTo(next: Task | undefined): void {
  if (task.value === undefined) listTop = screen()?.scrollTop;
  task.value = next;
  notice.value = undefined;
}

/** Back to the list, with what was just said still on the screen. */
export function endTask(saved?: string): void {
  if (saved !== undefined) {
    savedId.value = saved;
    listTop = undefined;
  }
  task.value = undefined;
}

export function returnToPlace(): void {
  if (listTop !== undefined) screen()?.scrollTo(0, listTop);
}

/** What scrolls. */
function screen(): Element | null {
  return document.querySelector('main');
}

/** Whatever was going on ends with a lock. */
export function endTasksWithLock(): void {
  effect(() => {
    if (home.value?.state === 'locked') task.value = undefined;
  });
}
