/**
 * What a file is and how large the picture in it, by its first bytes and before any of it is decoded: a file of a few
 * hundred bytes may unpack to gigabytes.
 */
import { err, ok, type Result } from '../result';
import { avifSize } from './avif-size';
import { ByteReader } from './byte-reader';
import { bmpSize, gifSize, jpegSize, type PictureSize, pngSize, webpSize } from './picture-sizes';

export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'avif';

/** In pixels, before any turning that the file asks for. Of an animated picture the first frame is looked at. */
export interface PictureHeader extends PictureSize {
  readonly format: PictureFormat;
}

export type PictureHeaderFailure = {
  readonly kind:
    | 'picture-empty'
    /** The bytes end before they say a size: there may be more of them in the file. */
    | 'picture-cut-off'
    | 'picture-damaged'
    | 'picture-too-large'
    | 'picture-heic'
    | 'picture-svg'
    | 'picture-pdf'
    | 'picture-unknown';
};

const MOST_PIXELS = 64_000_000;
const MOST_SIDE = 20_000;
/** A PDF may begin with something else. */
const PDF_WITHIN_BYTES = 1024;
const HEIC_BRANDS = /^(?:hei[cxms]|hev[cmxs]|mif1|msf1|mif2)$/;

/** `bytes` are the beginning of a file or all of it. */
export function readPictureHeader(bytes: Uint8Array): Result<PictureHeader, PictureHeaderFailure> {
  if (bytes.length === 0) return err({ kind: 'picture-empty' });
  const reader = new ByteReader(bytes);
  const format = formatOf(reader);
  if (format === undefined) return err({ kind: foreignKind(reader, bytes) });
  if (format === 'heic') return err({ kind: 'picture-heic' });
  const size = SIZES[format](reader);
  if (size === 'cut-off') return err({ kind: 'picture-cut-off' });
  if (size === 'damaged' || size.width === 0 || size.height === 0) return err({ kind: 'picture-damaged' });
  const { width, height } = size;
  if (width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE) return err({ kind: 'picture-too-large' });
  return ok({ format, ...size });
}

const SIZES = { png: pngSize, jpeg: jpegSize, gif: gifSize, webp: webpSize, bmp: bmpSize, avif: avifSize };

function formatOf(reader: ByteReader): PictureFormat | 'heic' | undefined {
  if (reader.says(0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (reader.says(0, '\xff\xd8\xff')) return 'jpeg';
  if (reader.says(0, 'GIF87a') || reader.says(0, 'GIF89a')) return 'gif';
  if (reader.says(0, 'RIFF') && reader.says(8, 'WEBP')) return 'webp';
  if (reader.says(4, 'ftyp')) return isoFormatOf(reader);
  // Two letters are little: the length of the second header has to fit.
  const second = reader.little(14, 4);
  if (reader.says(0, 'BM') && second !== undefined && second >= 12 && second <= 256) return 'bmp';
  return undefined;
}

/** AVIF and HEIC are one container; which of the two it holds is said by its brands. */
function isoFormatOf(reader: ByteReader): 'avif' | 'heic' | undefined {
  const end = Math.min(reader.big(0, 4) ?? 0, 256, reader.length);
  const brands: string[] = [];
  // The major brand, its version, then the compatible ones.
  for (let at = 8; at + 4 <= end; at += 4)
    if (at !== 12) brands.push(String.fromCharCode(...[0, 1, 2, 3].map((place) => reader.byte(at + place) ?? 0)));
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.test(brand)) ? 'heic' : undefined;
}

function foreignKind(reader: ByteReader, bytes: Uint8Array): 'picture-svg' | 'picture-pdf' | 'picture-unknown' {
  for (let at = 0; at < Math.min(reader.length, PDF_WITHIN_BYTES); at += 1)
    if (reader.says(at, '%PDF-')) return 'picture-pdf';
  const text = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart();
  const isMarkup = /^<(?:svg|\?xml|!--|!doctype svg)/i.test(text);
  return isMarkup && !/<html[\s>]/i.test(text) ? 'picture-svg' : 'picture-unknown';
}
