/**
 * Alignment patterns. Three finders fix an affine map; a code seen at an angle needs a fourth point, and every symbol from
 * version 2 on has an alignment pattern near its fourth corner (ISO/IEC 18004:2015, 6.3.6), from version 7 on more in between.
 */
import { Correlation } from './correlation';
import { type GreyPicture, greyAt } from './grey';
import type { Point } from './pixel-image';
import { alignmentModule, DARK_MODULE } from './symbol';
import type { Ink } from './tones';
import { pointAt, type Transform } from './transform';

export interface AlignmentSighting {
  readonly at: Point;
  /** Correlation with the ideal pattern, at most 1. */
  readonly score: number;
}

/** What a sighting at the very end of the reach is marked down by: data modules can look like the pattern too. */
const FAR_SIGHTING_COST = 0.1;

/** Correlation of the 5 x 5 pattern centred at a point, with the module steps of the transform there. */
function patternScore(picture: GreyPicture, x: number, y: number, stepU: Point, stepV: Point, ink: Ink): number {
  const correlation = new Correlation();
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) {
      const u = column - 2;
      const v = row - 2;
      const grey = greyAt(picture, x + u * stepU.x + v * stepV.x, y + u * stepU.y + v * stepV.y);
      correlation.add(alignmentModule(column, row) === DARK_MODULE, grey);
    }
  }
  return correlation.valueFor(ink);
}

/** The best sighting within `reachModules` of where `transform` expects the middle (`u`, `v`): half-module steps, then finer. */
export function sightAlignment(
  picture: GreyPicture,
  transform: Transform,
  u: number,
  v: number,
  reachModules: number,
  ink: Ink,
): AlignmentSighting {
  const expected = pointAt(transform, u, v);
  const right = pointAt(transform, u + 1, v);
  const below = pointAt(transform, u, v + 1);
  const stepU = { x: right.x - expected.x, y: right.y - expected.y };
  const stepV = { x: below.x - expected.x, y: below.y - expected.y };
  let best = { at: expected, score: 0, rank: 0, offsetU: 0, offsetV: 0 };
  for (const { reach, step } of [
    { reach: reachModules, step: 0.5 },
    { reach: 0.375, step: 0.125 },
  ]) {
    const middle = best;
    for (let dv = -reach; dv <= reach; dv += step) {
      for (let du = -reach; du <= reach; du += step) {
        const offsetU = middle.offsetU + du;
        const offsetV = middle.offsetV + dv;
        const x = expected.x + offsetU * stepU.x + offsetV * stepV.x;
        const y = expected.y + offsetU * stepU.y + offsetV * stepV.y;
        const score = patternScore(picture, x, y, stepU, stepV, ink);
        const rank = score - FAR_SIGHTING_COST * (Math.hypot(offsetU, offsetV) / reachModules);
        if (rank > best.rank) best = { at: { x, y }, score, rank, offsetU, offsetV };
      }
    }
  }
  return { at: best.at, score: best.score };
}
