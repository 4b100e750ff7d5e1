import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/scan/pixel-image';
import { scanPixels } from '../../src/scan/scan-pixels';
import { IS_LONG } from '../tier';
import {
  BLACK,
  type CodeLook,
  type Colour,
  type Correction,
  matrixOf,
  NIGHT,
  Page,
  seenAtAngle,
  WHITE,
} from './pictures';

const URI = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Example';
const GREY: Colour = [90, 94, 102];

function farthestCorner(found: readonly Point[], drawn: readonly Point[]): number {
  return Math.max(...found.map((point, i) => Math.hypot(point.x - (drawn[i]?.x ?? 0), point.y - (drawn[i]?.y ?? 0))));
}

function expectRead(page: Page, text: string, drawn: readonly Point[], modulePixels: number): void {
  const { codes, finders } = scanPixels(page);
  expect(codes.map((code) => code.text)).toEqual([text]);
  expect(farthestCorner(codes[0]?.corners ?? [], drawn)).toBeLessThan(Math.max(2, modulePixels));
  expect(finders).toBe(0);
}

describe('scanPixels: one code on a page', () => {
  const looks: [name: string, ground: Colour, ink: Colour, look: CodeLook][] = [
    ['black on a white page', WHITE, GREY, {}],
    ['on a white card on a dark page', NIGHT, GREY, {}],
    ['without quiet zone on a white page', WHITE, GREY, { quietModules: 0 }],
    ['without quiet zone on a dark page', NIGHT, GREY, { quietModules: 0 }],
    ['with one module of quiet zone on a dark page', NIGHT, GREY, { quietModules: 1 }],
    ['inverted on a dark page', NIGHT, GREY, { dark: WHITE, light: NIGHT, quietModules: 0 }],
    ['inverted on a white page', WHITE, GREY, { dark: WHITE, light: BLACK }],
    ['green on cream', [250, 250, 245], GREY, { dark: [22, 163, 74], light: [254, 249, 195] }],
    ['violet on white', WHITE, GREY, { dark: [124, 58, 237], light: WHITE }],
    ['pale, thirty grey levels apart', WHITE, GREY, { dark: [190, 190, 190], light: [220, 220, 220] }],
  ];
  it.each(looks)('%s', (_, ground, ink, look) => {
    for (const scale of [3, 4.4, 8]) {
      const page = new Page(960, 640, ground);
      page.text(scale * 10, ink);
      const drawn = page.code(matrixOf(URI, 'medium'), 380.3, 140.7, scale, look);
      expectRead(page, URI, drawn, scale);
    }
  });

  it.each([2, 2.2, 2.5, 3, 3.7, 5, 7.3, 10])('%d pixels per module', (scale) => {
    const page = new Page(1280, 800, WHITE);
    page.text(7, GREY, scale > 4 ? 30 : 15);
    expectRead(page, URI, page.code(matrixOf(URI, 'low'), 640, 180, scale), scale);
  });

  const LEVELS: readonly Correction[] = ['low', 'medium', 'quartile', 'high'];
  // Every version, and every level in at least three of them; the long run reads each at each.
  const levelsOf = (version: number) => LEVELS.filter((_, place) => IS_LONG || version % LEVELS.length === place);

  it.each([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])('version %d', (version) => {
    for (const ecc of levelsOf(version)) {
      const text = `version ${version}, ${ecc}`;
      const page = new Page(640, 480, WHITE);
      page.text(version, GREY);
      expectRead(page, text, page.code(matrixOf(text, ecc, version), 150, 90, 3.5), 3.5);
    }
  });

  it.each([-170, -90, -45, -12, 5, 20, 33, 45, 90, 180])('turned by %d degrees', (degrees) => {
    const page = new Page(900, 900, WHITE);
    page.text(3, GREY);
    expectRead(page, URI, page.code(matrixOf(URI, 'medium'), 450, 450, 5, { degrees }), 5);
  });

  it.each([
    [0.3, 0],
    [0, -0.3],
    [0.25, 0.25],
    [-0.3, 0.2],
  ])('seen at an angle, tilted by %d and %d', (tiltRight, tiltDown) => {
    for (const [scale, version] of [
      [9, 2],
      [7, 6],
      [6, 10],
    ] as const) {
      const page = new Page(640, 640, WHITE);
      const text = `version ${version}`;
      const matrix = matrixOf(text, 'low', version);
      const corner = 320 - (matrix.length * scale) / 2;
      page.code(matrix, corner, corner, scale);
      expect(scanPixels(seenAtAngle(page, tiltRight, tiltDown)).codes.map((code) => code.text)).toEqual([text]);
    }
  });

  it('mirrored', () => {
    const page = new Page(400, 400, WHITE);
    const matrix = matrixOf(URI, 'medium');
    const mirrored = matrix.map((row) => [...row].reverse());
    page.code(mirrored, 60, 60, 5);
    expect(scanPixels(page).codes.map((code) => code.text)).toEqual([URI]);
  });

  it('filling a high-density screen', () => {
    const page = new Page(2560, 1440, WHITE);
    expectRead(page, URI, page.code(matrixOf(URI, 'medium'), 600, 60, 31), 31);
  });

  it('as the whole picture', () => {
    const matrix = matrixOf(URI, 'medium');
    const page = new Page(matrix.length * 4, matrix.length * 4, WHITE);
    expectRead(page, URI, page.code(matrix, 0, 0, 4), 4);
  });
});

describe('scanPixels: texts', () => {
  it.each([
    ['accents in UTF-8', 'otpauth://totp/Zürich:Zoë@例え?secret=GEZDGNBV'],
    ['digits', '31415926535897932384626433832795'],
    ['capitals', 'HTTP://EXAMPLE.COM/LOGIN'],
  ])('%s', (_, text) => {
    const page = new Page(400, 400, WHITE);
    page.code(matrixOf(text, 'medium'), 60, 60, 5);
    expect(scanPixels(page).codes.map((code) => code.text)).toEqual([text]);
  });

  it('reads a Latin-1 label whole, which jsqr itself drops', () => {
    const text = 'otpauth://totp/Zürich?secret=GEZDGNBV';
    const latin1 = (whole: string) => Uint8Array.from(whole, (character) => character.charCodeAt(0));
    const page = new Page(400, 400, WHITE);
    page.code(matrixOf(text, 'medium', undefined, latin1), 60, 60, 5);
    expect(scanPixels(page).codes.map((code) => code.text)).toEqual([text]);
  });
});

describe('scanPixels: several codes', () => {
  it('finds each with its place and tells them as it goes', () => {
    const page = new Page(1280, 800, WHITE);
    page.text(11, GREY);
    const texts = ['otpauth://totp/a?secret=GEZDGNBV', 'https://example.com/app', 'WIFI:S:guests;;'];
    const drawn = [
      page.code(matrixOf('otpauth://totp/a?secret=GEZDGNBV', 'medium'), 100, 100, 6),
      page.code(matrixOf('https://example.com/app', 'low'), 600, 120, 3),
      page.code(matrixOf('WIFI:S:guests;;', 'high'), 900, 500, 4, { dark: WHITE, light: NIGHT }),
    ];
    const told: string[] = [];
    const { codes } = scanPixels(page, { onCode: (code) => told.push(code.text) });
    expect(told).toEqual(codes.map((code) => code.text));
    expect([...told].sort()).toEqual([...texts].sort());
    for (const { text, corners } of codes)
      expect(farthestCorner(corners, drawn[texts.indexOf(text)] ?? [])).toBeLessThan(6);
  });

  it('counts the clear finders of a code that is cut off, and reads nothing', () => {
    const page = new Page(640, 480, WHITE);
    page.code(matrixOf(URI, 'medium'), 200, 480 - 20 * 6, 6);
    expect(scanPixels(page)).toEqual({ codes: [], finders: 2, isComplete: true });
  });

  it.each([
    ['below', 200, 480 - 20 * 6],
    ['above', 200, -20 * 6],
    ['on the left', -20 * 6, 120],
    ['on the right', 640 - 20 * 6, 120],
  ])('counts the clear finders of a code that is cut off %s', (_, left, top) => {
    const page = new Page(640, 480, WHITE);
    page.code(matrixOf(URI, 'medium'), left, top, 6);
    const { codes, finders } = scanPixels(page);
    expect(codes).toEqual([]);
    expect(finders).toBeGreaterThanOrEqual(1);
    expect(finders).toBeLessThanOrEqual(2);
  });

  it('counts no square logo, not between text or other logos either', () => {
    const page = new Page(640, 480, WHITE);
    page.text(5, BLACK, 30);
    for (const [left, top, scale] of [
      [40, 40, 4],
      [300, 200, 6],
      [360, 200, 6],
      [500, 430, 9],
    ] as const) {
      page.rectangle(left - scale, top - scale, 9 * scale, 9 * scale, WHITE);
      page.rectangle(left, top, 7 * scale, 7 * scale, BLACK);
      page.rectangle(left + scale, top + scale, 5 * scale, 5 * scale, WHITE);
      page.rectangle(left + 2 * scale, top + 2 * scale, 3 * scale, 3 * scale, BLACK);
    }
    expect(scanPixels(page)).toEqual({ codes: [], finders: 0, isComplete: true });
  });
});

describe('scanPixels: styles', () => {
  it('loose dots, the rings of the finders too', () => {
    const matrix = matrixOf(URI, 'medium');
    const far = matrix.length - 5;
    const isCore = (u: number, v: number) =>
      [2, 3, 4].includes(u) || (u >= far && u < far + 3)
        ? [2, 3, 4].includes(v) || (u < 5 && v >= far && v < far + 3)
        : false;
    const page = new Page(matrix.length * 8 + 80, matrix.length * 8 + 80, WHITE);
    matrix.forEach((row, v) => {
      row.forEach((isDark, u) => {
        if (isCore(u, v)) page.rectangle(40 + u * 8, 40 + v * 8, 8, 8, BLACK);
        else if (isDark) page.rectangle(42 + u * 8, 42 + v * 8, 4, 4, BLACK);
      });
    });
    expect(scanPixels(page).codes.map(({ text }) => text)).toEqual([URI]);
  });
});

describe('scanPixels: told when to end', () => {
  const page = new Page(640, 480, WHITE);
  page.text(11, GREY);
  page.code(matrixOf(URI, 'medium'), 100, 100, 5);

  it('does nothing more, and says that there may be more', () => {
    expect(scanPixels(page, { isOver: () => true })).toMatchObject({ codes: [], isComplete: false });
  });

  it('keeps what was read by then', () => {
    let isOver = false;
    const result = scanPixels(page, {
      isOver: () => isOver,
      onCode: () => {
        isOver = true;
      },
    });
    expect(result).toMatchObject({ codes: [{ text: URI }], isComplete: false });
  });

  it('is complete where nobody ended it', () => {
    expect(scanPixels(page, { isOver: () => false }).isComplete).toBe(true);
  });
});
