// Builds Halfminute for both browsers, holds it against the gate, and packs it for the stores: npm run pack
// Writes dist/halfminute-VERSION-chrome.zip and -firefox.zip and prints size and SHA-256 of each. Two clean clones of the
// same commit give the same bytes (scripts/zip-folder.mjs).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensurePackages, requireNode } from './set-up.mjs';

const root = resolve(import.meta.dirname, '..');
const say = (text) => console.log(text);

try {
  requireNode();
  ensurePackages(say);
  const { buildExtension } = await import('./build.mjs');
  const { zipFolder } = await import('./zip-folder.mjs');
  await buildExtension(say);
  for (const target of ['chrome', 'firefox']) {
    const folder = resolve(root, 'dist', target);
    const { version } = JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8'));
    const name = `dist/halfminute-${version}-${target}.zip`;
    const bytes = zipFolder(folder);
    writeFileSync(resolve(root, name), bytes);
    say(`${name}\n  ${bytes.length} bytes\n  SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
  }
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
