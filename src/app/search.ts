/**
 * Finds accounts by what a person types: every word of it, in any order, in issuer, label, group and notes. The best match
 * comes first; of equal ones the order stays.
 */
import type { StoredAccount } from '../vault/account';
import { fold } from './folding';

export interface Searchable {
  readonly account: StoredAccount;
  readonly group?: string | undefined;
}

interface Indexed {
  readonly account: StoredAccount;
  /** Folded, in the order of their weight. */
  readonly texts: readonly [issuer: string, label: string, group: string, notes: string];
}

export type SearchIndex = readonly Indexed[];

export function indexAccounts(searchables: readonly Searchable[]): SearchIndex {
  const groups = new Map<string, string>();
  return searchables.map(({ account, group = '' }) => {
    const { issuer, label, notes } = account;
    const folded = groups.get(group) ?? fold(group);
    groups.set(group, folded);
    // Stored content is checked no further than screens need it.
    return { account, texts: [fold(issuer), fold(label), folded, typeof notes === 'string' ? fold(notes) : ''] };
  });
}

export function searchAccounts(index: SearchIndex, query: string): readonly StoredAccount[] {
  const typed = fold(query).split(/\s+/).filter(Boolean);
  if (typed.length === 0) return index.map(({ account }) => account);
  const words = [...new Set(typed)];
  const phrase = typed.length > 1 ? typed.join(' ') : '';
  const ofRank: StoredAccount[][] = [];
  for (const indexed of index) {
    const rank = rankOf(words, phrase, indexed);
    if (rank === NOT_FOUND) continue;
    const others = ofRank[rank];
    if (others === undefined) ofRank[rank] = [indexed.account];
    else others.push(indexed.account);
  }
  return ofRank.flat();
}

const NOT_FOUND = Number.POSITIVE_INFINITY;
/** What a text adds to the rank of what is found in it: issuer before label before group before notes. */
const WEIGHTS = [0, 1, 6, 7] as const;
const NOTES = 3;
/** How well a word is found: the whole text, its beginning, the beginning of a word of it, anywhere, by initials. */
const WHOLE = 0;
const BEGINNING = 1;
const WORD = 2;
const INSIDE = 4;
const INITIALS = 5;

/** The sum of the words' ranks, or that of all of them as they stand, where they are found so. */
function rankOf(words: readonly string[], phrase: string, indexed: Indexed): number {
  let sum = 0;
  for (const word of words) {
    sum += rankOfWord(word, indexed);
    if (sum === NOT_FOUND) return NOT_FOUND;
  }
  return phrase === '' ? sum : Math.min(sum, rankOfWord(phrase, indexed));
}

function rankOfWord(word: string, { texts }: Indexed): number {
  let best = NOT_FOUND;
  for (let place = 0; place < texts.length; place += 1) {
    const weight = WEIGHTS[place] ?? 0;
    // Nothing better is to come.
    if (weight >= best) break;
    best = Math.min(best, weight + howFound(word, texts[place] ?? '', place !== NOTES));
  }
  return best;
}

/** In notes, any letters would be the initials of some words. */
function howFound(word: string, text: string, hasInitials: boolean): number {
  const at = text.indexOf(word);
  if (at < 0) return hasInitials && isOfInitials(word, text) ? INITIALS : NOT_FOUND;
  if (at === 0) return text.length === word.length ? WHOLE : BEGINNING;
  for (let next = at; next >= 0; next = text.indexOf(word, next + 1)) if (!isLetter(text, next - 1)) return WORD;
  return INSIDE;
}

/** "aws" of "amazon web services". Nothing is taken apart for it: most texts are done with at their first letter. */
function isOfInitials(word: string, text: string): boolean {
  if (word.length < 2) return false;
  let found = 0;
  for (let at = 0; at < text.length && found < word.length; at += 1) {
    if (isLetter(text, at - 1) || !isLetter(text, at)) continue;
    if (text.charAt(at) !== word.charAt(found)) return false;
    found += 1;
  }
  return found === word.length;
}

/** Of any script, or a digit; nothing in front of the first one is. */
function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
