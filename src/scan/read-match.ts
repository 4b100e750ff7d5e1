/**
 * From a match to a text: rectify, clean, draw, decode. Few attempts, the likeliest first, each another reading of the same
 * pixels: with and without perspective, threshold by the finders or by the neighbourhood.
 */
import { sightAlignment } from './alignment';
import { decodePicture } from './decode';
import { drawModules } from './drawing';
import type { GreyPicture } from './grey';
import { levelFor, type Match, refineMatch } from './match';
import type { Quad } from './pixel-image';
import { modulesByFinders, modulesByNeighbours, sampleModules } from './sampling';
import { alignmentPlaces, FINDER_MIDDLE, modulesAcross, paintFunctionPatterns } from './symbol';
import { type Anchor, cornersOf, onLevel, projectiveTransform, type Transform } from './transform';
import { findShifts, type Shifts } from './warp';

export interface FoundCode {
  readonly text: string;
  /** Top-left, top-right, bottom-right, bottom-left of the code as it is oriented, in pixels of the picture. */
  readonly corners: Quad;
}

const LEAST_ALIGNMENT_SCORE = 0.6;
/** Once four corners are known, the other alignment patterns lie near where they should. */
const INNER_REACH_MODULES = 1.5;
const NEIGHBOUR_REACH_MODULES = 4;

/** The map through the three finders and every alignment pattern that shows, or nothing where the fourth corner's does not. */
function findPerspective(match: Match, picture: GreyPicture, level: number): Transform | undefined {
  const { triple, version, transform } = match;
  const size = modulesAcross(version);
  const scale = 2 ** level;
  const far = size - FINDER_MIDDLE;
  const anchors: Anchor[] = [
    { u: FINDER_MIDDLE, v: FINDER_MIDDLE, at: triple.corner },
    { u: far, v: FINDER_MIDDLE, at: triple.right },
    { u: FINDER_MIDDLE, v: far, at: triple.below },
  ];
  const addSighting = (from: Transform, column: number, row: number, reachModules: number): void => {
    const u = column + 0.5;
    const v = row + 0.5;
    const { at, score } = sightAlignment(picture, onLevel(from, level), u, v, reachModules, triple.corner.ink);
    if (score >= LEAST_ALIGNMENT_SCORE) anchors.push({ u, v, at: { x: at.x * scale, y: at.y * scale } });
  };
  const places = alignmentPlaces(version);
  const fourth = places.pop();
  if (fourth === undefined) return undefined;
  // The error at the fourth corner grows with the tilt and with the size of the symbol.
  addSighting(transform, ...fourth, 2 + size / 12);
  const byFour = projectiveTransform(anchors);
  if (byFour === undefined) return undefined;
  for (const place of places) addSighting(byFour, ...place, INNER_REACH_MODULES);
  return projectiveTransform(anchors);
}

/** The likeliest maps first: through all alignment patterns, then by the finders alone. */
function* transformsFor(match: Match, picture: GreyPicture, levels: readonly GreyPicture[]): Generator<Transform> {
  const level = levelFor(match.triple, levels);
  const readings = refineMatch(match, levels);
  for (const reading of readings) {
    const perspective = findPerspective(reading, picture, level);
    if (perspective !== undefined) yield perspective;
  }
  for (const reading of readings) yield reading.transform;
}

/** The code of a match, if any attempt reads it. */
export function readMatch(match: Match, levels: readonly GreyPicture[]): FoundCode | undefined {
  return readWith(match, levels, () => undefined);
}

/** The same of a symbol that is not flat. Costs a few times as much. */
export function readWarpedMatch(match: Match, levels: readonly GreyPicture[]): FoundCode | undefined {
  return readWith(match, levels, findShifts);
}

function readWith(
  match: Match,
  levels: readonly GreyPicture[],
  shiftsFor: (picture: GreyPicture, transform: Transform, size: number) => Shifts | undefined,
): FoundCode | undefined {
  const { triple, version } = match;
  const level = levelFor(triple, levels);
  const picture = levels[level];
  if (picture === undefined) return undefined;
  const size = modulesAcross(version);
  for (const transform of transformsFor(match, picture, levels)) {
    const local = onLevel(transform, level);
    const samples = sampleModules(picture, local, size, triple.corner.ink, shiftsFor(picture, local, size));
    for (const modules of [
      modulesByFinders(samples, size),
      modulesByNeighbours(samples, size, NEIGHBOUR_REACH_MODULES),
    ]) {
      paintFunctionPatterns(modules, version);
      const decoded = decodePicture(drawModules(modules, size));
      if (decoded !== undefined) return { text: decoded.text, corners: cornersOf(transform, size) };
    }
  }
  return undefined;
}
