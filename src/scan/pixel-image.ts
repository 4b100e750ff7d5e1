/** RGBA pixels, row by row, four bytes each, not premultiplied: an `ImageData` fits, and so does a decoded PNG in Node. */
export interface PixelImage {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** In pixels of the picture, x to the right and y down; pixel (0, 0) covers 0 to 1, so its middle is at 0.5. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top-left, top-right, bottom-right, bottom-left as the code itself is oriented, without its quiet zone. */
export type Quad = readonly [Point, Point, Point, Point];

export function distanceBetween(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Whether `point` lies in the convex `quad`, widened by `marginPixels`; the quad may turn either way. */
export function isInQuad(quad: Quad, point: Point, marginPixels: number): boolean {
  let leftmost = Number.POSITIVE_INFINITY;
  let rightmost = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < 4; i++) {
    const from = quad[i] as Point;
    const to = quad[(i + 1) % 4] as Point;
    const cross = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
    const side = cross / Math.max(distanceBetween(from, to), 1);
    leftmost = Math.min(leftmost, side);
    rightmost = Math.max(rightmost, side);
  }
  return leftmost >= -marginPixels || rightmost <= marginPixels;
}
