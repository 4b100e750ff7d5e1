/** Bytes: what the popup loads before its first codes, and the packed extension. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipFolder } from '../../scripts/zip-folder.mjs';

/** Every script and style sheet of a page, and all that those stand on, but for what they load later. Paths in the package. */
export function criticalFiles(extensionDir: string, page: string): readonly string[] {
  const html = readFileSync(join(extensionDir, page), 'utf8');
  const next = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path = '']) => inPackage(page, path));
  const files = new Set<string>();
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const source = readFileSync(join(extensionDir, file), 'utf8');
    for (const [, path = ''] of source.matchAll(/(?:from|import)\s*["'](\.{0,2}\/[^"']+\.js)["']/g))
      next.push(inPackage(file, path));
  }
  return [...files].sort();
}

function inPackage(from: string, path: string): string {
  return resolve('/', dirname(from), path).slice(1);
}

export function gzipBytes(extensionDir: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(extensionDir, file)), { level: 9 }).length, 0);
}

/** What is large, and loaded only when it is used: bytes when packed, by a pattern of its files. */
const PARTS = {
  icons: /^assets\/.*issuer-icons.*\.js$/,
  words: /^assets\/english-.*\.js$/,
  languages: /^_locales\//,
} as const;

export type PartSizes = Readonly<Record<keyof typeof PARTS, number>>;

export function partSizes(extensionDir: string): PartSizes {
  const files = readdirSync(extensionDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(extensionDir, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const sizeOf = (pattern: RegExp) =>
    gzipBytes(
      extensionDir,
      files.filter((file) => pattern.test(file)),
    );
  return { icons: sizeOf(PARTS.icons), words: sizeOf(PARTS.words), languages: sizeOf(PARTS.languages) };
}

export function zipBytes(extensionDir: string): number {
  return zipFolder(extensionDir).length;
}
