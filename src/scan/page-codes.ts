/** Codes by the second decoder, one after the other: each that was read is painted over, and the picture is looked at again. */
import { decodePage, MOST_PAGE_PIXELS, MOST_PAGE_SIDE } from './decode-page';
import { fillQuad, type GreyPicture } from './grey';
import type { Point, Quad } from './pixel-image';
import type { FoundCode } from './read-match';

/** As many as a person could want of one picture; where painting over one does not help, the loop ends too. */
const MOST_CODES = 32;
/** Neither ink nor paper. */
const MIDDLE_GREY = 128;

/** Codes that are not among `known`; corners in pixels of level 0. */
export function* pageCodes(
  levels: readonly GreyPicture[],
  known: readonly FoundCode[],
  isOver: () => boolean,
): Generator<FoundCode, void> {
  const level = levels.findIndex(
    ({ width, height }) => Math.max(width, height) <= MOST_PAGE_SIDE && width * height <= MOST_PAGE_PIXELS,
  );
  const whole = levels[level];
  if (whole === undefined) return;
  const scale = 2 ** level;
  const masked = { ...whole, pixels: whole.pixels.slice() };
  for (const { corners } of known) fillQuad(masked, scaleQuad(corners, 1 / scale), MIDDLE_GREY);
  for (let count = 0; count < MOST_CODES && !isOver(); count++) {
    const decoded = decodePage(masked);
    if (decoded === undefined) return;
    if (fillQuad(masked, decoded.corners, MIDDLE_GREY) === 0) return;
    yield { text: decoded.text, corners: scaleQuad(decoded.corners, scale) };
  }
}

export function scaleQuad([a, b, c, d]: Quad, factor: number): Quad {
  const scaled = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
  return [scaled(a), scaled(b), scaled(c), scaled(d)];
}
