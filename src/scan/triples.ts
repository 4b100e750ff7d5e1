/**
 * Which three finders may be the corners of one symbol.
 *
 * Geometry alone, cheap enough for dense pages where text passes for finders: like sizes, a roughly right angle, legs of
 * about as many modules as each other, and a length some version has. What the pixels say is left to the match.
 */
import type { Finder } from './finders';
import { FINDER_MODULES, LEAST_VERSION, MOST_VERSION, modulesAcross } from './symbol';

export interface Triple {
  readonly corner: Finder;
  /** Seen from the corner, `right` turns clockwise into `below`. */
  readonly right: Finder;
  readonly below: Finder;
  /** From middle to middle, along each leg, by the finders' own module sizes. */
  readonly modulesRight: number;
  readonly modulesBelow: number;
  /** Smaller is better; 0 for a square code of perfect finders. */
  readonly strain: number;
}

const MOST_COSINE = 0.6;
const MOST_RATIO = 1.6;
/** Of two finders that are round beyond doubt: a code seen at a steep angle, of which the small versions suffer most. */
const MOST_SIZE_RATIO = 2;
const MOST_STRAIN = 1.3;
/** Between the middles of two finders. */
const LEAST_SPAN = modulesAcross(LEAST_VERSION) - FINDER_MODULES;
const MOST_SPAN = modulesAcross(MOST_VERSION) - FINDER_MODULES;

interface Leg {
  readonly to: Finder;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
  readonly modules: number;
  readonly sizeRatio: number;
}

function ratio(a: number, b: number): number {
  return a > b ? a / b : b / a;
}

/**
 * A row crosses a finder turned by an angle over 1 / cosine of its width, so one module along the leg is the measured width
 * times the cosine between the leg and the nearer axis.
 */
function moduleAlong(finder: Finder, cosine: number, sine: number): number {
  return Math.abs(cosine) > Math.abs(sine)
    ? finder.moduleWidth * Math.abs(cosine)
    : finder.moduleHeight * Math.abs(sine);
}

function findLeg(from: Finder, to: Finder): Leg | undefined {
  const sizeRatio = Math.max(ratio(from.moduleWidth, to.moduleWidth), ratio(from.moduleHeight, to.moduleHeight));
  if (sizeRatio > (from.roundness === 1 && to.roundness === 1 ? MOST_SIZE_RATIO : MOST_RATIO)) return undefined;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const modules =
    (2 * length) / (moduleAlong(from, dx / length, dy / length) + moduleAlong(to, dx / length, dy / length));
  if (modules < LEAST_SPAN * 0.75 || modules > MOST_SPAN * 1.25) return undefined;
  return { to, dx, dy, length, modules, sizeRatio };
}

/** All plausible triples of one ink, the least strained first, at most `limit`. */
export function triplesOf(finders: readonly Finder[], limit: number): Triple[] {
  const triples: Triple[] = [];
  for (const corner of finders) {
    const legs: Leg[] = [];
    for (const other of finders) {
      const leg = other === corner || other.ink !== corner.ink ? undefined : findLeg(corner, other);
      if (leg !== undefined) legs.push(leg);
    }
    for (const right of legs) {
      for (const below of legs) {
        const cross = right.dx * below.dy - right.dy * below.dx;
        if (cross <= 0) continue;
        const lengths = right.length * below.length;
        const cosine = Math.abs(right.dx * below.dx + right.dy * below.dy) / lengths;
        const legRatio = ratio(right.modules, below.modules);
        if (cosine > MOST_COSINE || legRatio > MOST_RATIO) continue;
        const strain =
          cosine +
          (legRatio - 1) +
          (right.sizeRatio - 1) +
          (below.sizeRatio - 1) +
          roughness(corner, right.to, below.to);
        if (strain > MOST_STRAIN) continue;
        triples.push({
          corner,
          right: right.to,
          below: below.to,
          modulesRight: right.modules,
          modulesBelow: below.modules,
          strain,
        });
      }
    }
  }
  return triples.sort((a, b) => a.strain - b.strain).slice(0, limit);
}

function roughness(...finders: readonly Finder[]): number {
  return finders.reduce((sum, finder) => sum + 1 - finder.roundness, 0);
}
