/**
 * The files in which a browser keeps what the extension stores, and what can happen to them while it is ended. Chromium
 * has a folder of LevelDB files for each domain, Firefox a SQLite file for each database and one for `storage.local`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionBrowser } from './extension-browser';

export type Domain = 'local' | 'databases';

/** Chromium: the logs, which hold all that was written since the last start. Firefox: the databases. */
export function storageFiles(browser: ExtensionBrowser, domain: Domain): readonly string[] {
  const folder = join(browser.profilePath, ...storageFolder(browser, domain));
  if (!existsSync(folder)) return [];
  const ending = browser.kind === 'chromium' ? '.log' : '.sqlite';
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

function storageFolder({ kind, extensionOrigin }: ExtensionBrowser, domain: Domain): string[] {
  const id = new URL(extensionOrigin).host;
  if (kind === 'chromium')
    return domain === 'local'
      ? ['Default', 'Local Extension Settings', id]
      : ['Default', 'IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`];
  // Firefox keeps storage.local in a database too, apart from those of the pages.
  const own = domain === 'local' ? '^userContextId=4294967295' : '';
  return ['storage', 'default', `moz-extension+++${id}${own}`, 'idb'];
}

/** Flips the lowest bit of the byte `beyond` bytes behind the last place where one of the files says `mark`. */
export function flipBitBehind(files: readonly string[], mark: string | Buffer, beyond: number): void {
  const { file, bytes, place } = findLast(files, mark);
  const at = place + Buffer.byteLength(mark) + beyond;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

/** The same behind every place in all of the files. */
export function flipBitBehindEach(files: readonly string[], mark: string, beyond: number): void {
  for (const file of files) {
    const bytes = readFileSync(file);
    for (let place = bytes.indexOf(mark); place >= 0; place = bytes.indexOf(mark, place + 1)) {
      const at = place + Buffer.byteLength(mark) + beyond;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    }
    writeFileSync(file, bytes);
  }
}

/** In a LevelDB log each entry begins with a checksum of four bytes; its length stands behind them. */
export function damageFirstLength(files: readonly string[]): void {
  const lengthAt = 4;
  for (const file of files) {
    const bytes = readFileSync(file);
    if (bytes.length <= lengthAt) continue;
    bytes.writeUInt8(bytes.readUInt8(lengthAt) ^ 0x15, lengthAt);
    writeFileSync(file, bytes);
  }
}

export function emptyFiles(files: readonly string[]): void {
  for (const file of files) truncateSync(file);
}

export function removeFiles(files: readonly string[]): void {
  for (const file of files) rmSync(file);
}

function findLast(files: readonly string[], mark: string | Buffer): { file: string; bytes: Buffer; place: number } {
  for (const file of files) {
    const bytes = readFileSync(file);
    const place = bytes.lastIndexOf(mark);
    if (place >= 0) return { file, bytes, place };
  }
  throw new Error(`Nothing in ${files} says ${mark}.`);
}
