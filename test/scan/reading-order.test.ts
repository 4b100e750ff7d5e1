import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '../../src/scan/reading-order';

function square(name: string, x: number, y: number, side = 100) {
  const corners = [
    { x, y },
    { x: x + side, y },
    { x: x + side, y: y + side },
    { x, y: y + side },
  ] as const;
  return { name, corners };
}

const order = (...codes: ReturnType<typeof square>[]) => inReadingOrder(codes).map(({ name }) => name);

describe('codes in reading order', () => {
  it('go row by row, also where a row is not quite level', () => {
    expect(order(square('d', 300, 420), square('b', 300, 10), square('c', 0, 400), square('a', 0, 30))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('take a small one beside a large one as its neighbour', () => {
    expect(order(square('small', 300, 60, 40), square('large', 0, 0, 200))).toEqual(['large', 'small']);
  });

  it('are none where there are none, and one where there is one', () => {
    expect(order()).toEqual([]);
    expect(order(square('only', 5, 5))).toEqual(['only']);
  });
});
