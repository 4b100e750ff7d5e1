/**
 * The only file that calls jsqr: a picture with one code -> its text and place. jsqr throws on some damaged pictures (it
 * trusts lengths it has read); that means "not read" like any other failure.
 *
 * jsqr's own `data` is not used: it leaves out byte segments that are not UTF-8 and so returns a cut or empty text for a
 * Latin-1 label. Its segments are complete and are decoded here.
 */
import jsqr, { type QRCode } from 'jsqr';
import { type Segment, SHIFT_JIS, textOfSegments } from './charset';
import type { PixelImage, Quad } from './pixel-image';

export interface DecodedPicture {
  readonly text: string;
  readonly corners: Quad;
}

type JsqrFunction = typeof jsqr;

/** jsqr is CommonJS marked as an ES module: bundlers hand over the function, Node its exports with the function as `default`. */
const read: JsqrFunction = typeof jsqr === 'function' ? jsqr : (jsqr as { default: JsqrFunction }).default;

/** The text of the code in a picture, dark on light only; undefined where there is none, or it is empty or beyond repair. */
export function decodePicture({ data, width, height }: PixelImage): DecodedPicture | undefined {
  try {
    const code = read(data, width, height, { inversionAttempts: 'dontInvert' });
    const text = code === null ? '' : textOfSegments(segmentsOf(code.chunks));
    if (code === null || text === '') return undefined;
    const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = code.location;
    return { text, corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner] };
  } catch {
    return undefined;
  }
}

function segmentsOf(chunks: QRCode['chunks']): Segment[] {
  const segments: Segment[] = [];
  let eci: number | undefined;
  for (const chunk of chunks) {
    if ('assignmentNumber' in chunk) eci = chunk.assignmentNumber;
    else if (!('bytes' in chunk)) segments.push(chunk.text);
    else segments.push({ bytes: chunk.bytes, eci: chunk.type === 'kanji' ? SHIFT_JIS : eci });
  }
  return segments;
}
