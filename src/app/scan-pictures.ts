/** Pictures that the person gives as files: each is looked at by itself, and none takes the others with it. */
import { err, ok, type Result } from '../result';
import { type PictureHeaderFailure, readPictureHeader } from '../scan/picture-header';
import {
  type PictureFailure,
  type ScanCancelled,
  type ScannedPicture,
  type ScanOne,
  scanPicture,
} from './scan-picture';

export type PictureFileFailure = PictureFailure | PictureHeaderFailure | { readonly kind: 'picture-file-too-large' };

export interface ScannedFile {
  /** '' for a picture that has none, such as one from the clipboard. */
  readonly name: string;
  /** Success with no codes is a picture without codes. */
  readonly outcome: Result<ScannedPicture, PictureFileFailure>;
}

export interface PicturesScan {
  /** In the order they were given. */
  readonly files: readonly ScannedFile[];
  /** Names of those beyond the most that are looked at. */
  readonly leftOut: readonly string[];
  /** Of all files together, each once, in the order they were found. */
  readonly texts: readonly string[];
}

export const MOST_PICTURES = 50;
const MOST_BYTES = 64 * 1_048_576;
/** Most sizes stand in the first bytes; a JPEG's may stand behind half a megabyte of a camera's notes, or behind more. */
const FIRST_BYTES = 65_536;
const MORE_EACH_TIME = 16;

/** One after the other: each may need ten bytes for every pixel. `scan` is another way of scanning, for tests. */
export async function scanPictures(
  files: readonly Blob[],
  signal: AbortSignal,
  scan: ScanOne = (picture) => scanPicture(picture, { signal }),
): Promise<PicturesScan> {
  const scanned: ScannedFile[] = [];
  for (const file of files.slice(0, MOST_PICTURES)) {
    const name = nameOf(file);
    const outcome = await scanFile(file, scan);
    if (outcome.ok) scanned.push({ name, outcome });
    else if (outcome.error.kind === 'cancelled') break;
    else scanned.push({ name, outcome: err(outcome.error) });
  }
  const texts = scanned.flatMap(({ outcome }) => (outcome.ok ? outcome.value.codes.map(({ text }) => text) : []));
  return { files: scanned, leftOut: files.slice(MOST_PICTURES).map(nameOf), texts: [...new Set(texts)] };
}

async function scanFile(
  file: Blob,
  scan: ScanOne,
): Promise<Result<ScannedPicture, PictureFileFailure | ScanCancelled>> {
  if (file.size > MOST_BYTES) return err({ kind: 'picture-file-too-large' });
  const checked = await checkHeader(file);
  return checked.ok ? await scan(file) : checked;
}

async function checkHeader(file: Blob): Promise<Result<void, PictureFileFailure>> {
  for (let length = FIRST_BYTES; ; length *= MORE_EACH_TIME) {
    const bytes = await readStart(file, length);
    if (!bytes.ok) return bytes;
    const header = readPictureHeader(bytes.value);
    if (header.ok) return ok(undefined);
    if (header.error.kind !== 'picture-cut-off' || length >= file.size) return header;
  }
}

// A file can be gone, or be a folder, or be kept from us.
async function readStart(file: Blob, length: number): Promise<Result<Uint8Array, PictureFailure>> {
  try {
    return ok(new Uint8Array(await file.slice(0, length).arrayBuffer()));
  } catch {
    return err({ kind: 'picture-unreadable' });
  }
}

function nameOf(file: Blob): string {
  return 'name' in file && typeof file.name === 'string' ? file.name : '';
}
