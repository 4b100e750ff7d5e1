/** What is packed: the folder's files byte for byte, and the same zip from the same files, wherever and whenever they were written. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };
import { filesIn, zipFolder } from '../scripts/zip-folder.mjs';

const text = (words: string) => new TextEncoder().encode(words);
const everyByte = Uint8Array.from({ length: 70_000 }, (_, place) => (place * place) % 251);

const FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['manifest.json', text('{"manifest_version":3}')],
  ['10.js', text('ten')],
  ['9.js', text('nine')],
  ['Zebra.css', text('')],
  ['_locales/en/messages.json', text('{}')],
  ['_locales/zh_CN/messages.json', text('{"name":{"message":"半分钟"}}')],
  ['assets/größe.txt', text('name beyond ASCII')],
  ['assets/scan-worker-D1.js', everyByte],
  ['assets.css', text('a file whose name begins as a folder’s does')],
  ['popup/index.html', text('<!doctype html>')],
];

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: typeof FILES, prefix: string, writtenAt: Date): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  folders.push(folder);
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
    utimesSync(join(folder, name), writtenAt, writtenAt);
  }
  return folder;
}

const summer = new Date('2026-07-01T12:00:00Z');
const winter = new Date('1999-12-31T23:59:59Z');

describe('T17: what is built from', () => {
  it('is named by its exact version, and by the hash of its bytes in the lock file', () => {
    const versions = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const { '': own, ...locked } = lock.packages as Readonly<Record<string, { readonly integrity?: string }>>;
    expect(own).toMatchObject({ dependencies: packageJson.dependencies, devDependencies: packageJson.devDependencies });
    expect(Object.entries(locked).filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });
});

describe('T17: the packed folder', () => {
  it('is the same, byte for byte, once unzipped', () => {
    const folder = folderOf(FILES, 'halfminute-pack-', summer);
    const unzipped = unzipSync(zipFolder(folder));
    expect(Object.keys(unzipped).sort()).toEqual(filesIn(folder));
    expect(filesIn(folder)).toEqual(FILES.map(([name]) => name).sort());
    for (const [name, bytes] of FILES) expect(Buffer.from(unzipped[name] ?? []).equals(bytes), name).toBe(true);
  });

  it('has its manifest at the root, and no entries for folders', () => {
    const names = Object.keys(unzipSync(zipFolder(folderOf(FILES, 'halfminute-pack-', summer))));
    expect(names).toContain('manifest.json');
    expect(names.filter((name) => name.endsWith('/') || name.includes('\\'))).toEqual([]);
  });

  it('gives the same bytes again', () => {
    const folder = folderOf(FILES, 'halfminute-pack-', summer);
    const first = zipFolder(folder);
    expect(zipFolder(folder)).toEqual(first);
    expect(readFileSync(join(folder, 'manifest.json'))).toEqual(Buffer.from(text('{"manifest_version":3}')));
  });

  it('gives the same bytes from a copy elsewhere, written in another order at another time', () => {
    const here = folderOf(FILES, 'halfminute-pack-', summer);
    const there = folderOf(FILES.toReversed(), 'a-folder-of-quite-another-name-', winter);
    expect(zipFolder(there)).toEqual(zipFolder(here));
  });

  it('gives the same bytes in every time zone', () => {
    const folder = folderOf(FILES, 'halfminute-pack-', summer);
    const here = zipFolder(folder);
    const zone = process.env['TZ'];
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Africa/Monrovia']) {
        process.env['TZ'] = other;
        expect(zipFolder(folder), other).toEqual(here);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('gives other bytes when one byte of one file is another', () => {
    const changed = FILES.map(([name, bytes]) => [name, name === '9.js' ? text('mine') : bytes] as const);
    expect(zipFolder(folderOf(changed, 'halfminute-pack-', summer))).not.toEqual(
      zipFolder(folderOf(FILES, 'halfminute-pack-', summer)),
    );
  });

  it('refuses what a zip could only hold by following it out of the folder', () => {
    const folder = folderOf(FILES, 'halfminute-pack-', summer);
    symlinkSync(tmpdir(), join(folder, 'link'));
    expect(() => zipFolder(folder)).toThrow(/^link is neither/);
  });
});
