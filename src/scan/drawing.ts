/**
 * A clean small picture of sampled modules: what every decoder reads without trouble, whatever the page looked like.
 */
import type { PixelImage } from './pixel-image';
import { DARK_MODULE } from './symbol';

const PIXELS_PER_MODULE = 4;
/** ISO/IEC 18004:2015, 6.3.8: a quiet zone of four modules. */
const QUIET_MODULES = 4;

/** Black on white, opaque; `modules` row by row. */
export function drawModules(modules: Uint8Array, size: number): PixelImage {
  const side = (size + 2 * QUIET_MODULES) * PIXELS_PER_MODULE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const pixels = new Uint32Array(data.buffer);
  const black = new Uint32Array(new Uint8Array([0, 0, 0, 255]).buffer)[0] as number;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== DARK_MODULE) continue;
      const left = (QUIET_MODULES + column) * PIXELS_PER_MODULE;
      const top = (QUIET_MODULES + row) * PIXELS_PER_MODULE;
      for (let y = top; y < top + PIXELS_PER_MODULE; y++)
        pixels.fill(black, y * side + left, y * side + left + PIXELS_PER_MODULE);
    }
  }
  return { data, width: side, height: side };
}
