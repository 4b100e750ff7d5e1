/** The mark `hw`: the last generation ever written, as far as a domain remembers. A hint, never a gate for opening. */
import { ok } from '../result';
import { isCount, isJsonObject, parseJson } from './json';

export const MARK_KEY = 'hw';
/** No vault is committed this often between two looks at it: a mark further ahead is not believed. */
const MAX_AHEAD = 1_000_000;

export interface Mark {
  readonly vault: string;
  readonly epoch: number;
  readonly gen: number;
}

export function markText({ vault, epoch, gen }: Mark): string {
  return JSON.stringify({ vault, epoch, gen });
}

/** Undefined where there is none, or it is damaged. */
export function markFrom(stored: unknown): Mark | undefined {
  const parsed = typeof stored === 'string' ? parseJson(stored) : ok(stored);
  return parsed.ok && isMark(parsed.value) ? parsed.value : undefined;
}

/** Negative where `a` is newer. */
export function newestFirst(a: Omit<Mark, 'vault'>, b: Omit<Mark, 'vault'>): number {
  return b.epoch - a.epoch || b.gen - a.gen;
}

/** Whether the mark tells of a write that is later than `found` and in the same vault. */
export function isAhead(mark: Mark, found: Mark): boolean {
  return mark.vault === found.vault && mark.gen <= found.gen + MAX_AHEAD && newestFirst(mark, found) < 0;
}

/** The generation to write next: above what was found and above what the marks tell of, so that none is ever used twice. */
export function nextGeneration(found: Mark, marks: readonly Mark[]): number {
  const ahead = marks.filter((mark) => isAhead(mark, found));
  return Math.max(found.gen, ...ahead.map(({ gen }) => gen)) + 1;
}

function isMark(value: unknown): value is Mark {
  return isJsonObject(value) && typeof value['vault'] === 'string' && isCount(value['epoch']) && isCount(value['gen']);
}
