import { describe, expect, it } from 'vitest';
import { greyPyramid } from '../../src/scan/grey';
import { scanPixels } from '../../src/scan/scan-pixels';
import { findShifts } from '../../src/scan/warp';
import { matrixOf, Page, seenAtAngle, WHITE } from './pictures';

const TEXT = 'otpauth://totp/Example:alice?secret=GEZDGNBVGY3TQOJQ';
const SCALE = 7;

/** A page as on cloth: every row and column is drawn aside by a wave, up to `pixels` far. */
function crumpled(page: Page, pixels: number): Page {
  const seen = new Page(page.width, page.height, WHITE);
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      const column = Math.round(x + pixels * Math.sin(y / 40));
      const row = Math.round(y + pixels * Math.sin(x / 50 + 1));
      if (column < 0 || row < 0 || column >= page.width || row >= page.height) continue;
      seen.data.set(
        page.data.subarray(4 * (row * page.width + column), 4 * (row * page.width + column) + 4),
        4 * (y * page.width + x),
      );
    }
  }
  return seen;
}

function flatPage(): Page {
  const page = new Page(400, 400, WHITE);
  page.code(matrixOf(TEXT, 'medium'), 60, 60, SCALE);
  return page;
}

describe('findShifts', () => {
  const transform = { a: SCALE, b: 0, c: 60, d: 0, e: SCALE, f: 60, g: 0, h: 0 };
  const size = matrixOf(TEXT, 'medium').length;
  const shiftsOf = (page: Page) => {
    const [picture] = greyPyramid(page);
    if (picture === undefined) throw new Error('no level');
    return findShifts(picture, transform, size);
  };

  it('moves nothing of a flat code by as much as half a module', () => {
    const { u, v } = shiftsOf(flatPage());
    expect(Math.max(...u.map(Math.abs), ...v.map(Math.abs))).toBeLessThan(0.5);
  });

  it('follows the waves of a crumpled one', () => {
    const { u } = shiftsOf(crumpled(flatPage(), 3));
    const middle = size >> 1;
    // A module is seen where the wave takes it: x + 3 sin(y / 40) is its place on the flat page.
    const expected = -(3 / SCALE) * Math.sin((60 + (middle + 0.5) * SCALE) / 40);
    expect(Math.abs((u[middle * size + middle] as number) - expected)).toBeLessThan(0.5);
  });

  it('gives numbers for a picture of one pixel', () => {
    const { u, v } = findShifts({ pixels: Uint8Array.of(9), width: 1, height: 1 }, transform, 21);
    expect([...u, ...v].every(Number.isFinite)).toBe(true);
  });
});

it.each([2, 3, 4])('reads a code on crumpled paper, drawn aside by up to %d pixels', (pixels) => {
  expect(scanPixels(crumpled(flatPage(), pixels)).codes.map(({ text }) => text)).toEqual([TEXT]);
});

it.each([
  [0.7, 0.2],
  [-0.7, 0.2],
  [0.2, -0.7],
])('reads version 1 at a steep angle, tilted by %d and %d', (tiltRight, tiltDown) => {
  const page = new Page(480, 480, WHITE);
  page.code(matrixOf('v1', 'low', 1), 115, 115, 12);
  expect(scanPixels(seenAtAngle(page, tiltRight, tiltDown)).codes.map(({ text }) => text)).toEqual(['v1']);
});
