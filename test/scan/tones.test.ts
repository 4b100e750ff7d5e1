import { describe, expect, it } from 'vitest';
import { findersIn } from '../../src/scan/finders';
import { DARK, LIGHT, tonesOf } from '../../src/scan/tones';
import { seededRandom } from './pictures';

/** The definition, pixel by pixel. */
function toneAt(
  pixels: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
  bias: number,
): number {
  let sum = 0;
  let count = 0;
  for (let row = Math.max(y - radius, 0); row <= Math.min(y + radius, height - 1); row++) {
    for (let column = Math.max(x - radius, 0); column <= Math.min(x + radius, width - 1); column++) {
      sum += pixels[row * width + column] ?? 0;
      count++;
    }
  }
  const excess = (pixels[y * width + x] ?? 0) - sum / count;
  return excess < -bias ? DARK : excess > bias ? LIGHT : 0;
}

describe('tones', () => {
  it.each([
    [1, 1, 10],
    [7, 3, 10],
    [40, 31, 6],
    [23, 50, 10],
    [30, 30, 0],
  ])('%d x %d with radius %d are what the local mean says, at the edges too', (width, height, radiusPixels) => {
    const random = seededRandom(width);
    const pixels = Uint8Array.from({ length: width * height }, () => random() * 256);
    const { cells } = tonesOf({ pixels, width, height }, { radiusPixels, bias: 4 });
    const expected = Array.from(pixels, (_, i) =>
      toneAt(pixels, width, height, i % width, Math.floor(i / width), radiusPixels, 4),
    );
    expect(Array.from(cells)).toEqual(expected);
  });
});

describe('finders', () => {
  const PICTURE = [
    '..............',
    '..#######.....',
    '..#.....#.....',
    '..#.###.#.....',
    '..#.###.#.....',
    '..#.###.#.....',
    '..#.....#.....',
    '..#######.....',
    '..............',
  ];

  it.each([
    ['#', DARK, 1],
    ['#', LIGHT, 3],
    ['#', DARK, 4],
  ] as const)('one is seen once, in its place and size', (mark, ink, scale) => {
    const width = 14 * scale;
    const height = 9 * scale;
    const cells = Uint8Array.from({ length: width * height }, (_, i) => {
      const row = PICTURE[Math.floor(i / width / scale)];
      return row?.[Math.floor((i % width) / scale)] === mark ? ink : 0;
    });
    const tones = { cells, width, height };
    expect(findersIn(tones, ink === DARK ? LIGHT : DARK)).toEqual([]);
    expect(findersIn(tones, ink)).toMatchObject([
      { ink, x: 5.5 * scale, y: 4.5 * scale, moduleWidth: scale, moduleHeight: scale },
    ]);
  });
});
