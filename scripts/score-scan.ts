// Reads every picture that DIR/manifest.json names ([{file, expected, category, ...}]) with the product's own scanner, prints
// a line for each that was not read as expected, and ends with one line of numbers: npm run --silent score:scan -- DIR
import { type ManifestItem, readManifest, readPicture, type ScanReading } from './scan-readings';

interface Sample extends ManifestItem {
  readonly expected: readonly string[];
  /** `real-...` for photographs and pictures of other projects; everything else is a page. */
  readonly category: string;
}

interface Scored {
  readonly sample: Sample;
  readonly reading: ScanReading;
  readonly missing: number;
  /** Texts that nobody expected. */
  readonly wrong: readonly string[];
}

export async function main([directory]: string[]): Promise<number> {
  if (directory === undefined) {
    process.stderr.write('Which directory? Its manifest.json: [{"file", "expected": [...], "category"}, ...]\n');
    return 2;
  }
  const scored: Scored[] = [];
  let unread = 0;
  for (const sample of await readManifest<Sample>(directory)) {
    const reading = await readPicture(directory, sample.file);
    if ('error' in reading) {
      unread++;
      process.stdout.write(`${sample.file}: ${reading.error}\n`);
      continue;
    }
    const score = compare(sample, reading);
    scored.push(score);
    if (score.missing > 0 || score.wrong.length > 0) process.stdout.write(`${missLine(score)}\n`);
  }
  process.stdout.write(`${summaryOf(scored, unread)}\n`);
  return 0;
}

/** Texts are compared without line ends, which the authors of some test sets lost. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

function compare(sample: Sample, reading: ScanReading): Scored {
  const expected = new Set(sample.expected.map(plain));
  const texts = new Set(reading.texts.map(plain));
  return {
    sample,
    reading,
    missing: [...expected].filter((text) => !texts.has(text)).length,
    wrong: [...texts].filter((text) => !expected.has(text)),
  };
}

function missLine({ sample, missing, wrong }: Scored): string {
  const parts = [
    ...(missing > 0 ? [`${missing} of ${sample.expected.length} not found`] : []),
    ...wrong.map((text) => `unexpected ${JSON.stringify(text.slice(0, 80))}`),
  ];
  return `${sample.category}\t${sample.file}\t${parts.join(', ')}`;
}

function isReal({ sample }: Scored): boolean {
  return sample.category.startsWith('real');
}

function summaryOf(scored: readonly Scored[], unread: number): string {
  const withCodes = scored.filter(({ sample }) => sample.expected.length > 0);
  const pages = withCodes.filter((score) => !isReal(score));
  const real = withCodes.filter(isReal);
  const empty = scored.filter(({ sample }) => sample.expected.length === 0);
  const firsts = pages.flatMap(({ reading }) => (reading.msFirst === null ? [] : [reading.msFirst / reading.jsqrMs]));
  const wholes = pages.map(({ reading }) => reading.ms / reading.jsqrMs);
  const emptyPages = empty.filter((score) => !isReal(score)).map(({ reading }) => reading.ms / reading.jsqrMs);
  return [
    `page screenshots ${foundIn(pages)} with all codes, ${wrongIn(pages)} wrong texts`,
    `real ${foundIn(real)}, ${wrongIn(real)} unexpected texts`,
    `no-code ${empty.filter(({ wrong }) => wrong.length === 0).length} of ${empty.length} clean`,
    `CPU to jsQR's, median (worst): first code ${ratios(firsts)}, whole ${ratios(wholes)}, page without code ${ratios(emptyPages)}`,
    `${unread} unreadable files`,
  ].join('; ');
}

function foundIn(scored: readonly Scored[]): string {
  return `${scored.filter(({ missing }) => missing === 0).length} of ${scored.length}`;
}

function wrongIn(scored: readonly Scored[]): number {
  return scored.reduce((sum, { wrong }) => sum + wrong.length, 0);
}

function ratios(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2;
  return `${median.toFixed(2)} (${(sorted.at(-1) ?? 0).toFixed(2)})`;
}
