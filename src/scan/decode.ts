/**
 * The only file that calls jsqr: a picture with one code -> its text and place. jsqr throws on some damaged pictures (it
 * trusts lengths it has read); that means "not read" like any other failure.
 *
 * jsqr's own `data` is not used: it leaves out byte segments that are not UTF-8 and so returns a cut or empty text for a
 * Latin-1 label. Its bytes are complete and are decoded here: as UTF-8, which text in another charset hardly ever passes for,
 * else as ISO 8859-1, the default of ISO/IEC 18004:2015, 7.3.
 */
import jsqr, { type QRCode } from 'jsqr';
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
    const text = code === null ? '' : textOf(code.chunks);
    if (code === null || text === '') return undefined;
    const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = code.location;
    return { text, corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner] };
  } catch {
    return undefined;
  }
}

/** Digits, letters and kanji come as text; bytes as runs, since an encoder may break a run anywhere, even inside a character. */
function textOf(chunks: QRCode['chunks']): string {
  const parts: (string | number[])[] = [];
  for (const chunk of chunks) {
    if ('bytes' in chunk && chunk.type === 'byte') {
      const last = parts.at(-1);
      if (Array.isArray(last)) last.push(...chunk.bytes);
      else parts.push([...chunk.bytes]);
    } else if ('text' in chunk) {
      parts.push(chunk.text);
    }
  }
  return parts.map((part) => (typeof part === 'string' ? part : textOfBytes(Uint8Array.from(part)))).join('');
}

function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}
