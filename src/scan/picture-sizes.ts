/** Where each format writes the size of its picture. Formats are recognised before; here their bytes may be any. */
import type { ByteReader } from './byte-reader';

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** As far as the bytes at hand tell. */
  readonly isAnimated: boolean;
}

/** `cut-off`: the bytes end before the size. `damaged`: it is not where it must be. */
export type SizeAnswer = PictureSize | 'cut-off' | 'damaged';

export function sizeOf(width: number | undefined, height: number | undefined, isAnimated = false): SizeAnswer {
  return width === undefined || height === undefined ? 'cut-off' : { width, height, isAnimated };
}

/** Chunks of a length, a name, that many bytes and a checksum; IHDR is the first, acTL makes it an APNG. */
export function pngSize(reader: ByteReader): SizeAnswer {
  if (reader.length < 24) return 'cut-off';
  if (!reader.says(12, 'IHDR')) return 'damaged';
  let at = 8;
  while (at < reader.length && !reader.says(at + 4, 'acTL') && !reader.says(at + 4, 'IDAT'))
    at += 12 + (reader.big(at, 4) ?? Number.POSITIVE_INFINITY);
  return sizeOf(reader.big(16, 4), reader.big(20, 4), reader.says(at + 4, 'acTL'));
}

const STANDALONE = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
const START_OF_FRAME = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segments of FF, a marker, a length and that many bytes. A camera's notes, half a megabyte of them, may come first. */
export function jpegSize(reader: ByteReader): SizeAnswer {
  let at = 2;
  while (at < reader.length) {
    if (reader.byte(at) !== 0xff) return 'damaged';
    const marker = reader.byte(at + 1);
    if (marker === undefined) return 'cut-off';
    if (marker === 0xff) at += 1;
    else if (STANDALONE(marker)) at += 2;
    else if (START_OF_FRAME(marker)) return sizeOf(reader.big(at + 7, 2), reader.big(at + 5, 2));
    // The picture's own data, or its end, before anything said how large it is.
    else if (marker === 0xda || marker === 0xd9 || marker === 0x00) return 'damaged';
    else {
      const length = reader.big(at + 2, 2);
      if (length === undefined) return 'cut-off';
      if (length < 2) return 'damaged';
      at += 2 + length;
    }
  }
  return 'cut-off';
}

/** The screen, or the first frame where that is larger: browsers let it grow. A second frame makes an animation. */
export function gifSize(reader: ByteReader): SizeAnswer {
  const [width, height, packed] = [reader.little(6, 2), reader.little(8, 2), reader.byte(10)];
  if (width === undefined || height === undefined || packed === undefined) return 'cut-off';
  const frames = gifFrames(reader, 13 + coloursLength(packed));
  const first = frames[0];
  if (first === undefined) return 'cut-off';
  return sizeOf(Math.max(width, first.right), Math.max(height, first.bottom), frames.length > 1);
}

/** The places of at most two frames, from the blocks that begin at `at`. */
function gifFrames(reader: ByteReader, start: number): { right: number; bottom: number }[] {
  const frames: { right: number; bottom: number }[] = [];
  let at = start;
  while (frames.length < 2) {
    const block = reader.byte(at);
    if (block === 0x21) at += 2;
    else if (block === 0x2c) {
      const [left, top, width, height] = [1, 3, 5, 7].map((place) => reader.little(at + place, 2));
      const packed = reader.byte(at + 9);
      if (left === undefined || top === undefined || width === undefined || height === undefined) break;
      if (packed === undefined) break;
      frames.push({ right: left + width, bottom: top + height });
      at += 11 + coloursLength(packed);
    } else break;
    // Pieces of a length and that many bytes, until one of none.
    let length = reader.byte(at);
    while (length !== undefined && length > 0) {
      at += 1 + length;
      length = reader.byte(at);
    }
    at += 1;
  }
  return frames;
}

function coloursLength(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}

/** Its first chunk says which of three kinds it is: lossy, lossless, or extended with a canvas of its own. */
export function webpSize(reader: ByteReader): SizeAnswer {
  if (reader.length < 30) return 'cut-off';
  if (reader.says(12, 'VP8 ')) {
    if (!reader.says(23, '\x9d\x01\x2a')) return 'damaged';
    return sizeOf((reader.little(26, 2) ?? 0) & 0x3fff, (reader.little(28, 2) ?? 0) & 0x3fff);
  }
  if (reader.says(12, 'VP8L')) {
    if (reader.byte(20) !== 0x2f) return 'damaged';
    const bits = reader.little(21, 4) ?? 0;
    return sizeOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (!reader.says(12, 'VP8X')) return 'damaged';
  const isAnimated = ((reader.byte(20) ?? 0) & 0x02) !== 0;
  return sizeOf((reader.little(24, 3) ?? 0) + 1, (reader.little(27, 3) ?? 0) + 1, isAnimated);
}

/** A header of 12 bytes has short sides; in the longer ones a height below zero means the rows go down. */
export function bmpSize(reader: ByteReader): SizeAnswer {
  if (reader.little(14, 4) === 12) return sizeOf(reader.little(18, 2), reader.little(20, 2));
  const [width, height] = [reader.little(18, 4), reader.little(22, 4)];
  return sizeOf(width, height === undefined ? undefined : Math.abs(height | 0));
}
