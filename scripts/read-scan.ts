// Reads every picture that DIR/manifest.json names ([{file, ...}]) with the product's own scanner and prints one JSON line
// each, {file, texts, ms}, or {file, error} for what is not a PNG: node scripts/run.mjs scripts/read-scan.ts DIR
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PNG } from 'pngjs';
import { scanPixels } from '../src/scan/scan-pixels';

export async function main([directory]: string[]): Promise<number> {
  if (directory === undefined) {
    process.stderr.write('Which directory? It must hold a manifest.json: [{"file": "..."}, ...]\n');
    return 2;
  }
  const manifest = JSON.parse(await readFile(resolve(directory, 'manifest.json'), 'utf8')) as { file: string }[];
  for (const { file } of manifest) {
    process.stdout.write(`${JSON.stringify({ file, ...(await readPicture(resolve(directory, file))) })}\n`);
  }
  return 0;
}

async function readPicture(path: string): Promise<{ texts: string[]; ms: number } | { error: string }> {
  let picture: PNG;
  try {
    picture = PNG.sync.read(await readFile(path));
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
  const { data, width, height } = picture;
  const image = { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height };
  const startMs = performance.now();
  const { codes } = scanPixels(image);
  return { texts: codes.map(({ text }) => text), ms: Math.round(performance.now() - startMs) };
}
