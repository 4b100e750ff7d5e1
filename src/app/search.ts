/**
 * Finds accounts by what a person types: every word of it, in any order, in issuer, label, group and notes. Accents, case and
 * the width of letters make no difference. The best match comes first; of equal ones the order stays.
 */
import type { StoredAccount } from '../vault/account';

export interface Searchable {
  readonly account: StoredAccount;
  readonly group?: string | undefined;
}

/** The folded texts of an account, in the order of their weight. */
interface Indexed {
  readonly account: StoredAccount;
  readonly texts: readonly [issuer: string, label: string, group: string, notes: string];
}

export type SearchIndex = readonly Indexed[];

export function indexAccounts(searchables: readonly Searchable[]): SearchIndex {
  return searchables.map(({ account, group = '' }) => {
    const { issuer, label, notes = '' } = account as StoredAccount & { readonly notes?: string };
    return { account, texts: [fold(issuer), fold(label), fold(group), fold(notes)] };
  });
}

export function searchAccounts(index: SearchIndex, query: string): readonly StoredAccount[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return index.map(({ account }) => account);
  return index
    .flatMap((indexed) => {
      const ranks = words.map((word) => rankOf(word, indexed));
      return ranks.includes(NOT_FOUND) ? [] : [{ indexed, rank: ranks.reduce((sum, rank) => sum + rank, 0) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ indexed }) => indexed.account);
}

const NOT_FOUND = Number.POSITIVE_INFINITY;
/** What a text adds to the rank of what is found in it: issuer before label before group before notes. */
const WEIGHTS = [0, 1, 6, 7] as const;
/** How well a word is found: the whole text, its beginning, the beginning of a word of it, anywhere, by initials. */
const WHOLE = 0;
const BEGINNING = 1;
const WORD = 2;
const INSIDE = 4;
const INITIALS = 5;

function rankOf(word: string, { texts }: Indexed): number {
  let best = NOT_FOUND;
  for (let place = 0; place < texts.length; place += 1) {
    const found = howFound(word, texts[place] ?? '');
    if (found !== NOT_FOUND) best = Math.min(best, found + (WEIGHTS[place] ?? 0));
  }
  return best;
}

function howFound(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at < 0) return isOfInitials(word, text) ? INITIALS : NOT_FOUND;
  if (at === 0) return text.length === word.length ? WHOLE : BEGINNING;
  for (let next = at; next >= 0; next = text.indexOf(word, next + 1)) if (isWordStart(text, next)) return WORD;
  return INSIDE;
}

function isWordStart(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** "aws" of "amazon web services". */
function isOfInitials(word: string, text: string): boolean {
  if (word.length < 2 || !text.includes(' ')) return false;
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.charAt(0))
    .join('')
    .startsWith(word);
}

const PLAIN = /^[\x20-\x7e]*$/;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter);
}
