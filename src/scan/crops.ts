/**
 * The last resort: three finders that look like a code and could not be read are cut out and given to jsqr as they are. It
 * aims at modules by other marks than we do.
 */
import { type DecodedPicture, decodePicture } from './decode';
import type { GreyPicture } from './grey';
import { levelFor, type Match } from './match';
import type { PixelImage } from './pixel-image';
import type { FoundCode } from './read-match';
import { modulesAcross } from './symbol';
import { DARK, type Ink } from './tones';
import { cornersOf } from './transform';

/** Around the code, for its quiet zone and for what the three corners say wrongly about the fourth. */
const MARGIN_MODULES = 6;

interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The code of a match by jsqr alone; corners in pixels of level 0. */
export function readCrop(match: Match, levels: readonly GreyPicture[]): FoundCode | undefined {
  const level = levelFor(match.triple, levels);
  const picture = levels[level];
  if (picture === undefined) return undefined;
  const scale = 2 ** level;
  const size = modulesAcross(match.version);
  const corners = cornersOf(match.transform, size);
  const xs = corners.map(({ x }) => x / scale);
  const ys = corners.map(({ y }) => y / scale);
  const margin =
    (MARGIN_MODULES * Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))) / size;
  const crop = {
    left: Math.max(Math.floor(Math.min(...xs) - margin), 0),
    top: Math.max(Math.floor(Math.min(...ys) - margin), 0),
    right: Math.min(Math.ceil(Math.max(...xs) + margin), picture.width),
    bottom: Math.min(Math.ceil(Math.max(...ys) + margin), picture.height),
  };
  const decoded = decodeCrop(picture, crop, match.triple.corner.ink);
  if (decoded === undefined) return undefined;
  const [a, b, c, d] = decoded.corners;
  const place = ({ x, y }: typeof a) => ({ x: (x + crop.left) * scale, y: (y + crop.top) * scale });
  return { text: decoded.text, corners: [place(a), place(b), place(c), place(d)] };
}

/** The whole of a picture by jsqr alone. */
export function decodeGrey(picture: GreyPicture): DecodedPicture | undefined {
  return decodeCrop(picture, { left: 0, top: 0, right: picture.width, bottom: picture.height }, DARK);
}

function decodeCrop(picture: GreyPicture, crop: Crop, ink: Ink): DecodedPicture | undefined {
  return crop.right > crop.left && crop.bottom > crop.top ? decodePicture(cropImage(picture, crop, ink)) : undefined;
}

/** Light ink comes out dark. */
function cropImage({ pixels, width: across }: GreyPicture, { left, top, right, bottom }: Crop, ink: Ink): PixelImage {
  const width = right - left;
  const height = bottom - top;
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, from = (top + y) * across + left; x < width; x++, from++, at += 4) {
      const seen = pixels[from] as number;
      const grey = ink === DARK ? seen : 255 - seen;
      data[at] = grey;
      data[at + 1] = grey;
      data[at + 2] = grey;
    }
  }
  return { data, width, height };
}
