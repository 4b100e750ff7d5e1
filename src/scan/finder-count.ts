/**
 * Which of the loose finders a person would call one. The search keeps whatever might be a corner; a message such as "a code
 * is cut off" needs to be surer: round from all sides, and upright like the ideal pattern.
 */
import type { Finder } from './finders';
import type { GreyPicture } from './grey';
import { finderCorrelation } from './match';
import { isInQuad } from './pixel-image';
import type { FoundCode } from './read-match';
import { FINDER_MIDDLE } from './symbol';
import { onLevel } from './transform';

const LEAST_CORRELATION = 0.9;

function looksLikeFinder(finder: Finder, levels: readonly GreyPicture[]): boolean {
  const { x, y, moduleWidth, moduleHeight, ink } = finder;
  const module = Math.min(moduleWidth, moduleHeight);
  const level = Math.min(Math.max(Math.floor(Math.log2(module / 3)), 0), levels.length - 1);
  const picture = levels[level];
  if (picture === undefined) return false;
  const upright = {
    a: moduleWidth,
    b: 0,
    c: x - FINDER_MIDDLE * moduleWidth,
    d: 0,
    e: moduleHeight,
    f: y - FINDER_MIDDLE * moduleHeight,
    g: 0,
    h: 0,
  };
  return finderCorrelation(picture, onLevel(upright, level), 0, 0, ink) >= LEAST_CORRELATION;
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
      looksLikeFinder(finder, levels),
  );
}
