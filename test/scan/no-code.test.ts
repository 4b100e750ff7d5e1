import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanPixels } from '../../src/scan/scan-pixels';
import { BLACK, type Colour, NIGHT, Page, seededRandom, WHITE } from './pictures';

const DIM: Colour = [200, 200, 210];

function noise(width: number, height: number, seed: number, cell: number): Page {
  const page = new Page(width, height, WHITE);
  const random = seededRandom(seed);
  for (let y = 0; y < height; y += cell) {
    for (let x = 0; x < width; x += cell) {
      const grey = Math.floor(random() * 256);
      page.rectangle(x, y, cell, cell, [grey, grey, grey]);
    }
  }
  return page;
}

function finder(page: Page, left: number, top: number, scale: number): void {
  page.rectangle(left, top, 7 * scale, 7 * scale, BLACK);
  page.rectangle(left + scale, top + scale, 5 * scale, 5 * scale, WHITE);
  page.rectangle(left + 2 * scale, top + 2 * scale, 3 * scale, 3 * scale, BLACK);
}

describe('pictures without a code give no text', () => {
  it.each([8, 12, 16, 24])('text, %d pixels high, light and dark', (lineHeight) => {
    for (const [ground, ink] of [
      [WHITE, BLACK],
      [NIGHT, DIM],
    ] as const) {
      const page = new Page(1000, 600, ground);
      page.text(lineHeight, ink, lineHeight);
      expect(scanPixels(page).codes).toEqual([]);
    }
  });

  it.each([1, 2, 3, 5, 9])('noise in cells of %d pixels', (cell) => {
    expect(scanPixels(noise(500, 400, cell, cell)).codes).toEqual([]);
  });

  it.each([1, 2, 4, 7, 30])('a checkerboard of %d pixels', (cell) => {
    const page = new Page(400, 300, WHITE);
    for (let y = 0; y < 300; y += cell) {
      for (let x = (y / cell) % 2 === 0 ? 0 : cell; x < 400; x += 2 * cell) page.rectangle(x, y, cell, cell, BLACK);
    }
    expect(scanPixels(page).codes).toEqual([]);
  });

  it('a gradient', () => {
    const page = new Page(700, 500, WHITE);
    for (let x = 0; x < 700; x++) page.rectangle(x, 0, 1, 500, [x % 256, (x >> 1) % 256, 255 - (x % 256)]);
    expect(scanPixels(page)).toEqual({ codes: [], finders: 0, isComplete: true });
  });

  it('three finders with noise between them', () => {
    const page = noise(25 * 6, 25 * 6, 5, 6);
    page.rectangle(0, 0, 8 * 6, 8 * 6, WHITE);
    page.rectangle(17 * 6, 0, 8 * 6, 8 * 6, WHITE);
    page.rectangle(0, 17 * 6, 8 * 6, 8 * 6, WHITE);
    finder(page, 0, 0, 6);
    finder(page, 18 * 6, 0, 6);
    finder(page, 0, 18 * 6, 6);
    expect(scanPixels(page).codes).toEqual([]);
  });

  it('a grid of finders, the worst page for a search of triples', () => {
    const page = new Page(1200, 800, WHITE);
    for (let y = 20; y < 740; y += 45) for (let x = 20; x < 1140; x += 45) finder(page, x, y, 4);
    expect(scanPixels(page).codes).toEqual([]);
  });
});

describe('pictures of any size are answered', () => {
  it.each([
    [0, 0],
    [0, 10],
    [10, 0],
    [1, 1],
    [1, 3000],
    [3000, 1],
    [2, 2],
    [5000, 3000],
  ])('%d x %d', (width, height) => {
    const data = new Uint8ClampedArray(width * height * 4).fill(120);
    expect(scanPixels({ data, width, height })).toEqual({ codes: [], finders: 0, isComplete: true });
  });

  it('whatever the pixels, transparent ones too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (width, height, seed) => {
        const random = seededRandom(seed);
        const data = Uint8ClampedArray.from({ length: width * height * 4 }, () => random() * 256);
        expect(scanPixels({ data, width, height }).codes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
