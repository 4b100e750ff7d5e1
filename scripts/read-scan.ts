// Reads every picture that DIR/manifest.json names ([{file, ...}]) with the product's own scanner and prints one JSON line
// each, {file, texts, ms, msFirst, jsqrMs}, or {file, error} for what is not a PNG: npm run --silent read:scan -- DIR
import { readManifest, readPicture } from './scan-readings';

export async function main([directory]: string[]): Promise<number> {
  if (directory === undefined) {
    process.stderr.write('Which directory? It must hold a manifest.json: [{"file": "..."}, ...]\n');
    return 2;
  }
  for (const { file } of await readManifest(directory)) {
    process.stdout.write(`${JSON.stringify(await readPicture(directory, file))}\n`);
  }
  return 0;
}
