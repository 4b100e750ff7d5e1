/**
 * Where the modules of a symbol lie that no plane explains: on cloth, crumpled paper, a bent screen, or where nothing shows the
 * tilt. From the finders outwards each block of modules is moved a little to where its samples are farthest from the grey half
 * way between ink and paper: half a module off, every sample is a mixture of two.
 */
import { type GreyPicture, greyAt } from './grey';
import { FINDER_MIDDLE } from './symbol';
import { pointAt, type Transform } from './transform';

/** How far each module of a symbol, row by row, lies from where a transform expects it, in modules. */
export interface Shifts {
  readonly u: Float32Array;
  readonly v: Float32Array;
}

const BLOCK_MODULES = 3;
/** A block is looked at together with this much of its neighbours. */
const OVERLAP_MODULES = 1;
const REACH_MODULES = 0.6;
const STEP_MODULES = 0.2;
/** Half way between ink and paper is told by this much of the neighbours, so that both are among them. */
const MIDDLE_OVERLAP_MODULES = 2;
/** Share of the contrast that a move by a whole module must be worth. */
const MOVE_COST = 0.25;

interface Block {
  readonly u: number;
  readonly v: number;
  isPlaced: boolean;
}

export function findShifts(picture: GreyPicture, transform: Transform, size: number): Shifts {
  const across = Math.ceil(size / BLOCK_MODULES);
  const blocks: Block[] = Array.from({ length: across * across }, () => ({ u: 0, v: 0, isPlaced: false }));
  const at = (column: number, row: number): Block | undefined =>
    column < 0 || row < 0 || column >= across || row >= across ? undefined : blocks[row * across + column];
  for (const [column, row] of blocksFromFinders(across, size)) {
    const expected = expectShift(column, row, at);
    const shift = bestShift(picture, transform, size, column * BLOCK_MODULES, row * BLOCK_MODULES, expected);
    blocks[row * across + column] = { ...shift, isPlaced: true };
  }
  return interpolate(blocks, across, size);
}

/** Blocks in the order of their distance from the nearest finder, so that each has neighbours that were placed before. */
function blocksFromFinders(across: number, size: number): [column: number, row: number][] {
  const near = FINDER_MIDDLE / BLOCK_MODULES - 0.5;
  const far = (size - FINDER_MIDDLE) / BLOCK_MODULES - 0.5;
  const distance = ([column, row]: [number, number]): number =>
    Math.min(
      Math.hypot(column - near, row - near),
      Math.hypot(column - far, row - near),
      Math.hypot(column - near, row - far),
    );
  return Array.from({ length: across * across }, (_, i): [number, number] => [i % across, Math.floor(i / across)]).sort(
    (a, b) => distance(a) - distance(b),
  );
}

/** Goes on as the neighbours go, straight where two in a row are known. */
function expectShift(
  column: number,
  row: number,
  at: (column: number, row: number) => Block | undefined,
): { u: number; v: number } {
  let u = 0;
  let v = 0;
  let weights = 0;
  for (let dv = -1; dv <= 1; dv++) {
    for (let du = -1; du <= 1; du++) {
      const next = at(column + du, row + dv);
      if (next === undefined || !next.isPlaced || (du === 0 && dv === 0)) continue;
      const beyond = at(column + 2 * du, row + 2 * dv);
      const isStraight = beyond?.isPlaced === true;
      const weight = isStraight ? 1 : 0.5;
      u += weight * (isStraight ? 2 * next.u - beyond.u : next.u);
      v += weight * (isStraight ? 2 * next.v - beyond.v : next.v);
      weights += weight;
    }
  }
  return weights === 0 ? { u: 0, v: 0 } : { u: u / weights, v: v / weights };
}

function bestShift(
  picture: GreyPicture,
  transform: Transform,
  size: number,
  left: number,
  top: number,
  expected: { readonly u: number; readonly v: number },
): { u: number; v: number } {
  const middle = middleGrey(samplesOf(picture, transform, size, left, top, expected, MIDDLE_OVERLAP_MODULES));
  let best = { ...expected };
  let bestClearness = Number.NEGATIVE_INFINITY;
  for (let dv = -REACH_MODULES; dv <= REACH_MODULES + 1e-9; dv += STEP_MODULES) {
    for (let du = -REACH_MODULES; du <= REACH_MODULES + 1e-9; du += STEP_MODULES) {
      const shift = { u: expected.u + du, v: expected.v + dv };
      const samples = samplesOf(picture, transform, size, left, top, shift, OVERLAP_MODULES);
      const clearness = samples.reduce((sum, grey) => sum + Math.abs(grey - middle), 0) / samples.length;
      const worth = clearness * (1 - MOVE_COST * Math.hypot(du, dv));
      if (worth > bestClearness) {
        bestClearness = worth;
        best = shift;
      }
    }
  }
  return best;
}

function middleGrey(samples: readonly number[]): number {
  return (Math.min(...samples) + Math.max(...samples)) / 2;
}

/** Brightness at the middles of a block's modules and of those around it. */
function samplesOf(
  picture: GreyPicture,
  transform: Transform,
  size: number,
  left: number,
  top: number,
  shift: { readonly u: number; readonly v: number },
  overlap: number,
): number[] {
  const samples: number[] = [];
  const right = Math.min(left + BLOCK_MODULES + overlap, size);
  const bottom = Math.min(top + BLOCK_MODULES + overlap, size);
  for (let row = Math.max(top - overlap, 0); row < bottom; row++) {
    for (let column = Math.max(left - overlap, 0); column < right; column++) {
      const { x, y } = pointAt(transform, column + 0.5 + shift.u, row + 0.5 + shift.v);
      samples.push(greyAt(picture, x, y));
    }
  }
  return samples;
}

/** From the middles of blocks to every module, bilinear, level beyond the outermost. */
function interpolate(blocks: readonly Block[], across: number, size: number): Shifts {
  const u = new Float32Array(size * size);
  const v = new Float32Array(size * size);
  for (let row = 0, at = 0; row < size; row++) {
    const y = Math.min(Math.max((row + 0.5) / BLOCK_MODULES - 0.5, 0), across - 1);
    const top = Math.min(Math.floor(y), across - 2);
    for (let column = 0; column < size; column++, at++) {
      const x = Math.min(Math.max((column + 0.5) / BLOCK_MODULES - 0.5, 0), across - 1);
      const left = Math.min(Math.floor(x), across - 2);
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const) {
        const block = blocks[(top + dy) * across + left + dx];
        const weight = Math.abs(1 - dx - (x - left)) * Math.abs(1 - dy - (y - top));
        u[at] = (u[at] as number) + weight * (block?.u ?? 0);
        v[at] = (v[at] as number) + weight * (block?.v ?? 0);
      }
    }
  }
  return { u, v };
}
