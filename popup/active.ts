/** The row that the keys are on. It is drawn wherever the list is scrolled to, and takes the focus when it is asked to. */
import { computed, signal } from '@preact/signals';
import type { Account } from '../src/app/account';
import { belongingOf, listed } from './listing';

export const activeId = signal<string | undefined>(undefined);
/** The account whose row is to take the focus, until it has it. */
export const focusAsked = signal<string | undefined>(undefined);

/** The account that the keys act on: of the active row, else of the first. */
export const activeAccount = computed<Account | undefined>(
  () => listed.value.find(({ id }) => id === activeId.value) ?? listed.value[0],
);

export function focusRow(id: string | undefined): void {
  if (id === undefined) return;
  activeId.value = id;
  focusAsked.value = id;
}

/** The keys go to the first account of this site; false where there is none. */
export function focusThisSite(): boolean {
  const first = listed.value.find((account) => belongingOf(account) === 'bound');
  focusRow(first?.id);
  return first !== undefined;
}
