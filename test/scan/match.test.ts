/** Which version three finders belong to, and how well that explains the pixels. */
import { describe, expect, it } from 'vitest';
import type { Finder } from '../../src/scan/finders';
import { greyPyramid } from '../../src/scan/grey';
import { findMatch, levelFor } from '../../src/scan/match';
import { DARK } from '../../src/scan/tones';
import type { Triple } from '../../src/scan/triples';
import { matrixOf, Page, seenAtAngle, WHITE } from './pictures';

interface Seen {
  readonly x: number;
  readonly y: number;
  /** How many pixels wide and high a module is there. */
  readonly moduleWidth: number;
  readonly moduleHeight: number;
}

/** The finders of a code where they were seen; `counted` modules from one to the next. */
function tripleOf([corner, right, below]: readonly [Seen, Seen, Seen], counted: number): Triple {
  const finder = (seen: Seen): Finder => ({ ink: DARK, ...seen, roundness: 1 });
  const finders = { corner: finder(corner), right: finder(right), below: finder(below) };
  return { ...finders, modulesRight: counted, modulesBelow: counted, strain: 0 };
}

const VERSION = 6;
const SCALE = 6;
const SIZE = 17 + 4 * VERSION;
const LEFT = 60;
const SPAN = SIZE - 7;

function drawn(): Page {
  const page = new Page(400, 400, WHITE);
  page.code(matrixOf('match', 'low', VERSION), LEFT, LEFT, SCALE);
  return page;
}

const flat = (column: number, row: number): Seen => {
  const at = (place: number) => LEFT + (place + 3.5) * SCALE;
  return { x: at(column), y: at(row), moduleWidth: SCALE, moduleHeight: SCALE };
};
const FLAT = [flat(0, 0), flat(SPAN, 0), flat(0, SPAN)] as const;

describe('a code seen from in front', () => {
  it.each([0.87, 0.93, 1, 1.07, 1.13])(
    'is of its version, where its modules were counted as %d of what they are',
    (off) => {
      const [version, scale] = [20, 4];
      const size = 17 + 4 * version;
      const page = new Page(500, 500, WHITE);
      page.code(matrixOf('match', 'low', version), LEFT, LEFT, scale);
      const [near, far] = [LEFT + 3.5 * scale, LEFT + (size - 3.5) * scale];
      const at = (x: number, y: number): Seen => ({ x, y, moduleWidth: scale, moduleHeight: scale });
      const match = findMatch(
        tripleOf([at(near, near), at(far, near), at(near, far)], size * off - 7),
        greyPyramid(page),
      );
      expect(match?.version).toBe(version);
      expect(match?.score).toBeGreaterThan(0.9);
    },
  );

  it.each(['row', 'column'])('is a worse match where its timing %s is gone', (which) => {
    const page = drawn();
    const [start, end] = [LEFT + 8 * SCALE, (SIZE - 16) * SCALE];
    const at = LEFT + 6 * SCALE;
    if (which === 'row') page.rectangle(start, at, end, SCALE, WHITE);
    else page.rectangle(at, start, SCALE, end, WHITE);
    const whole = findMatch(tripleOf(FLAT, SPAN), greyPyramid(drawn()))?.score ?? 0;
    expect(findMatch(tripleOf(FLAT, SPAN), greyPyramid(page))?.score).toBeLessThan(0.8 * whole);
  });

  it('is no match where a finder is gone', () => {
    const page = drawn();
    page.rectangle(LEFT, LEFT + SPAN * SCALE, 7 * SCALE, 7 * SCALE, WHITE);
    expect(findMatch(tripleOf(FLAT, SPAN), greyPyramid(page))).toBeUndefined();
  });
});

describe('a code seen at an angle', () => {
  const MIDDLE = 200;

  /** Where `seenAtAngle` shows a point of the page, and how large a pixel of the page is there. */
  function seen({ x, y }: Seen, tiltRight: number, tiltDown: number): Seen {
    const at = (column: number, row: number) => {
      const [right, down] = [column - MIDDLE, row - MIDDLE];
      const farther = 1 + (tiltRight * right + tiltDown * down) / 400;
      return [MIDDLE + right / farther, MIDDLE + down / farther] as const;
    };
    const [here, beside, under] = [at(x, y), at(x + SCALE, y), at(x, y + SCALE)];
    return { x: here[0], y: here[1], moduleWidth: beside[0] - here[0], moduleHeight: under[1] - here[1] };
  }

  it.each([
    [0.3, 0],
    [0, -0.3],
    [0.25, 0.25],
    [-0.3, 0.2],
  ])('tilted by %d and %d, matches by its tilt, also where the sizes of its finders are off', (tiltRight, tiltDown) => {
    const levels = greyPyramid(seenAtAngle(drawn(), tiltRight, tiltDown));
    const tilted = FLAT.map((finder) => seen(finder, tiltRight, tiltDown));
    for (const off of [1, 0.7, 1.3]) {
      const [corner, right, below] = tilted as [Seen, Seen, Seen];
      const measured = { ...right, moduleWidth: right.moduleWidth * off };
      const match = findMatch(tripleOf([corner, measured, below], SPAN), levels);
      expect(match?.version).toBe(VERSION);
      expect(match?.score).toBeGreaterThan(0.8);
    }
  });
});

it('modules are sampled where they are three to six pixels wide', () => {
  const levels = Array.from({ length: 4 }, () => greyPyramid(new Page(8, 8, WHITE))).flatMap(
    ([picture]) => picture ?? [],
  );
  const levelAt = (pixels: number, others = pixels) => {
    const [one, other] = [pixels, others].map((side) => ({ x: 0, y: 0, moduleWidth: side, moduleHeight: side }));
    return levelFor(tripleOf([other as Seen, one as Seen, other as Seen], SPAN), levels);
  };
  expect([2, 3, 5.9, 6, 11.9, 12, 23.9, 24].map((pixels) => levelAt(pixels))).toEqual([0, 0, 0, 1, 1, 2, 2, 3]);
  expect(levelAt(1_000)).toBe(levels.length - 1);
  expect(levelAt(5, 13)).toBe(0);
});
