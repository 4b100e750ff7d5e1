/** The two readers as they are run, over files a person may name. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'halfminute-readers-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(reader: 'read-uris' | 'read-codes', content?: string) {
  const file = join(folder, 'items.json');
  if (content === undefined) rmSync(file, { force: true });
  else writeFileSync(file, content);
  const done = spawnSync(process.execPath, ['scripts/run.mjs', `scripts/${reader}.ts`, file], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status: done.status, lines: done.stdout.split('\n').slice(0, -1), complaint: done.stderr.trim() };
}

it('read:uris prints a line for each item, whatever it is', () => {
  const uris = ['otpauth://hotp/Site:me?secret=MZXW6YTB&counter=3', 'hello', 7];
  const { status, lines } = run('read-uris', JSON.stringify(uris));
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      uri: uris[0],
      ok: true,
      type: 'hotp',
      issuer: 'Site',
      account: 'me',
      secretHex: '666f6f6261',
      algorithm: 'SHA1',
      digits: 6,
      counter: 3,
    },
    { uri: 'hello', ok: false, kind: 'not-otpauth' },
    { uri: 7, ok: false, kind: 'not-otpauth' },
  ]);
});

it('read:codes prints a line for each item, whatever it is', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const items = [{ type: { toString: 1 } }, null, { secret, digits: 8, atMs: 59_000 }];
  const { status, lines } = run('read-codes', JSON.stringify(items));
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { kind: 'secret-missing' },
    { kind: 'secret-missing' },
    { code: '94287082' },
  ]);
});

describe.each(['read-uris', 'read-codes'] as const)('%s says in one line what is wrong with the file', (reader) => {
  it.each([
    ['there is none', undefined],
    ['it is no JSON', '["otpauth://totp/a?secret=MZXW6YTB'],
    ['it is no array', '{}'],
  ])('where %s', (_, content) => {
    const { status, lines, complaint } = run(reader, content);
    expect(status).toBe(1);
    expect(lines).toEqual([]);
    expect(complaint).toMatch(/^.*items\.json.*$/);
    expect(complaint).not.toContain('MZXW6YTB');
  });
});
