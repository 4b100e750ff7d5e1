/**
 * How well a triple and a version explain the pixels: correlation with the ideal finders and with the timing patterns.
 *
 * Finders alone do not tell versions apart, and text can look like them; the alternation of the timing patterns
 * (ISO/IEC 18004:2015, 6.3.5) settles both. Where a flat reading does not fit, the code may be seen at an angle: the sizes of the
 * finders give a first guess of it, and the timing patterns, each of which depends on one of the two tilts, the rest.
 */
import { Correlation } from './correlation';
import { centreFinder } from './finder-middle';
import type { Finder } from './finders';
import { type GreyPicture, greyAt } from './grey';
import {
  DARK_MODULE,
  FINDER_MIDDLE,
  FINDER_MODULES,
  finderModule,
  LEAST_VERSION,
  MOST_VERSION,
  modulesAcross,
} from './symbol';
import { onLevel, pointAt, type Transform, threePointTransform } from './transform';
import type { Triple } from './triples';

export interface Match {
  readonly triple: Triple;
  readonly version: number;
  /** From modules to pixels of level 0. */
  readonly transform: Transform;
  /** Correlation of the worst finder, 0 to 1. */
  readonly finderScore: number;
  /** The same times the correlation of the timing patterns, 0 to 1. */
  readonly score: number;
}

/** A triple read as one version, on the level of the pyramid where its modules are best sampled. */
interface Hypothesis {
  readonly triple: Triple;
  readonly version: number;
  readonly picture: GreyPicture;
  readonly level: number;
}

const LEAST_FINDER_SCORE = 0.4;
/** From here on the finders are so good that only a tilt can explain a bad timing pattern. */
const TILTED_FINDER_SCORE = 0.6;
/** A flat match this good needs no tilt to tell its version. */
const FLAT_SCORE = 0.6;
/** Leg lengths counted in the finders' own modules are off by no more than this. */
const VERSION_TOLERANCE = 0.15;
const TILT_FACTORS = Array.from({ length: 17 }, (_, i) => 1.025 ** (i - 8));

/** On which level a module is three to six pixels wide: enough to aim at its middle, averaged enough to lose noise. */
export function levelFor({ corner, right, below }: Triple, levels: readonly GreyPicture[]): number {
  const module = Math.min(...[corner, right, below].flatMap((finder) => [finder.moduleWidth, finder.moduleHeight]));
  return Math.min(Math.max(Math.floor(Math.log2(module / 3)), 0), levels.length - 1);
}

/** Correlation with the ideal finder whose top-left module is (`left`, `top`). */
export function finderCorrelation(
  picture: GreyPicture,
  transform: Transform,
  left: number,
  top: number,
  ink: Finder['ink'],
): number {
  const correlation = new Correlation();
  for (let row = 0; row < FINDER_MODULES; row++) {
    for (let column = 0; column < FINDER_MODULES; column++) {
      const { x, y } = pointAt(transform, left + column + 0.5, top + row + 0.5);
      correlation.add(finderModule(column, row) === DARK_MODULE, greyAt(picture, x, y));
    }
  }
  return correlation.valueFor(ink);
}

/** The worst of the three, so that two finders cannot carry a third that is text; 0 as soon as one is hopeless. */
function worstFinder(picture: GreyPicture, transform: Transform, size: number, ink: Finder['ink']): number {
  const far = size - FINDER_MODULES;
  let worst = 1;
  for (const [left, top] of [
    [0, 0],
    [far, 0],
    [0, far],
  ] as const) {
    worst = Math.min(worst, finderCorrelation(picture, transform, left, top, ink));
    if (worst < LEAST_FINDER_SCORE) return 0;
  }
  return worst;
}

function addTimingRow(correlation: Correlation, picture: GreyPicture, transform: Transform, size: number): void {
  for (let i = FINDER_MODULES; i <= size - FINDER_MODULES - 1; i++) {
    const { x, y } = pointAt(transform, i + 0.5, 6.5);
    correlation.add(i % 2 === 0, greyAt(picture, x, y));
  }
}

function addTimingColumn(correlation: Correlation, picture: GreyPicture, transform: Transform, size: number): void {
  for (let i = FINDER_MODULES; i <= size - FINDER_MODULES - 1; i++) {
    const { x, y } = pointAt(transform, 6.5, i + 0.5);
    correlation.add(i % 2 === 0, greyAt(picture, x, y));
  }
}

function transformOf({ triple, version }: Hypothesis, weightRight: number, weightBelow: number): Transform {
  const span = modulesAcross(version) - FINDER_MODULES;
  return threePointTransform(triple.corner, triple.right, triple.below, FINDER_MIDDLE, span, weightRight, weightBelow);
}

function matchWith(hypothesis: Hypothesis, weightRight: number, weightBelow: number): Match {
  const { triple, version, picture, level } = hypothesis;
  const { ink } = triple.corner;
  const size = modulesAcross(version);
  const transform = transformOf(hypothesis, weightRight, weightBelow);
  const local = onLevel(transform, level);
  const finderScore = worstFinder(picture, local, size, ink);
  if (finderScore === 0) return { triple, version, transform, finderScore, score: 0 };
  const timing = new Correlation();
  addTimingRow(timing, picture, local, size);
  addTimingColumn(timing, picture, local, size);
  return { triple, version, transform, finderScore, score: finderScore * Math.max(timing.valueFor(ink), 0) };
}

/** The timing row hardly depends on how far the finder below is, nor the column on the right one: two searches of one number. */
function matchTilted(hypothesis: Hypothesis, weightRight: number, weightBelow: number): Match {
  const { triple, version, picture, level } = hypothesis;
  const size = modulesAcross(version);
  let bestRight = { weight: weightRight, score: 0 };
  let bestBelow = { weight: weightBelow, score: 0 };
  for (const factor of TILT_FACTORS) {
    const row = new Correlation();
    addTimingRow(row, picture, onLevel(transformOf(hypothesis, weightRight * factor, weightBelow), level), size);
    const rowScore = row.valueFor(triple.corner.ink);
    if (rowScore > bestRight.score) bestRight = { weight: weightRight * factor, score: rowScore };
    const column = new Correlation();
    addTimingColumn(column, picture, onLevel(transformOf(hypothesis, weightRight, weightBelow * factor), level), size);
    const columnScore = column.valueFor(triple.corner.ink);
    if (columnScore > bestBelow.score) bestBelow = { weight: weightBelow * factor, score: columnScore };
  }
  return matchWith(hypothesis, bestRight.weight, bestBelow.weight);
}

/**
 * How much farther than the corner another finder is, by its size: along the line of sight a module shrinks with the square
 * of the distance, across it with the distance, so its area with the cube.
 */
function weightOf(corner: Finder, other: Finder): number {
  return Math.cbrt((corner.moduleWidth * corner.moduleHeight) / (other.moduleWidth * other.moduleHeight));
}

/** The version that explains the pixels best among those the leg lengths allow, or nothing where none does. */
export function findMatch(triple: Triple, levels: readonly GreyPicture[]): Match | undefined {
  const level = levelFor(triple, levels);
  const picture = levels[level];
  if (picture === undefined) return undefined;
  const modules = (triple.modulesRight + triple.modulesBelow) / 2 + FINDER_MODULES;
  const from = Math.max(Math.floor((modules * (1 - VERSION_TOLERANCE) - 17) / 4), LEAST_VERSION);
  const to = Math.min(Math.ceil((modules * (1 + VERSION_TOLERANCE) - 17) / 4), MOST_VERSION);
  const weightRight = weightOf(triple.corner, triple.right);
  const weightBelow = weightOf(triple.corner, triple.below);
  let best: Match | undefined;
  const consider = (match: Match): void => {
    if (match.score > (best?.score ?? 0)) best = match;
  };
  for (let version = from; version <= to; version++) {
    const hypothesis: Hypothesis = { triple, version, picture, level };
    const flat = matchWith(hypothesis, 1, 1);
    consider(flat);
    if (flat.score >= FLAT_SCORE) continue;
    const deep = matchWith(hypothesis, weightRight, weightBelow);
    consider(deep);
    if (deep.finderScore >= TILTED_FINDER_SCORE) consider(matchTilted(hypothesis, weightRight, weightBelow));
  }
  return best;
}

/** Other readings of a match, likeliest first: its finders centred, flat and with the tilt its timing patterns ask for. */
export function refineMatch(match: Match, levels: readonly GreyPicture[]): Match[] {
  const level = levelFor(match.triple, levels);
  const picture = levels[level];
  if (picture === undefined) return [match];
  const { corner, right, below } = match.triple;
  const triple: Triple = {
    ...match.triple,
    corner: centreFinder(corner, picture, 2 ** level),
    right: centreFinder(right, picture, 2 ** level),
    below: centreFinder(below, picture, 2 ** level),
  };
  const hypothesis: Hypothesis = { triple, version: match.version, picture, level };
  return [matchWith(hypothesis, 1, 1), matchTilted(hypothesis, 1, 1), match].sort((a, b) => b.score - a.score);
}
