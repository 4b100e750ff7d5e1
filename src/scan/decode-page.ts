/**
 * The only file that calls qr (`qr/decode.js`): a whole picture -> the text and place of one code on it. It finds what our own
 * search does not, codes drawn as loose dots above all, and is cheap beside it. It throws where it finds nothing.
 *
 * Its default time limit would make results depend on the machine, so it has none; `effort` without an end costs a few more
 * per cent of a plain pass. Byte segments are read by `charset.ts`: its own text has U+FFFD for what is not UTF-8. A kanji
 * segment it refuses as a whole.
 */
import { decodeQR } from 'qr/decode.js';
import { type Segment, textOfSegments } from './charset';
import type { DecodedPicture } from './decode';
import type { GreyPicture } from './grey';
import type { Quad } from './pixel-image';

/** Limits of its own, beyond which it throws. */
export const MOST_PAGE_SIDE = 4096;
export const MOST_PAGE_PIXELS = 16_000_000;

/** Stands for a byte segment in the text it returns, in which all else is digits and capitals. */
const SEGMENT_MARK = '\uffff';
/** What it says is in force where a symbol declares nothing. */
const UNDECLARED_ECI = 26;
const REPLACEMENT_CHARACTER = '\ufffd';

/** Dark on light or light on dark; undefined where there is none, or its text is empty or has characters nobody could read. */
export function decodePage({ pixels, width, height }: GreyPicture): DecodedPicture | undefined {
  const byteSegments: Segment[] = [];
  let corners: Quad | undefined;
  try {
    const marked = decodeQR(
      { data: pixels, width, height },
      {
        // Planar: only the plane of brightness is read, which is all a grey picture has.
        format: 'I420',
        effort: Number.POSITIVE_INFINITY,
        timeLimit: Number.POSITIVE_INFINITY,
        textDecoder: (bytes, eci) => {
          byteSegments.push({ bytes: [...bytes], eci: eci === UNDECLARED_ECI ? undefined : eci });
          return SEGMENT_MARK;
        },
        pointsOnDetect: ({ bounds }, result) => {
          if (typeof result === 'string') corners = bounds;
        },
      },
    );
    const text = textOfSegments(interleave(marked.split(SEGMENT_MARK), byteSegments));
    if (corners === undefined || text === '' || text.includes(REPLACEMENT_CHARACTER)) return undefined;
    return { text, corners };
  } catch {
    return undefined;
  }
}

/** Byte segments stand between the literals; what was read of hypotheses that failed came before them. */
function interleave(literals: readonly string[], byteSegments: readonly Segment[]): Segment[] {
  const first = byteSegments.length - (literals.length - 1);
  return literals.flatMap((literal, i) => {
    const before = i === 0 ? undefined : byteSegments[first + i - 1];
    return [...(before === undefined ? [] : [before]), ...(literal === '' ? [] : [literal])];
  });
}
