/** What is found by what was typed, and what of it stands first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAccounts, type Searchable, searchAccounts } from '../../src/app/search';
import type { StoredAccount } from '../../src/vault/account';
import { accountNamed } from '../vault/memory-domain';

interface Texts {
  readonly issuer?: string;
  readonly label?: string;
  readonly group?: string | undefined;
  readonly notes?: unknown;
}

const searchable = ({ group, ...texts }: Texts, place: number): Searchable => ({
  account: { ...accountNamed('', place), issuer: '', ...texts } as StoredAccount,
  group,
});
/** The places of what is found. */
const find = (all: readonly Texts[], query: string) => {
  const searchables = all.map(searchable);
  const places = new Map(searchables.map(({ account }, place) => [account, place]));
  return searchAccounts(indexAccounts(searchables), query).map((account) => places.get(account));
};
const found = (texts: Texts, query: string) => find([texts], query).length === 1;

describe('an account is found', () => {
  const anna: Texts = {
    issuer: 'Crédit Agricole',
    label: 'anna@example.com',
    group: 'Zuhause – Geld',
    notes: 'Karte im\nTresor',
  };

  it.each([
    ['its issuer', 'credit'],
    ['its label', 'anna@'],
    ['its group', 'zuhause'],
    ['its notes', 'TRESOR'],
    ['a part inside', 'gric'],
    ['initials', 'ca'],
    ['initials of its group', 'zg'],
    ['several words, of several texts, in any order', 'geld anna cré'],
    ['one word twice', 'anna anna'],
    ['words between which there is what has no width', ' \u200b anna \u202e '],
  ])('by %s', (_what, query) => {
    expect(found(anna, query)).toBe(true);
  });

  it.each([
    ['a word that it has not', 'anna zzz'],
    ['letters of two texts', 'agricoleanna'],
    ['initials in another order', 'ac'],
    ['initials from the middle', 'zgx'],
    ['its secret', accountNamed('', 0).secret],
    ['its id', accountNamed('', 0).id],
  ])('not by %s', (_what, query) => {
    expect(found(anna, query)).toBe(false);
  });

  it('not by letters with which words of its notes begin', () => {
    expect(found({ notes: 'one two three' }, 'ott')).toBe(false);
    expect(found({ label: 'one two three' }, 'ott')).toBe(true);
  });

  it('by emoji, alone and among others', () => {
    expect(find([{ issuer: '🦊 Den' }, { issuer: '🐻 Den' }], '🐻')).toEqual([1]);
    expect(found({ issuer: 'A👨‍👩‍👧B' }, '👨‍👩‍👧')).toBe(true);
  });

  it('whatever stands in the place of its notes', () => {
    for (const notes of [7, null, { x: 1 }, ['x']]) expect(found({ issuer: 'Bank', notes }, 'bank')).toBe(true);
  });

  it('where its names are of 300 characters, or of nothing', () => {
    expect(found({ issuer: `${'x'.repeat(299)}ß` }, `${'X'.repeat(298)}SS`)).toBe(true);
    expect(found({}, 'x')).toBe(false);
  });
});

describe('what is found', () => {
  it('stands in the order of how well and where it is found', () => {
    const ranks: readonly (readonly Texts[])[] = [
      [{ issuer: 'git' }],
      [{ label: 'git' }, { issuer: 'github' }],
      [{ label: 'github' }, { issuer: 'my git' }],
      [{ label: 'my git' }],
      [{ issuer: 'digits' }],
      [{ label: 'digits' }, { issuer: 'great idle times' }],
      [{ group: 'git' }, { label: 'great idle times' }],
      [{ notes: 'git' }, { group: 'github' }],
      [{ notes: 'github' }, { group: 'my git' }],
      [{ notes: 'my git' }],
      [{ group: 'digits' }],
      [{ notes: 'digits' }, { group: 'great idle times' }],
    ];
    const all = ranks.flat();
    expect(find(all, 'git')).toEqual(all.map((_, at) => at));
    const reversed = all.toReversed();
    const bestFirst = ranks.flatMap((equal) => equal.toReversed());
    expect(find(reversed, 'GIT').map((at = 0) => reversed[at])).toEqual(bestFirst);
  });

  it('stands first where all that was typed stands together', () => {
    const all = [{ issuer: 'Web Services of Amazon' }, { issuer: 'Amazon', label: 'web services' }];
    expect(find([...all, { issuer: 'Amazon Web Services' }], 'amazon web services')[0]).toBe(2);
    expect(find([{ issuer: 'Big Bank Berlin' }, { issuer: 'Big Bank' }], 'Big  bank ')).toEqual([1, 0]);
  });

  it('stays in order where it is found equally well', () => {
    const all = Array.from({ length: 50 }, (_, at) => ({ issuer: at % 2 === 0 ? 'Bank' : 'Bakery', label: `${at}` }));
    const banks = find(all, 'ba');
    expect(banks).toEqual(all.map((_, at) => at));
    expect(find(all, 'bank')).toEqual(all.flatMap((_, at) => (at % 2 === 0 ? [at] : [])));
  });
});

describe('whatever is looked for', () => {
  const text = fc.oneof(
    fc
      .array(
        fc.constantFrom('Bank', 'bänk', 'STRASSE', 'ß', 'İ', 'ς', '銀行', 'カ', '🦊', '\u202e', 'a-b', 'ab', '(x)'),
        {
          maxLength: 3,
        },
      )
      .map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const texts = fc.record({ issuer: text, label: text, group: text, notes: text });
  const many = fc.array(texts, { maxLength: 8 });
  const holds = (check: (all: readonly Texts[], query: string, more: string) => void) =>
    fc.assert(fc.property(many, text, text, check), { numRuns: 1000 });

  it('every account is found by every whole word of its own texts', () => {
    holds((all) => {
      const missed = all.flatMap((one, place) =>
        Object.values(one)
          .flatMap((own) => String(own).split(/\s+/))
          .filter((word) => !find(all, word).includes(place)),
      );
      expect(missed).toEqual([]);
    });
  });

  it('another word never finds more', () => {
    holds((all, query, more) => {
      const before = new Set(find(all, query));
      expect(find(all, `${query} ${more}`).filter((place) => !before.has(place))).toEqual([]);
    });
  });

  it('nothing is found twice, and the order of the words finds no other', () => {
    holds((all, query, more) => {
      const places = find(all, `${query} ${more}`);
      expect(new Set(places).size).toBe(places.length);
      expect(new Set(find(all, `${more} ${query}`))).toEqual(new Set(places));
    });
  });

  it('nothing typed, or nothing that is seen, gives all as they stand', () => {
    holds((all) => {
      for (const query of ['', '  ', '\t\n', '\u200b', '\u202e \u2066'])
        expect(find(all, query)).toEqual(all.map((_, at) => at));
    });
  });
});
