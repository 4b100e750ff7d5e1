import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeen, type KnownBatch, missingOf, readKnown, withPart } from '../../src/app/batch-parts';

const NOW = Date.UTC(2030, 0, 1);
const part = (index: number, size = 3, id = -7) => ({ id, index, size });

describe('parts of an export', () => {
  it('come in any order, until none is missing', () => {
    const second = withPart([], part(1), 10, NOW);
    expect(second).toEqual([{ id: -7, size: 3, seen: [1], accounts: 10, atMs: NOW }]);
    expect(missingOf(second, part(1))).toEqual([0, 2]);
    expect([part(0), part(1), part(1, 4), part(1, 3, 8)].map((one) => isSeen(second, one))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    const all = [part(2), part(0)].reduce((known, one) => withPart(known, one, 1, NOW + 5), second);
    expect(all).toEqual([{ id: -7, size: 3, seen: [1, 2, 0], accounts: 12, atMs: NOW + 5 }]);
    expect(missingOf(all, part(0))).toEqual([]);
  });

  it('of several exports are kept apart, the latest last', () => {
    const known = [part(0), part(0, 2, 9), part(1)].reduce(
      (before, one, at) => withPart(before, one, 1, NOW + at),
      [] as readonly KnownBatch[],
    );
    expect(known.map(({ id, seen }) => [id, seen])).toEqual([
      [9, [0]],
      [-7, [0, 1]],
    ]);
  });

  it('without an id are never taken for the same', () => {
    const known = withPart(withPart([], part(0, 2, 0), 1, NOW), part(0, 2, 0), 1, NOW);
    expect(isSeen(known, part(0, 2, 0))).toBe(false);
    expect(known).toMatchObject([{ seen: [0], accounts: 2 }]);
  });
});

describe('what is stored of them', () => {
  const good = { id: -7, size: 2, seen: [1], accounts: 4, atMs: NOW };

  it.each([
    undefined,
    null,
    7,
    'x',
    {},
    { ...good, id: '7' },
    { ...good, size: 0 },
    { ...good, size: 1e9 },
    { ...good, seen: 'x' },
    { ...good, seen: [2] },
    { ...good, seen: [0.5] },
    { ...good, accounts: null },
    { ...good, atMs: Number.NaN },
    { ...good, atMs: NOW - 1 },
  ])('%j is left out, what stands beside it is not', (bad) => {
    expect(readKnown([bad, good], NOW)).toEqual([good]);
    expect(readKnown(bad, NOW)).toEqual([]);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readKnown([stored], 0).length).toBeLessThan(2);
      }),
    );
  });
});
