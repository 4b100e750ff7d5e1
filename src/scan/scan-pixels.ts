/**
 * Pixels in, texts with their places out: the one door of this room for pictures.
 *
 * jsqr on a whole screenshot reads two codes of three and no inverted one; behind our own finder search it is given one
 * rectified, cleaned and redrawn code at a time. Only where that search reads nothing does jsqr get the picture itself, at
 * most `MOST_FALLBACK_PIXELS` of it, so that no picture it could have read is lost and no page costs more than that.
 */
import { decodePicture } from './decode';
import { clearFinders } from './finder-count';
import { type GreyPicture, greyPyramid } from './grey';
import type { PixelImage } from './pixel-image';
import type { FoundCode } from './read-match';
import { Search } from './search';

export interface ScanOptions {
  /** Called with each code the moment it is read, in the order of `codes`. */
  readonly onCode?: (code: FoundCode) => void;
}

export interface ScanResult {
  readonly codes: readonly FoundCode[];
  /** Clear finder patterns that belong to no code that was read: one or two of a size may be a code cut off by the window. */
  readonly finders: number;
}

const MOST_FALLBACK_PIXELS = 1_100_000;

/** Any picture will do, also an empty one; `codes` has one item per code in the picture, best readable first. */
export function scanPixels(image: PixelImage, { onCode }: ScanOptions = {}): ScanResult {
  if (image.width < 1 || image.height < 1) return { codes: [], finders: 0 };
  const levels = greyPyramid(image);
  const search = new Search(levels);
  const codes: FoundCode[] = [];
  const add = (code: FoundCode): void => {
    codes.push(code);
    onCode?.(code);
  };
  for (const code of search.codes()) add(code);
  if (codes.length === 0) {
    const code = findWithoutSearch(levels);
    if (code !== undefined) add(code);
  }
  return { codes, finders: clearFinders(search.looseFinders, codes, levels).length };
}

function findWithoutSearch(levels: readonly GreyPicture[]): FoundCode | undefined {
  const level = levels.findIndex(({ width, height }) => width * height <= MOST_FALLBACK_PIXELS);
  const picture = levels[level];
  if (picture === undefined) return undefined;
  const decoded = decodePicture(asImage(picture));
  if (decoded === undefined) return undefined;
  const scale = 2 ** level;
  const [a, b, c, d] = decoded.corners;
  const scaled = ({ x, y }: typeof a) => ({ x: x * scale, y: y * scale });
  return { text: decoded.text, corners: [scaled(a), scaled(b), scaled(c), scaled(d)] };
}

function asImage({ pixels, width, height }: GreyPicture): PixelImage {
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
    const grey = pixels[i] as number;
    data[at] = grey;
    data[at + 1] = grey;
    data[at + 2] = grey;
  }
  return { data, width, height };
}
