import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cornersOf,
  onLevel,
  pointAt,
  projectiveTransform,
  type Transform,
  threePointTransform,
} from '../../src/scan/transform';

const coordinate = fc.double({ min: -4000, max: 4000, noNaN: true });
const tilt = fc.double({ min: -0.004, max: 0.004, noNaN: true });
const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
const scale = fc.double({ min: 2, max: 40, noNaN: true });

function transformOf(angle: number, module: number, c: number, f: number, g: number, h: number): Transform {
  const cosine = Math.cos(angle) * module;
  const sine = Math.sin(angle) * module;
  return { a: cosine + c * g, b: -sine + c * h, c, d: sine + f * g, e: cosine + f * h, f, g, h };
}

const anyTransform = fc.tuple(turn, scale, coordinate, coordinate, tilt, tilt).map((terms) => transformOf(...terms));

describe('transform', () => {
  it('is found again from four and from seven of its points', () => {
    fc.assert(
      fc.property(anyTransform, fc.constantFrom(21, 45, 177), (transform, size) => {
        const places = [
          [3.5, 3.5],
          [size - 3.5, 3.5],
          [3.5, size - 3.5],
          [size - 6.5, size - 6.5],
          [size / 2, size / 2],
          [6.5, size / 2],
          [size / 2, 6.5],
        ].map(([u = 0, v = 0]) => ({ u, v, at: pointAt(transform, u, v) }));
        for (const anchors of [places.slice(0, 4), places]) {
          const found = projectiveTransform(anchors);
          expect(found).toBeDefined();
          cornersOf(found ?? transform, size).forEach((corner, i) => {
            const expected = cornersOf(transform, size)[i];
            expect(corner.x).toBeCloseTo(expected?.x ?? 0, 2);
            expect(corner.y).toBeCloseTo(expected?.y ?? 0, 2);
          });
        }
      }),
    );
  });

  it('needs four points in general position', () => {
    const at = { x: 1, y: 1 };
    expect(projectiveTransform([])).toBeUndefined();
    expect(projectiveTransform([3, 4, 5].map((u) => ({ u, v: 0, at })))).toBeUndefined();
    expect(projectiveTransform([3, 4, 5, 6].map((u) => ({ u, v: u, at: { x: u, y: u } })))).toBeUndefined();
  });

  it('goes through its three points whatever their weights', () => {
    const corner = { x: 10, y: 20 };
    const right = { x: 110, y: 25 };
    const below = { x: 4, y: 130 };
    const transform = threePointTransform(corner, right, below, 3.5, 18, 1.2, 0.9);
    for (const [u, v, point] of [
      [3.5, 3.5, corner],
      [21.5, 3.5, right],
      [3.5, 21.5, below],
    ] as const) {
      expect(pointAt(transform, u, v).x).toBeCloseTo(point.x, 9);
      expect(pointAt(transform, u, v).y).toBeCloseTo(point.y, 9);
    }
  });

  it('halves with every level', () => {
    const transform = transformOf(0.3, 8, 100, 200, 0.001, -0.002);
    const { x, y } = pointAt(transform, 12, 7);
    expect(pointAt(onLevel(transform, 2), 12, 7)).toEqual({ x: expect.closeTo(x / 4, 9), y: expect.closeTo(y / 4, 9) });
  });
});
