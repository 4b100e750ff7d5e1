/**
 * Pixels in, texts with their places out: the one door of this room for pictures.
 *
 * Four steps, each for what the ones before have not read: our own finder search, which gives jsqr one rectified, cleaned and
 * redrawn code at a time; qr on the picture with those codes painted over; the finder search for faint codes, only where
 * nothing was read at all; and what still looks like a code by jsqr on a crop. docs/scanning.md has the numbers.
 */
import { decodeGrey, readCrop } from './crops';
import { clearFinders } from './finder-count';
import { type GreyPicture, greyPyramid } from './grey';
import { pageCodes, scaleQuad } from './page-codes';
import { isInQuad, type PixelImage, type Quad } from './pixel-image';
import type { FoundCode } from './read-match';
import { Search } from './search';

export interface ScanOptions {
  /** Called with each code the moment it is read, in the order of `codes`. */
  readonly onCode?: (code: FoundCode) => void;
  /** Asked between steps of some milliseconds each; true ends the scan with what was read so far. */
  readonly isOver?: () => boolean;
}

export interface ScanResult {
  readonly codes: readonly FoundCode[];
  /** Clear finder patterns that belong to no code that was read: one or two of a size may be a code cut off by the window. */
  readonly finders: number;
  /** False where `isOver` ended the scan: there may be more to find. */
  readonly isComplete: boolean;
}

const MOST_CROPS = 3;
/** A picture this small, or the first level of its pyramid that is, costs jsqr little as a whole. */
const MOST_FALLBACK_PIXELS = 300_000;

/** Any picture will do, also an empty one; `codes` has one item per code in the picture, best readable first. */
export function scanPixels(image: PixelImage, { onCode, isOver = () => false }: ScanOptions = {}): ScanResult {
  if (image.width < 1 || image.height < 1) return { codes: [], finders: 0, isComplete: true };
  let wasCut = false;
  const isCut = (): boolean => {
    wasCut ||= isOver();
    return wasCut;
  };
  const levels = greyPyramid(image);
  const search = new Search(levels, isCut);
  const codes: FoundCode[] = [];
  for (const code of readSteps(levels, search, codes, isCut)) {
    if (codes.some((known) => isSameCode(known, code))) continue;
    codes.push(code);
    onCode?.(code);
  }
  const finders = clearFinders(search.looseFinders, codes, levels).length;
  return { codes, finders, isComplete: !wasCut };
}

/** `codes` is what was read so far. */
function* readSteps(
  levels: readonly GreyPicture[],
  search: Search,
  codes: readonly FoundCode[],
  isOver: () => boolean,
): Generator<FoundCode, void> {
  yield* search.codes();
  for (const code of pageCodes(levels, codes, isOver)) {
    search.consume(code);
    yield code;
  }
  if (codes.length === 0) yield* search.faintCodes();
  for (const match of search.unreadMatches.slice(0, MOST_CROPS)) {
    if (isOver()) return;
    const code = readCrop(match, levels);
    if (code !== undefined) yield code;
  }
  if (codes.length > 0 || isOver()) return;
  const level = levels.findIndex(({ width, height }) => width * height <= MOST_FALLBACK_PIXELS);
  const picture = levels[level];
  const decoded = picture === undefined ? undefined : decodeGrey(picture);
  if (decoded !== undefined) yield { text: decoded.text, corners: scaleQuad(decoded.corners, 2 ** level) };
}

function isSameCode(known: FoundCode, code: FoundCode): boolean {
  return known.text === code.text && isInQuad(known.corners, middleOf(code.corners), 0);
}

function middleOf([a, b, c, d]: Quad): { x: number; y: number } {
  return { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
}
