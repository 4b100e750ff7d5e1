/**
 * Pixels in, texts with their places out: the one door of this room for pictures.
 *
 * Each step is for what the ones before have not read: our own finder search, which gives jsqr one rectified, cleaned and
 * redrawn code at a time; qr on the picture with those codes painted over; what looks like a code by jsqr again, bent flat or
 * as it is; and, only where nothing was read at all, the search for faint codes. docs/scanning.md has the numbers.
 */
import { decodeGrey, readCrop } from './crops';
import { clearFinders } from './finder-count';
import { type GreyPicture, greyPyramid } from './grey';
import { pageCodes, scaleQuad } from './page-codes';
import { isInQuad, type PixelImage, type Quad } from './pixel-image';
import { type FoundCode, readWarpedMatch } from './read-match';
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

const MOST_HARD_MATCHES = 3;
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
  yield* hardCodes(levels, search, isOver);
  if (codes.length === 0) {
    yield* search.faintCodes();
    yield* hardCodes(levels, search, isOver);
  }
  if (codes.length > 0 || isOver()) return;
  const level = levels.findIndex(({ width, height }) => width * height <= MOST_FALLBACK_PIXELS);
  const picture = levels[level];
  const decoded = picture === undefined ? undefined : decodeGrey(picture);
  if (decoded !== undefined) yield { text: decoded.text, corners: scaleQuad(decoded.corners, 2 ** level) };
}

/** What looks like a code and could not be read, by the steps that cost most. */
function* hardCodes(levels: readonly GreyPicture[], search: Search, isOver: () => boolean): Generator<FoundCode, void> {
  for (let count = 0; count < MOST_HARD_MATCHES && !isOver(); count++) {
    const match = search.takeUnread();
    if (match === undefined) return;
    const code = readWarpedMatch(match, levels) ?? readCrop(match, levels);
    if (code === undefined) continue;
    search.consume(code);
    yield code;
  }
}

function isSameCode(known: FoundCode, code: FoundCode): boolean {
  return known.text === code.text && isInQuad(known.corners, middleOf(code.corners), 0);
}

function middleOf([a, b, c, d]: Quad): { x: number; y: number } {
  return { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
}
