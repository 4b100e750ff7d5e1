/**
 * The keys of the list. Letters go to the search from anywhere; arrows, Home, End and the page keys go from row to row; Enter
 * is the browser's own click on what has the focus.
 */

import type { Account } from '../src/app/account';
import { edit } from './account-row';
import { activeAccount, activeId, focusRow } from './active';
import { copy, copyNext, fill } from './acts';
import { belongingOf, listed, query, searchFor } from './listing';

const PAGE_ROWS = 7;

export function onListKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const isDone =
    event.ctrlKey || event.metaKey ? onCommandKey(event) : event.altKey ? onMoveKey(event) : onPlainKey(event);
  if (isDone) event.preventDefault();
}

function onCommandKey({ key, shiftKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'c' || shiftKey || hasSelection(target)) return false;
  const account = activeAccount.value;
  if (account !== undefined) void copy(account);
  return account !== undefined;
}

/** Alt and an arrow move the account itself. */
function onMoveKey({ key, target }: KeyboardEvent): boolean {
  // While the last move is drawn, its row is out of the document for a moment.
  const isOnList = isOnRow(target) || (target === document.body && activeId.value !== undefined);
  if (!isOnList || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  return withActive(({ id }) => void moveBy(id, key === 'ArrowUp' ? -1 : 1));
}

async function moveBy(id: string, by: 1 | -1): Promise<void> {
  await (await import('./move-tasks')).moveBy(id, by);
}

function hasSelection(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.selectionStart !== target.selectionEnd;
  return getSelection()?.isCollapsed === false;
}

function onPlainKey(event: KeyboardEvent): boolean {
  const field = searchField();
  const isInSearch = event.target === field;
  // Another field, or a list of choices, keeps its own keys.
  if (!isInSearch && event.target instanceof HTMLElement && event.target.closest('input, select, textarea'))
    return false;
  switch (event.key) {
    case 'ArrowDown':
      return move(isInSearch ? 'first' : 1);
    case 'ArrowUp':
      return isInSearch ? false : move(-1);
    case 'PageDown':
      return move(isInSearch ? 'first' : PAGE_ROWS);
    case 'PageUp':
      return isInSearch ? false : move(-PAGE_ROWS);
    case 'Home':
      return isInSearch ? false : move('first');
    case 'End':
      return isInSearch ? false : move('last');
    case 'Enter':
      return enter(event, isInSearch);
    case 'Escape':
      return clearSearch();
    case 'F2':
      return withActive(edit);
    case 'Delete':
      return isInSearch || !isOnRow(event.target) ? false : withActive((account) => void trash(account));
    case '?':
      if (!isInSearch) void showKeys();
      return !isInSearch;
    case '/':
      if (isInSearch) return false;
      field?.focus();
      return field !== null;
    default:
      if (!isInSearch && isLetter(event)) field?.focus();
      // The letter itself goes where the focus is by then.
      return false;
  }
}

async function showKeys(): Promise<void> {
  (await import('./keys-dialog')).showKeys();
}

function isLetter({ key, target }: KeyboardEvent): boolean {
  if ([...key].length !== 1) return false;
  // A space presses the button it is on.
  return key !== ' ' || !(target instanceof HTMLButtonElement);
}

function isOnRow(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('.row') !== null;
}

/** In the search, Enter is for the best match; with Shift it copies the code that comes next. */
function enter(event: KeyboardEvent, isInSearch: boolean): boolean {
  if (event.shiftKey) return withActive((account) => void copyNext(account));
  if (!isInSearch || query.value === '') return false;
  const [best] = listed.value;
  if (best !== undefined) void (belongingOf(best) === 'bound' ? fill(best) : copy(best));
  return true;
}

function withActive(act: (account: Account) => void): boolean {
  const account = activeAccount.value;
  if (account !== undefined) act(account);
  return account !== undefined;
}

/** The keys go on to the row that takes its place. */
async function trash(account: Account): Promise<void> {
  const at = listed.value.indexOf(account);
  const next = listed.value[at + 1] ?? listed.value[at - 1];
  if (await (await import('../src/ui/account-tasks')).remove(account)) focusRow(next?.id);
}

function move(by: number | 'first' | 'last'): boolean {
  const accounts = listed.value;
  const at = accounts.findIndex(({ id }) => id === activeId.value);
  const isOnList = isOnRow(document.activeElement);
  const to = by === 'first' || (!isOnList && by !== 'last') ? 0 : by === 'last' ? accounts.length - 1 : at + by;
  const account = accounts[Math.max(0, Math.min(to, accounts.length - 1))];
  // Up from the first row is back into the search.
  if (by === -1 && at === 0 && isOnList) searchField()?.focus();
  else focusRow(account?.id);
  return account !== undefined;
}

function clearSearch(): boolean {
  if (query.value === '') return false;
  void searchFor('');
  searchField()?.focus();
  return true;
}

function searchField(): HTMLInputElement | null {
  return document.querySelector('[data-field=search]');
}
