/** The keys of the list of accounts: from row to row, and with Shift they tick what they come by. */

const PAGE_ROWS = 7;

/** What of a row has the focus. */
export type RowPart = 'tick' | 'edit';

/** The place to go to from `at`, -1 for the search above the list; undefined for every other key. */
export function placeForKey(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return Math.min(at + PAGE_ROWS, count - 1);
    case 'PageUp':
      return Math.max(at - PAGE_ROWS, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The row and the part of it that an event came from. */
export function partOfRow(target: EventTarget | null): { readonly id: string; readonly part: RowPart } | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const id = target.closest<HTMLElement>('[data-account]')?.dataset['account'];
  return id === undefined ? undefined : { id, part: target.matches('[data-do=edit]') ? 'edit' : 'tick' };
}

export function findPart(list: HTMLElement | null, id: string, part: RowPart): HTMLElement | undefined {
  const row = list?.querySelector(`[data-account="${CSS.escape(id)}"]`);
  return row?.querySelector<HTMLElement>(part === 'edit' ? '[data-do=edit]' : '[data-do=tick]') ?? undefined;
}
