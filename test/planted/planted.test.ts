/** Each planted fault can be planted, wherever its file has gone, and there are enough of them in every room. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../../scripts/zip-folder.mjs';
import { isProduct, placesOf, rooms } from './faults.mjs';

const root = resolve(import.meta.dirname, '../..');
const LEAST = { fill: 12, vault: 10, session: 8, scan: 8, sites: 6, popup: 6, background: 4, demo: 3, gate: 3 };

const faults = Object.entries(rooms).flatMap(([room, of]) => of.map((fault) => ({ room, ...fault })));
const texts = new Map(productFiles().map((path) => [path, readFileSync(resolve(root, path), 'utf8')]));

function productFiles(): string[] {
  const folders = ['src', 'popup', 'options', 'test/demo-login'].flatMap((folder) =>
    filesIn(resolve(root, folder)).map((name) => `${folder}/${name}`),
  );
  return [...folders, 'manifest.json', 'scripts/gate.mjs'].filter(isProduct);
}

describe('the planted faults', () => {
  it('are at least sixty, and enough in every room', () => {
    expect(faults.length).toBeGreaterThanOrEqual(60);
    const counts = Object.fromEntries(Object.entries(rooms).map(([room, of]) => [room, of.length]));
    for (const [room, least] of Object.entries(LEAST)) expect(counts[room], room).toBeGreaterThanOrEqual(least);
  });

  it('have names of their own, which are no room', () => {
    const names = faults.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name in rooms)).toEqual([]);
  });

  it.each(faults)('$room/$name has one place in the product, and changes it', ({ find, replace, why, tests }) => {
    expect(placesOf(find, [...texts.keys()], (path) => texts.get(path) ?? '')).toHaveLength(1);
    expect(replace).not.toBe(find);
    expect(why).not.toBe('');
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
  });

  it('are told by the command that plants them, which knows no others', () => {
    const ask = (...words: string[]) =>
      spawnSync(process.execPath, [resolve(root, 'scripts/prove-tests.mjs'), ...words], { encoding: 'utf8' });
    const told = ask('--list').stdout.trim().split('\n');
    expect(told).toHaveLength(faults.length + 1);
    expect(ask('demo', '--list').stdout.trim().split('\n')).toHaveLength((rooms['demo']?.length ?? 0) + 1);
    const refused = ask('no-such-fault');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('no-such-fault');
  });
});
