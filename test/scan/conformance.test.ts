/**
 * Page screenshots and real pictures of other projects. A stable subset, for time: pages up to two and a half million
 * pixels, and every real picture. Each text must be exact but for line ends, which their authors lost.
 */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { type ScanResult, scanPixels } from '../../src/scan/scan-pixels';
import { foreignPath, hasForeignData, readForeignJson } from '../foreign-data';

interface Sample {
  readonly file: string;
  readonly category: string;
  readonly expected: readonly string[];
  readonly w: number;
  readonly h: number;
}

const MOST_PIXELS = 2_500_000;

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

const results = new Map<string, ScanResult>();

/** Each picture once, whoever asks. */
function scanned(file: string): ScanResult {
  const known = results.get(file);
  if (known !== undefined) return known;
  const { data, width, height } = PNG.sync.read(readFileSync(foreignPath(`qr/${file}`)));
  const image = { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height };
  const result = scanPixels(image);
  results.set(file, result);
  return result;
}

function textsIn(file: string): Set<string> {
  return new Set(scanned(file).codes.map(({ text }) => plain(text)));
}

function hasAll(sample: Sample): boolean {
  const texts = textsIn(sample.file);
  return sample.expected.every((text) => texts.has(plain(text)));
}

describe.skipIf(!hasForeignData)('foreign pictures', () => {
  const samples = hasForeignData ? readForeignJson<Sample[]>('qr/manifest.json') : [];
  const isReal = ({ category }: Sample) => category.startsWith('real');
  const pages = samples.filter((sample) => !isReal(sample) && sample.w * sample.h <= MOST_PIXELS);
  const withCodes = pages.filter(({ expected }) => expected.length > 0);

  it('every code of every page, and no other text', () => {
    expect(withCodes.length).toBeGreaterThan(50);
    for (const { file, expected } of withCodes) {
      expect([...textsIn(file)].sort(), file).toEqual(expected.map(plain).sort());
    }
  });

  it('no text where there is no code', () => {
    const empty = samples.filter(({ expected, w, h }) => expected.length === 0 && w * h <= MOST_PIXELS);
    expect(empty.length).toBeGreaterThan(10);
    for (const { file } of empty) expect([...textsIn(file)], file).toEqual([]);
  });

  it('no sign of a code that is cut off where none is', () => {
    for (const { file } of [...withCodes, ...pages.filter(({ category }) => category === 'none')]) {
      expect(scanned(file).finders, file).toBe(0);
    }
  });

  it('a sign of every code that is cut off', () => {
    for (const { file } of pages.filter(({ category }) => category === 'clip')) {
      expect(scanned(file).finders, file).toBeGreaterThan(0);
    }
  });

  it('at least 116 of the real pictures', () => {
    const real = samples.filter((sample) => isReal(sample) && sample.expected.length > 0);
    expect(real.filter(hasAll).length).toBeGreaterThanOrEqual(116);
  });
});
