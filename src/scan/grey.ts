/**
 * Brightness of a picture and its pyramid of halves.
 *
 * Codes on a page span 80 to 900 pixels at device pixel ratios 1 to 3. One finder search with fixed window sizes covers that
 * range when it runs over a pyramid, and the averaging of each halving takes JPEG noise and scaling ripple out for nothing.
 */
import type { PixelImage, Quad } from './pixel-image';

export interface GreyPicture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture no longer than this on its long side is not halved again: a code filling it still has modules the search can use. */
const SMALLEST_LONG_SIDE = 320;

/** Luma by the weights of ITU-R BT.601; what is transparent counts as lying on white paper. */
function greyOf(image: PixelImage): GreyPicture {
  const { data, width, height } = image;
  const pixels = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
    const luma = ((data[at] as number) * 77 + (data[at + 1] as number) * 150 + (data[at + 2] as number) * 29) >> 8;
    const alpha = data[at + 3] as number;
    pixels[i] = alpha === 255 ? luma : 255 - (((255 - luma) * alpha) / 255 + 0.5);
  }
  return { pixels, width, height };
}

function halve(picture: GreyPicture): GreyPicture {
  const width = picture.width >> 1;
  const height = picture.height >> 1;
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    let above = 2 * y * picture.width;
    let below = above + picture.width;
    for (let x = 0; x < width; x++, above += 2, below += 2) {
      pixels[at++] =
        ((picture.pixels[above] as number) +
          (picture.pixels[above + 1] as number) +
          (picture.pixels[below] as number) +
          (picture.pixels[below + 1] as number) +
          2) >>
        2;
    }
  }
  return { pixels, width, height };
}

/** Level 0 is the picture itself, each further level half as wide and high. A coordinate on level k is the one on level 0 / 2^k. */
export function greyPyramid(image: PixelImage): GreyPicture[] {
  let level = greyOf(image);
  const levels = [level];
  while (Math.max(level.width, level.height) > SMALLEST_LONG_SIDE && Math.min(level.width, level.height) > 1) {
    level = halve(level);
    levels.push(level);
  }
  return levels;
}

/** Bilinear brightness at a point; outside the picture its edge goes on. */
export function greyAt(picture: GreyPicture, x: number, y: number): number {
  const { pixels, width, height } = picture;
  const fromX = Math.min(Math.max(x - 0.5, 0), width - 1);
  const fromY = Math.min(Math.max(y - 0.5, 0), height - 1);
  const left = fromX | 0;
  const top = fromY | 0;
  const dx = fromX - left;
  const dy = fromY - top;
  const at = top * width + left;
  const right = left + 1 < width ? 1 : 0;
  const down = top + 1 < height ? width : 0;
  const upper = (pixels[at] as number) * (1 - dx) + (pixels[at + right] as number) * dx;
  const lower = (pixels[at + down] as number) * (1 - dx) + (pixels[at + down + right] as number) * dx;
  return upper * (1 - dy) + lower * dy;
}

/** Paints the convex `quad` over, in place, in one brightness; the answer is how many pixels changed. */
export function fillQuad({ pixels, width, height }: GreyPicture, quad: Quad, grey: number): number {
  const highest = Math.min(...quad.map(({ y }) => y));
  const lowest = Math.max(...quad.map(({ y }) => y));
  let changed = 0;
  for (let y = Math.max(Math.floor(highest), 0); y < Math.min(Math.ceil(lowest), height); y++) {
    const middle = Math.min(Math.max(y + 0.5, highest), lowest);
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < 4; i++) {
      const from = quad[i] ?? quad[0];
      const to = quad[(i + 1) % 4] ?? quad[0];
      if (Math.min(from.y, to.y) > middle || Math.max(from.y, to.y) < middle) continue;
      const x = from.y === to.y ? to.x : from.x + ((middle - from.y) / (to.y - from.y)) * (to.x - from.x);
      left = Math.min(left, x, from.y === to.y ? from.x : x);
      right = Math.max(right, x, from.y === to.y ? from.x : x);
    }
    for (let x = Math.max(Math.floor(left), 0); x < Math.min(Math.ceil(right), width); x++) {
      if (pixels[y * width + x] !== grey) changed++;
      pixels[y * width + x] = grey;
    }
  }
  return changed;
}
