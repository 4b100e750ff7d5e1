/**
 * Finder patterns in a tone map (ISO/IEC 18004:2015, 6.3.3 "Finder pattern", and the 1:1:3:1:1 search of its reference decode
 * algorithm).
 *
 * A line through the middle of a finder crosses ink, paper, ink, paper, ink as 1:1:3:1:1 at any rotation. Only the inner
 * five modules are measured: the outer ink may run on into a dark page where a code has no quiet zone, on one side at most.
 * Horizontal and vertical module sizes are kept apart, because codes drawn with text or in tables are not square.
 * What passes both lines is looked at along sixteen rays; the share of rays that see core, gap and ring ranks the finder.
 */
import type { Ink, ToneMap } from './tones';

export interface Finder {
  readonly ink: Ink;
  readonly x: number;
  readonly y: number;
  /** A seventh of the finder's extent along a row, and along a column. */
  readonly moduleWidth: number;
  readonly moduleHeight: number;
  /** 0 to 1: share of the rays from the middle that cross core, gap and ring where they should. */
  readonly roundness: number;
}

const RAYS = 16;
const LEAST_ROUNDNESS = 0.7;

/** Runs of one line through a finder: outer ink, gap, core, gap, outer ink, in pixels. */
function isFinderRatio(outer1: number, gap1: number, core: number, gap2: number, outer2: number): boolean {
  const module = (gap1 + core + gap2) / 5;
  const least = 0.4 * module;
  const most = 1.75 * module;
  return (
    core >= 1.9 * module &&
    core <= 4.1 * module &&
    gap1 >= least &&
    gap1 <= most &&
    gap2 >= least &&
    gap2 <= most &&
    outer1 >= least &&
    outer2 >= least &&
    Math.min(outer1, outer2) <= 1.9 * module
  );
}

/** Measures of one line, written in place so that the search allocates nothing per line. */
const line = { middle: 0, module: 0 };

/** Walks both ways from a cell of the core; `position` is the cell's place on the line, `length` the line's. */
function measureLine(
  cells: Uint8Array,
  at: number,
  stride: number,
  position: number,
  length: number,
  ink: Ink,
): boolean {
  let ahead = position;
  let cell = at;
  while (ahead < length && cells[cell] === ink) {
    ahead++;
    cell += stride;
  }
  const coreEnd = ahead;
  while (ahead < length && cells[cell] !== ink) {
    ahead++;
    cell += stride;
  }
  const gapEnd = ahead;
  while (ahead < length && cells[cell] === ink) {
    ahead++;
    cell += stride;
  }
  let behind = position;
  cell = at;
  while (behind >= 0 && cells[cell] === ink) {
    behind--;
    cell -= stride;
  }
  const coreStart = behind + 1;
  while (behind >= 0 && cells[cell] !== ink) {
    behind--;
    cell -= stride;
  }
  const gapStart = behind + 1;
  while (behind >= 0 && cells[cell] === ink) {
    behind--;
    cell -= stride;
  }
  const fits = isFinderRatio(
    gapStart - behind - 1,
    coreStart - gapStart,
    coreEnd - coreStart,
    gapEnd - coreEnd,
    ahead - gapEnd,
  );
  line.middle = (coreStart + coreEnd + gapStart + gapEnd) / 4;
  line.module = (gapEnd - gapStart) / 5;
  return fits;
}

/** In any direction the gap ends 5/3 as far out as it begins, whatever the rotation; steps of a quarter module. */
function roundnessAt(
  tones: ToneMap,
  ink: Ink,
  x: number,
  y: number,
  moduleWidth: number,
  moduleHeight: number,
): number {
  const { cells, width, height } = tones;
  let good = 0;
  for (let ray = 0; ray < RAYS; ray++) {
    const angle = (2 * Math.PI * ray) / RAYS;
    const stepX = (Math.cos(angle) * moduleWidth) / 4;
    const stepY = (Math.sin(angle) * moduleHeight) / 4;
    let step = 0;
    let crossings = 0;
    let gapStart = 0;
    let gapEnd = 0;
    for (; step < 20 && crossings < 2; step++) {
      const column = Math.floor(x + step * stepX);
      const row = Math.floor(y + step * stepY);
      const isInk = column >= 0 && row >= 0 && column < width && row < height && cells[row * width + column] === ink;
      if (crossings === 0 && !isInk) {
        crossings = 1;
        gapStart = step;
      } else if (crossings === 1 && isInk) {
        crossings = 2;
        gapEnd = step;
      }
    }
    if (crossings === 2 && gapStart >= 3 && gapStart <= 11 && gapEnd >= 1.2 * gapStart && gapEnd <= 2.5 * gapStart)
      good++;
  }
  return good / RAYS;
}

function findFinder(tones: ToneMap, ink: Ink, column: number, row: number): Finder | undefined {
  const { cells, width, height } = tones;
  if (!measureLine(cells, row * width + column, width, row, height, ink)) return undefined;
  const y = line.middle;
  const moduleHeight = line.module;
  const middleRow = Math.floor(y);
  if (cells[middleRow * width + column] !== ink) return undefined;
  if (!measureLine(cells, middleRow * width + column, 1, column, width, ink)) return undefined;
  const x = line.middle;
  const moduleWidth = line.module;
  if (moduleWidth > 2.2 * moduleHeight || moduleHeight > 2.2 * moduleWidth) return undefined;
  const roundness = roundnessAt(tones, ink, x, y, moduleWidth, moduleHeight);
  return roundness >= LEAST_ROUNDNESS ? { ink, x, y, moduleWidth, moduleHeight, roundness } : undefined;
}

/** The same finder in a picture `scale` times as large. */
export function onScale(finder: Finder, scale: number): Finder {
  const { ink, roundness } = finder;
  return {
    ink,
    x: finder.x * scale,
    y: finder.y * scale,
    moduleWidth: finder.moduleWidth * scale,
    moduleHeight: finder.moduleHeight * scale,
    roundness,
  };
}

/** Two sightings of one finder: middles within a module, sizes alike. */
export function isSameFinder(a: Finder, b: Finder): boolean {
  return (
    a.ink === b.ink &&
    Math.abs(a.x - b.x) < Math.max(a.moduleWidth, b.moduleWidth) &&
    Math.abs(a.y - b.y) < Math.max(a.moduleHeight, b.moduleHeight) &&
    a.moduleWidth < 1.5 * b.moduleWidth &&
    b.moduleWidth < 1.5 * a.moduleWidth
  );
}

function keepBest(finders: Finder[], seen: Finder): void {
  for (let i = finders.length - 1; i >= 0; i--) {
    const known = finders[i] as Finder;
    if (isSameFinder(known, seen)) {
      if (seen.roundness > known.roundness) finders[i] = seen;
      return;
    }
  }
  finders.push(seen);
}

/** Every finder of one ink, in pixels of the map, each once. Every second row is enough: a core is three modules high. */
export function findersIn(tones: ToneMap, ink: Ink): Finder[] {
  const { cells, width, height } = tones;
  const finders: Finder[] = [];
  for (let y = 0; y < height; y += 2) {
    const row = y * width;
    let outer = 0;
    let gap1 = 0;
    let core = 0;
    let gap2 = 0;
    let run = 0;
    let inside = false;
    for (let x = 0; x <= width; x++) {
      const now = x < width && cells[row + x] === ink;
      if (now === inside) {
        run++;
        continue;
      }
      if (inside && outer > 0 && isFinderRatio(outer, gap1, core, gap2, run)) {
        const seen = findFinder(tones, ink, x - run - gap2 - ((core + 1) >> 1), y);
        if (seen !== undefined) keepBest(finders, seen);
      }
      outer = gap1;
      gap1 = core;
      core = gap2;
      gap2 = run;
      run = 1;
      inside = now;
    }
  }
  return finders;
}
