/** The documents guarded: what they name is there, and every threat has the tests that its row says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMS } from './demo-login/forms/forms';
import { GALLERY } from './demo-login/gallery/gallery';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...documents.map((name) => `docs/${name}`)];

/** The id of a threat, and the test files of its row. */
const rows = read('docs/threat-model.md')
  .split('\n')
  .filter((line) => /^\| T\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map((cells) => ({ id: cells[1] ?? '', tests: cells.at(-2) ?? '' }))
  .map((row) => ({ ...row, files: row.tests.match(/test\/[\w./-]+\.test\.ts/g) ?? [] }));

describe.each(pages)('%s', (page) => {
  it('names files and folders that are there', () => {
    const text = read(page);
    const named = text.match(/(?<![\w/.-])(?:test|src|scripts|docs)\/[\w/-]+(?:\.[\w-]+)*/g) ?? [];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => join(dirname(page), path));
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('docs/threat-model.md', () => {
  it('has nineteen rows, each of which names its tests or says why there are none', () => {
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 19 }, (_, place) => `T${place + 1}`));
    const bare = rows.filter(({ files, tests }) => files.length === 0 && !/^(those of T\d+|none)\b/.test(tests));
    expect(bare).toEqual([]);
  });

  it.each(rows)('$id: every file of its row has a test that begins with it', ({ id, files }) => {
    // In the name of a test or of what it stands in, or of one row of a table of tests.
    const named = new RegExp(`['"\`]${id}: `);
    expect(files.filter((file) => !named.test(read(file)))).toEqual([]);
  });
});

describe('docs/scanning.md', () => {
  it('tells the outcome of every item of the QR gallery, as the gallery does', () => {
    const rows = GALLERY.map(({ id, about, outcome }) => `| \`${id}\` | ${about} | ${outcome} |`);
    const table = read('docs/scanning.md').split('\n');
    expect(rows.filter((row) => !table.includes(row))).toEqual([]);
  });
});

describe('docs/filling.md', () => {
  const text = read('docs/filling.md');

  it('tells the outcome of every item of the form gallery, as the gallery does, and whether either browser comes to it', () => {
    const starts = FORMS.map(({ id, about, outcome }) => `| \`${id}\` | ${about} | ${outcome} | `);
    const verdict = /^(as said|not yet) \| (as said|not yet) \|$/;
    const table = text.split('\n');
    const isTold = (start: string) =>
      table.some((row) => row.startsWith(start) && verdict.test(row.slice(start.length)));
    expect(starts.filter((start) => !isTold(start))).toEqual([]);
    expect(table.filter((row) => row.startsWith('| `'))).toHaveLength(FORMS.length);
  });

  it('counts them as its table does', () => {
    const rows = [...text.matchAll(/ \| (as said|not yet) \| (as said|not yet) \|$/gm)];
    const counts = [1, 2].map((column) => rows.filter((row) => row[column] === 'as said').length);
    const [, ...told] = /^As said: (\d+) of (\d+) in Chromium, (\d+) of (\d+) in Firefox\.$/m.exec(text) ?? [];
    expect(told.map(Number)).toEqual([counts[0], FORMS.length, counts[1], FORMS.length]);
  });
});
