/** What a person is in the middle of in the popup, in front of the home it has read. */
import { effect, signal } from '@preact/signals';
import type { Account } from '../src/app/account';
import type { ClockFailure, ClockVerdict } from '../src/app/clock-check';
import type { NothingFound, PageScan } from '../src/app/receive';
import type { FirstAccounts } from '../src/app/save';
import type { Bindable } from '../src/app/site-check';
import type { PageSite } from '../src/app/sites';
import type { Result } from '../src/result';
import { home, notice } from '../src/ui/page-state';
import { forgetTaken } from './codes';

export interface AskSite {
  readonly account: Account;
  readonly page: PageSite;
  readonly bindable: Bindable;
  /** Where its issuer is known to be, which is not here. */
  readonly issuerSite: string | undefined;
}

export interface OtherSite {
  readonly account: Account;
  readonly page: PageSite;
}

export interface LookAlike extends OtherSite {
  /** What the code was wanted for. */
  readonly use: 'fill' | 'copy';
  readonly realSite: string;
}

/** What came of the question after the time. */
export interface ClockChecked {
  readonly page: PageSite;
  readonly answer: Result<ClockVerdict, ClockFailure | { readonly kind: 'look-alike' }>;
}

export type Task =
  | { readonly name: 'paste' | 'manual' | 'protect' | 'check-clock' }
  | ({ readonly name: 'clock-checked' } & ClockChecked)
  | { readonly name: 'choose-code'; readonly scan: PageScan }
  | { readonly name: 'nothing-found'; readonly why: NothingFound | { readonly kind: 'no-account-in-pictures' } }
  | { readonly name: 'choose-passphrase' | 'keep-here'; readonly first: FirstAccounts }
  | { readonly name: 'edit' | 'show'; readonly id: string }
  | ({ readonly name: 'ask-site' } & AskSite)
  | ({ readonly name: 'look-alike' } & LookAlike)
  | ({ readonly name: 'other-site' } & OtherSite);

export const task = signal<Task | undefined>(undefined);
/** The account saved last by this popup: its code belongs into the page now. */
export const savedId = signal<string | undefined>(undefined);

/** Where the list was, to come back to; undefined where the account just saved is what matters. */
let listTop: number | undefined;

/** Turns to another task, or back home; what was said about the last one goes with it. */
export function turnTo(next: Task | undefined): void {
  if (task.value === undefined) listTop = screen()?.scrollTop;
  task.value = next;
  isOpened = true;
  notice.value = undefined;
}

/** Back to the list, with what was just said still on the screen. */
export function endTask(): void {
  task.value = undefined;
}

/** Back to the top of the list, where it says what has changed of all of it. */
export function endAtTop(): void {
  listTop = undefined;
  endTask();
}

/** Back to the list behind a save. Of one account alone it is known that its code belongs into the page now. */
export function endWithSaved(accounts: readonly { readonly id: string }[]): void {
  savedId.value = accounts.length === 1 ? accounts[0]?.id : undefined;
  listTop = undefined;
  endTask();
}

export function returnToPlace(): void {
  if (listTop !== undefined) screen()?.scrollTo(0, listTop);
}

/** What scrolls. */
function screen(): Element | null {
  return document.querySelector('main');
}

let isOpened = false;

/** True once for the first list of this popup, and of each unlock, unless another task was before it. */
export function isOpening(): boolean {
  const isFirst = !isOpened;
  isOpened = true;
  return isFirst;
}

/** Whatever was going on ends with a lock. */
export function endTasksWithLock(): void {
  effect(() => {
    if (home.value?.state !== 'locked') return;
    task.value = undefined;
    isOpened = false;
    forgetTaken();
  });
}
