/**
 * The middle of a finder to a fraction of a pixel. The search places a finder to half a pixel of the level it was seen on,
 * which may be four pixels of the picture, and what three finders are off by adds up at the fourth corner. Here the edges of
 * core and gap are where the brightness itself crosses half way between ink and paper.
 */
import type { Finder } from './finders';
import { type GreyPicture, greyAt } from './grey';
import { DARK } from './tones';

const STEPS_PER_MODULE = 16;
const MOST_STEPS = 4 * STEPS_PER_MODULE;
/** From the middle of a finder to the middle of its gap. */
const GAP_MODULES = 2;

/** A line through a finder: from (`x`, `y`) in steps of a sixteenth of a module. */
interface Line {
  readonly picture: GreyPicture;
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly threshold: number;
  readonly isInkDark: boolean;
}

function isInkAt({ picture, x, y, stepX, stepY, threshold, isInkDark }: Line, step: number): boolean {
  return greyAt(picture, x + step * stepX, y + step * stepY) < threshold === isInkDark;
}

/** Steps along the line from its start to the end of the core and to the end of the gap. */
function findEdges(line: Line, direction: 1 | -1): { core: number; gap: number } | undefined {
  let step = 0;
  while (step < MOST_STEPS && isInkAt(line, direction * step)) step++;
  const core = step;
  while (step < MOST_STEPS && !isInkAt(line, direction * step)) step++;
  return core === 0 || step === MOST_STEPS ? undefined : { core, gap: step };
}

/** How many steps the middle lies ahead of the line's start. */
function findShift(line: Line): number | undefined {
  const ahead = findEdges(line, 1);
  const behind = findEdges(line, -1);
  if (ahead === undefined || behind === undefined) return undefined;
  return (ahead.core - behind.core + ahead.gap - behind.gap) / 4;
}

/** The same finder better placed, or as it was where its edges are not clear. `picture` is a level, 1 / `scale` of the whole. */
export function centreFinder(finder: Finder, picture: GreyPicture, scale: number): Finder {
  const width = finder.moduleWidth / scale;
  const height = finder.moduleHeight / scale;
  let x = finder.x / scale;
  let y = finder.y / scale;
  const paper =
    greyAt(picture, x - GAP_MODULES * width, y) +
    greyAt(picture, x + GAP_MODULES * width, y) +
    greyAt(picture, x, y - GAP_MODULES * height) +
    greyAt(picture, x, y + GAP_MODULES * height);
  const threshold = (greyAt(picture, x, y) + paper / 4) / 2;
  const isInkDark = finder.ink === DARK;
  const stepX = width / STEPS_PER_MODULE;
  const stepY = height / STEPS_PER_MODULE;
  for (const isRow of [true, false, true]) {
    const line = { picture, x, y, threshold, isInkDark, stepX: isRow ? stepX : 0, stepY: isRow ? 0 : stepY };
    const shift = findShift(line);
    if (shift === undefined) return finder;
    x += shift * line.stepX;
    y += shift * line.stepY;
  }
  return { ...finder, x: x * scale, y: y * scale };
}
