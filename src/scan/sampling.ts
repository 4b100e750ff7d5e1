/**
 * From pixels to modules: one brightness per module, then dark or light.
 */
import type { GreyPicture } from './grey';
import { greyAt } from './grey';
import { DARK_MODULE, FINDER_MODULES, finderModule, LIGHT_MODULE } from './symbol';
import { DARK, type Ink } from './tones';
import type { Transform } from './transform';
import type { Shifts } from './warp';

/** How far beside a module's middle the four further samples lie, in modules. Dots and rounded styles still cover them. */
const SPREAD_MODULES = 0.2;

/** Mean of five samples per module, row by row; `transform` leads to pixels of `picture`. Inverted codes come out ordinary. */
export function sampleModules(
  picture: GreyPicture,
  transform: Transform,
  size: number,
  ink: Ink,
  shifts?: Shifts,
): Float32Array {
  const { a, b, c, d, e, f, g, h } = transform;
  const samples = new Float32Array(size * size);
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      const u = column + 0.5 + (shifts?.u[at] ?? 0);
      const v = row + 0.5 + (shifts?.v[at] ?? 0);
      const w = g * u + h * v + 1;
      const x = (a * u + b * v + c) / w;
      const y = (d * u + e * v + f) / w;
      const ux = (a * SPREAD_MODULES) / w;
      const uy = (d * SPREAD_MODULES) / w;
      const vx = (b * SPREAD_MODULES) / w;
      const vy = (e * SPREAD_MODULES) / w;
      const grey =
        (2 * greyAt(picture, x, y) +
          greyAt(picture, x + ux, y + uy) +
          greyAt(picture, x - ux, y - uy) +
          greyAt(picture, x + vx, y + vy) +
          greyAt(picture, x - vx, y - vy)) /
        6;
      samples[at] = ink === DARK ? grey : 255 - grey;
    }
  }
  return samples;
}

/** Half way between the dark and the light of one finder. */
function finderThreshold(samples: Float32Array, size: number, left: number, top: number): number {
  let dark = 0;
  let light = 0;
  for (let row = 0; row < FINDER_MODULES; row++) {
    for (let column = 0; column < FINDER_MODULES; column++) {
      const sample = samples[(top + row) * size + left + column] as number;
      if (finderModule(column, row) === DARK_MODULE) dark += sample;
      else light += sample;
    }
  }
  return dark / 33 / 2 + light / 16 / 2;
}

/** Dark or light by a plane through the thresholds of the three finders: follows a gradient, is not led astray by a logo. */
export function modulesByFinders(samples: Float32Array, size: number): Uint8Array {
  const far = size - FINDER_MODULES;
  const corner = finderThreshold(samples, size, 0, 0);
  const perColumn = (finderThreshold(samples, size, far, 0) - corner) / far;
  const perRow = (finderThreshold(samples, size, 0, far) - corner) / far;
  const modules = new Uint8Array(size * size);
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      const threshold = corner + perColumn * (column - 3) + perRow * (row - 3);
      modules[at] = (samples[at] as number) < threshold ? DARK_MODULE : LIGHT_MODULE;
    }
  }
  return modules;
}

/** Dark or light by the mean of the modules within `reach`: for uneven light, coloured corners, backgrounds. */
export function modulesByNeighbours(samples: Float32Array, size: number, reach: number): Uint8Array {
  const modules = new Uint8Array(size * size);
  const sums = new Float64Array((size + 1) * (size + 1));
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) {
      sum += samples[row * size + column] as number;
      sums[(row + 1) * (size + 1) + column + 1] = sum + (sums[row * (size + 1) + column + 1] as number);
    }
  }
  for (let row = 0, at = 0; row < size; row++) {
    const top = Math.max(row - reach, 0) * (size + 1);
    const bottom = Math.min(row + reach + 1, size) * (size + 1);
    for (let column = 0; column < size; column++, at++) {
      const left = Math.max(column - reach, 0);
      const right = Math.min(column + reach + 1, size);
      const sum =
        (sums[bottom + right] as number) -
        (sums[bottom + left] as number) -
        (sums[top + right] as number) +
        (sums[top + left] as number);
      const count = ((bottom - top) / (size + 1)) * (right - left);
      modules[at] = (samples[at] as number) * count < sum ? DARK_MODULE : LIGHT_MODULE;
    }
  }
  return modules;
}
