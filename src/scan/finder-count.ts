/**
 * Which of the loose finders a person would call part of a code. The search keeps whatever might be a corner; a message such
 * as "a code is cut off" needs to be surer: round from all sides, upright like the ideal pattern, and with what only a code
 * has beside it. Square logos and buttons pass for finders; they stand alone, or beside text of another pitch.
 */
import type { Finder } from './finders';
import { type GreyPicture, greyAt } from './grey';
import { finderCorrelation } from './match';
import { isInQuad } from './pixel-image';
import type { FoundCode } from './read-match';
import { FINDER_MIDDLE } from './symbol';
import { onLevel, pointAt, type Transform } from './transform';

const LEAST_CORRELATION = 0.9;
/** Data beside a finder: this many modules from its middle, past ring and separator, and as far as the least code has any. */
const NEAREST_DATA_MODULE = 5;
const FARTHEST_DATA_MODULE = 9;
/** Of the modules of a block of data, how many are ink at least, and how many paper: about half are. */
const LEAST_SHARE = 0.25;
/** How many differ from the next one, along and across: about half too, and in letters, which have strokes, fewer. */
const LEAST_CHANGES = 0.36;
/** Of the same modules, how many are plainly ink or plainly paper. Text of another pitch is grey at every second point. */
const LEAST_PLAIN_SHARE = 0.75;
/** In the finder's own contrast, how near to ink or paper is plain. */
const PLAIN = 0.3;

/** An upright finder and the modules around it; the finder's middle is at (`FINDER_MIDDLE`, `FINDER_MIDDLE`). */
interface Surroundings {
  readonly picture: GreyPicture;
  readonly transform: Transform;
}

function surroundingsOf(finder: Finder, levels: readonly GreyPicture[]): Surroundings | undefined {
  const { x, y, moduleWidth, moduleHeight } = finder;
  const module = Math.min(moduleWidth, moduleHeight);
  const level = Math.min(Math.max(Math.floor(Math.log2(module / 3)), 0), levels.length - 1);
  const picture = levels[level];
  if (picture === undefined) return undefined;
  const left = x - FINDER_MIDDLE * moduleWidth;
  const top = y - FINDER_MIDDLE * moduleHeight;
  const upright = { a: moduleWidth, b: 0, c: left, d: 0, e: moduleHeight, f: top, g: 0, h: 0 };
  return { picture, transform: onLevel(upright, level) };
}

/** 0 is the ink of the finder's core, 1 the paper of its gap, at modules from its middle; NaN outside the picture. */
function inkScale({ picture, transform }: Surroundings): (column: number, row: number) => number {
  const brightness = (column: number, row: number): number => {
    const { x, y } = pointAt(transform, FINDER_MIDDLE + column, FINDER_MIDDLE + row);
    return x < 0 || y < 0 || x > picture.width || y > picture.height ? Number.NaN : greyAt(picture, x, y);
  };
  const ink = brightness(0, 0);
  const paper = (brightness(2, 0) + brightness(-2, 0) + brightness(0, 2) + brightness(0, -2)) / 4;
  return (column, row) => (brightness(column, row) - ink) / (paper - ink);
}

type Side = 'data' | 'cut' | 'other';

/** What lies beside the finder in direction (`dx`, `dy`), one of them 0 and the other 1 or -1; `cut` is the picture's edge. */
function sideOf(scale: (column: number, row: number) => number, dx: number, dy: number): Side {
  let inks = 0;
  let plain = 0;
  let changes = 0;
  for (let across = -3; across <= 3; across++) {
    for (let along = NEAREST_DATA_MODULE; along <= FARTHEST_DATA_MODULE; along++) {
      const value = scale(along * dx + across * dy, along * dy + across * dx);
      if (Number.isNaN(value)) return 'cut';
      const isInk = value < 0.5;
      if (isInk) inks++;
      if (Math.min(Math.abs(value), Math.abs(value - 1)) < PLAIN) plain++;
      const nextAlong = scale((along + 1) * dx + across * dy, (along + 1) * dy + across * dx);
      const nextAcross = scale(along * dx + (across + 1) * dy, along * dy + (across + 1) * dx);
      changes += Number(nextAlong < 0.5 !== isInk) + Number(nextAcross < 0.5 !== isInk);
    }
  }
  const count = 7 * (FARTHEST_DATA_MODULE - NEAREST_DATA_MODULE + 1);
  const isHalf = (share: number): boolean => share >= LEAST_SHARE && share <= 1 - LEAST_SHARE;
  const isData = isHalf(inks / count) && changes / count / 2 >= LEAST_CHANGES && plain / count >= LEAST_PLAIN_SHARE;
  return isData ? 'data' : 'other';
}

/** The finder of a corner has data to the left or to the right and not on both sides; what may lie beyond the edge is open. */
function isOneSided(a: Side, b: Side): boolean {
  const sides = [a, b];
  const count = sides.filter((side) => side === 'data').length;
  return count === 1 || (count === 0 && sides.includes('cut'));
}

function looksLikeCorner(finder: Finder, levels: readonly GreyPicture[]): boolean {
  const surroundings = surroundingsOf(finder, levels);
  if (surroundings === undefined) return false;
  const { picture, transform } = surroundings;
  if (finderCorrelation(picture, transform, 0, 0, finder.ink) < LEAST_CORRELATION) return false;
  const scale = inkScale(surroundings);
  const [right, left, below, above] = [
    sideOf(scale, 1, 0),
    sideOf(scale, -1, 0),
    sideOf(scale, 0, 1),
    sideOf(scale, 0, -1),
  ];
  return [right, left, below, above].includes('data') && isOneSided(right, left) && isOneSided(below, above);
}

export function clearFinders(
  finders: readonly Finder[],
  codes: readonly FoundCode[],
  levels: readonly GreyPicture[],
): Finder[] {
  return finders.filter(
    (finder) =>
      finder.roundness === 1 &&
      !codes.some(({ corners }) => isInQuad(corners, finder, finder.moduleWidth)) &&
      looksLikeCorner(finder, levels),
  );
}
