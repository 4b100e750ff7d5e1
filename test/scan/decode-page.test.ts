import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/scan/decode-page';
import { fillQuad, type GreyPicture, greyPyramid } from '../../src/scan/grey';
import { pageCodes } from '../../src/scan/page-codes';
import { BLACK, matrixOf, NIGHT, Page, WHITE } from './pictures';

function greyOf(page: Page): GreyPicture {
  const [whole] = greyPyramid(page);
  if (whole === undefined) throw new Error('no level');
  return whole;
}

function pageWith(text: string, textEncoder?: (text: string) => Uint8Array): Page {
  const page = new Page(300, 300, WHITE);
  page.code(matrixOf(text, 'medium', undefined, textEncoder), 40, 40, 5);
  return page;
}

describe('decodePage', () => {
  it.each([
    ['bytes', 'otpauth://totp/Zürich?secret=GEZDGNBV'],
    ['digits', '3141592653589793'],
    ['capitals', 'HTTP://EXAMPLE.COM'],
  ])('reads %s', (_, text) => {
    expect(decodePage(greyOf(pageWith(text)))?.text).toBe(text);
  });

  it('reads a Latin-1 label, in place of which qr itself has U+FFFD', () => {
    const text = 'otpauth://totp/Zürich?secret=GEZDGNBV';
    const latin1 = (whole: string) => Uint8Array.from(whole, (character) => character.charCodeAt(0));
    expect(decodePage(greyOf(pageWith(text, latin1)))?.text).toBe(text);
  });

  it('refuses a text with U+FFFD', () => {
    expect(decodePage(greyOf(pageWith('half a \ufffd character')))).toBeUndefined();
  });

  it('gives the corners without the quiet zone', () => {
    const page = new Page(300, 300, WHITE);
    const drawn = page.code(matrixOf('corners', 'low'), 60, 50, 6);
    const found = decodePage(greyOf(page))?.corners;
    drawn.forEach((corner, i) => {
      expect(Math.hypot(corner.x - (found?.[i]?.x ?? 0), corner.y - (found?.[i]?.y ?? 0))).toBeLessThan(6);
    });
  });

  it.each([
    [1, 1],
    [1, 900],
    [900, 1],
    [5000, 3],
    [3, 5000],
  ])('is silent on %d x %d pixels', (width, height) => {
    expect(decodePage({ pixels: new Uint8Array(width * height).fill(90), width, height })).toBeUndefined();
  });
});

describe('fillQuad', () => {
  it('paints over a quad wherever it lies, and counts what changed', () => {
    const level = greyOf(new Page(20, 10, WHITE));
    const quad = (left: number, top: number, side: number) =>
      [
        { x: left, y: top },
        { x: left + side, y: top },
        { x: left + side, y: top + side },
        { x: left, y: top + side },
      ] as const;
    expect(fillQuad(level, quad(2, 3, 4), 128)).toBe(16);
    expect(fillQuad(level, quad(2, 3, 4), 128)).toBe(0);
    expect(fillQuad(level, quad(-100, -100, 50), 128)).toBe(0);
    expect(fillQuad(level, quad(-100, -100, 500), 128)).toBe(200 - 16);
    expect(fillQuad(level, quad(Number.NaN, 0, 5), 128)).toBe(0);
  });
});

describe('pageCodes', () => {
  const page = new Page(700, 300, WHITE);
  const first = page.code(matrixOf('first', 'low'), 30, 40, 5);
  page.code(matrixOf('second', 'low'), 250, 60, 6);
  page.code(matrixOf('third', 'low'), 500, 100, 4, { dark: WHITE, light: NIGHT });
  const levels = greyPyramid(page);
  const textsOf = (...parameters: Parameters<typeof pageCodes>) =>
    Array.from(pageCodes(...parameters), ({ text }) => text).sort();

  it('finds one after the other, and not what is known', () => {
    expect(textsOf(levels, [], () => false)).toEqual(['first', 'second', 'third']);
    expect(textsOf(levels, [{ text: 'first', corners: first }], () => false)).toEqual(['second', 'third']);
  });

  it('leaves the levels as they are', () => {
    const before = levels[0]?.pixels.slice();
    textsOf(levels, [], () => false);
    expect(levels[0]?.pixels).toEqual(before);
  });

  it('stops when told, and at an empty picture', () => {
    expect(textsOf(levels, [], () => true)).toEqual([]);
    expect(textsOf(greyPyramid(new Page(100, 100, BLACK)), [], () => false)).toEqual([]);
    expect(textsOf([], [], () => false)).toEqual([]);
  });
});
