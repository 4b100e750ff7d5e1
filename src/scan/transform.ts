/**
 * The projective map from modules of a symbol (u right, v down, 0 at its top-left corner) to pixels of the picture.
 * With three points it is affine, which is exact for every code a page draws flat; with four or more it is the projective
 * map of least squares.
 */
import type { Point, Quad } from './pixel-image';

export interface Transform {
  /** x = (a u + b v + c) / w, y = (d u + e v + f) / w, w = g u + h v + 1. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly g: number;
  readonly h: number;
}

/** A place in modules and where the picture shows it. */
export interface Anchor {
  readonly u: number;
  readonly v: number;
  readonly at: Point;
}

export function pointAt(transform: Transform, u: number, v: number): Point {
  const w = transform.g * u + transform.h * v + 1;
  return {
    x: (transform.a * u + transform.b * v + transform.c) / w,
    y: (transform.d * u + transform.e * v + transform.f) / w,
  };
}

/**
 * Through three points: `corner` at module (`inset`, `inset`), its neighbours `span` modules to the right and below.
 * The weights say how much farther from the eye than the corner the neighbours are; all the same (1) is the affine map.
 */
export function threePointTransform(
  corner: Point,
  right: Point,
  below: Point,
  inset: number,
  span: number,
  weightRight = 1,
  weightBelow = 1,
): Transform {
  const g = (weightRight - 1) / span;
  const h = (weightBelow - 1) / span;
  const w = 1 - (g + h) * inset;
  const a = (weightRight * right.x - corner.x) / span;
  const b = (weightBelow * below.x - corner.x) / span;
  const d = (weightRight * right.y - corner.y) / span;
  const e = (weightBelow * below.y - corner.y) / span;
  const c = corner.x - (a + b) * inset;
  const f = corner.y - (d + e) * inset;
  return { a: a / w, b: b / w, c: c / w, d: d / w, e: e / w, f: f / w, g: g / w, h: h / w };
}

/** Gaussian elimination with row exchange, in place; rows are [coefficients..., right side]. Singular systems are undefined. */
function solve(rows: Float64Array[]): Float64Array | undefined {
  const count = rows.length;
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < count; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < count; row++) {
      if (Math.abs(cell(row, pivot)) > Math.abs(cell(best, pivot))) best = row;
    }
    const chosen = rows[best];
    const displaced = rows[pivot];
    if (chosen === undefined || displaced === undefined || Math.abs(cell(best, pivot)) < 1e-12) return undefined;
    rows[best] = displaced;
    rows[pivot] = chosen;
    for (let row = 0; row < count; row++) {
      const target = rows[row];
      if (row === pivot || target === undefined) continue;
      const factor = cell(row, pivot) / cell(pivot, pivot);
      for (let column = pivot; column <= count; column++)
        target[column] = cell(row, column) - factor * cell(pivot, column);
    }
  }
  return Float64Array.from(rows, (_, row) => cell(row, count) / cell(row, row));
}

/**
 * Least squares over four or more anchors, by the normal equations of the linear form x (g u + h v + 1) = a u + b v + c.
 * Modules and pixels are scaled to about 1 first, or the squares would swamp the small terms.
 */
export function projectiveTransform(anchors: readonly Anchor[]): Transform | undefined {
  const origin = anchors[0]?.at;
  if (origin === undefined || anchors.length < 4) return undefined;
  const moduleScale = Math.max(...anchors.map(({ u, v }) => Math.max(Math.abs(u), Math.abs(v))));
  const pixelScale = Math.max(...anchors.map(({ at }) => Math.hypot(at.x - origin.x, at.y - origin.y)));
  const rows = Array.from({ length: 8 }, () => new Float64Array(9));
  for (const anchor of anchors) {
    const u = anchor.u / moduleScale;
    const v = anchor.v / moduleScale;
    const x = (anchor.at.x - origin.x) / pixelScale;
    const y = (anchor.at.y - origin.y) / pixelScale;
    addEquation(rows, [u, v, 1, 0, 0, 0, -u * x, -v * x, x]);
    addEquation(rows, [0, 0, 0, u, v, 1, -u * y, -v * y, y]);
  }
  const found = solve(rows);
  if (found === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = found;
  return {
    a: (a * pixelScale + g * origin.x) / moduleScale,
    b: (b * pixelScale + h * origin.x) / moduleScale,
    c: c * pixelScale + origin.x,
    d: (d * pixelScale + g * origin.y) / moduleScale,
    e: (e * pixelScale + h * origin.y) / moduleScale,
    f: f * pixelScale + origin.y,
    g: g / moduleScale,
    h: h / moduleScale,
  };
}

function addEquation(rows: readonly Float64Array[], equation: readonly number[]): void {
  rows.forEach((row, i) => {
    for (let j = 0; j < 9; j++) row[j] = (row[j] as number) + (equation[i] as number) * (equation[j] as number);
  });
}

export function cornersOf(transform: Transform, size: number): Quad {
  return [
    pointAt(transform, 0, 0),
    pointAt(transform, size, 0),
    pointAt(transform, size, size),
    pointAt(transform, 0, size),
  ];
}

/** The same map in the pixels of pyramid level `level`. */
export function onLevel(transform: Transform, level: number): Transform {
  const scale = 1 / 2 ** level;
  const { a, b, c, d, e, f, g, h } = transform;
  return { a: a * scale, b: b * scale, c: c * scale, d: d * scale, e: e * scale, f: f * scale, g, h };
}
