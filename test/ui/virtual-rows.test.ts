import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeFor } from '../../src/ui/virtual-rows';

const range = fc
  .tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 40 }))
  .map(([first, count]) => ({ first, end: first + count }));

describe('the rows that are drawn', () => {
  it('stay the same as long as everything in sight is among them', () => {
    const before = { first: 10, end: 30 };
    for (const sight of [before, { first: 10, end: 12 }, { first: 28, end: 30 }, { first: 15, end: 15 }])
      expect(rangeFor(sight, before)).toBe(before);
  });

  it('begin with the first one at the top of the list', () => {
    expect(rangeFor({ first: 2, end: 9 }, { first: 40, end: 60 }).first).toBe(0);
  });

  it('are all that is in sight and some around it, and few, wherever one scrolls from', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 20 }), (sights) => {
        let drawn = { first: 0, end: 10 };
        for (const sight of sights) {
          const next = rangeFor(sight, drawn);
          expect(next.first).toBeLessThanOrEqual(sight.first);
          expect(next.end).toBeGreaterThanOrEqual(sight.end);
          expect(next.first).toBeGreaterThanOrEqual(0);
          expect(next.end - next.first).toBeLessThanOrEqual(40 + 16);
          // A step of one row draws nothing anew.
          expect(
            rangeFor({ first: sight.first + 1, end: sight.end + 1 }, rangeFor(sight, { first: -1, end: -1 })),
          ).toEqual(rangeFor(sight, { first: -1, end: -1 }));
          drawn = next;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
