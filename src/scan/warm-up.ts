/**
 * A picture that is scanned for nothing but its effect on the engine: what has run once is compiled. One code with nothing
 * legible between its finders takes every step of a scan and has no text. Small, for somebody may be about to scan.
 */
import { drawModules } from './drawing';
import type { PixelImage } from './pixel-image';
import { modulesAcross, paintFunctionPatterns } from './symbol';

const VERSION = 5;

export function warmUpPicture(): PixelImage {
  const size = modulesAcross(VERSION);
  const modules = Uint8Array.from({ length: size * size }, (_, i) => Number((i * i) % 7 < 3));
  paintFunctionPatterns(modules, VERSION);
  return drawModules(modules, size);
}
