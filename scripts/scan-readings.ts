/**
 * Pictures of a folder through the product's own scanner, beside one plain pass of jsQR over the same pixels as a measure of
 * the machine: DIR/manifest.json is [{file, ...}] with PNGs, and what else an item says is handed on.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import jsqrModule from 'jsqr';
import { PNG } from 'pngjs';
import type { PixelImage } from '../src/scan/pixel-image';
import { scanPixels } from '../src/scan/scan-pixels';

/** Times are CPU milliseconds of the whole process (`process.cpuUsage`), so that other work on the machine does not count. */
export interface ScanReading {
  readonly file: string;
  readonly texts: readonly string[];
  /** The whole search. */
  readonly ms: number;
  /** Until the first enrolment code was told, or the first code where none enrols; null where none was read. */
  readonly msFirst: number | null;
  /** One plain pass of jsQR, `dontInvert`. */
  readonly jsqrMs: number;
}

/** A picture that could not be opened. */
export interface UnreadPicture {
  readonly file: string;
  readonly error: string;
}

export interface ManifestItem {
  readonly file: string;
}

type JsqrFunction = typeof jsqrModule;

const jsqr: JsqrFunction =
  typeof jsqrModule === 'function' ? jsqrModule : (jsqrModule as { default: JsqrFunction }).default;

export async function readManifest<T extends ManifestItem>(directory: string): Promise<T[]> {
  return JSON.parse(await readFile(resolve(directory, 'manifest.json'), 'utf8')) as T[];
}

export async function readPicture(directory: string, file: string): Promise<ScanReading | UnreadPicture> {
  let image: PixelImage;
  try {
    const { data, width, height } = PNG.sync.read(await readFile(resolve(directory, file)));
    image = { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height };
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
  return { file, ...scanTimed(image), jsqrMs: jsqrTimed(image) };
}

function scanTimed(image: PixelImage): Pick<ScanReading, 'texts' | 'ms' | 'msFirst'> {
  const passed = startClock();
  let msFirst: number | null = null;
  let isEnrolment = false;
  const { codes } = scanPixels(image, {
    onCode: ({ text }) => {
      if (isEnrolment) return;
      isEnrolment = /^\s*otpauth/i.test(text);
      if (isEnrolment || msFirst === null) msFirst = passed();
    },
  });
  return { texts: codes.map(({ text }) => text), ms: passed(), msFirst };
}

function jsqrTimed({ data, width, height }: PixelImage): number {
  const passed = startClock();
  try {
    jsqr(data, width, height, { inversionAttempts: 'dontInvert' });
  } catch {
    // It throws on some damaged codes; the time it took is what is asked.
  }
  return passed();
}

function startClock(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return Math.round((user + system) / 100) / 10;
  };
}
