/** The function the browser carries into a page as text: it names nothing but what it holds and what every page has. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPage } from '../../scripts/in-page.mjs';
import { fillCode } from '../../src/sites/fill-in-page';

const root = resolve(import.meta.dirname, '../..');
const ORDER = { code: '123456', untilMs: 0, origin: 'https://site.example', submits: false, patienceMs: 0 };

const folder = mkdtempSync(join(tmpdir(), 'halfminute-in-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The same with short names, as the packed extension has it. */
async function packed(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [inPage()],
    build: {
      write: false,
      minify: true,
      target: 'chrome127',
      rolldownOptions: { input: resolve(root, 'src/sites/fill-in-page.ts'), preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput;
  const module = (await import(`data:text/javascript,${encodeURIComponent(built.output[0].code)}`)) as {
    fillCode: typeof fillCode;
  };
  return `${module.fillCode}`;
}

/** Names that stand for nothing. */
async function strayNames(text: string): Promise<string[]> {
  const file = join(folder, 'carried.js');
  writeFileSync(file, `export default ${text};\n`);
  const asked = ['--noEmit', '--allowJs', '--checkJs', '--ignoreConfig', '--target', 'ES2023', '--module', 'ESNext'];
  const lib = ['--lib', 'ES2023,DOM,DOM.Iterable', '--types', ''];
  const said = await new Promise<string>((done) => {
    execFile(resolve(root, 'node_modules/.bin/tsc'), [...asked, ...lib, file], (_error, stdout) => done(stdout));
  });
  return [...said.matchAll(/Cannot find name '(.+?)'/g)].map(([, name = '']) => name);
}

describe.each([
  ['as tests carry it', async () => `${fillCode}`],
  ['as the package carries it', packed],
])('%s', (_, textOf) => {
  let text = '';
  beforeAll(async () => {
    text = await textOf();
  });

  it('names nothing outside of itself', async () => {
    expect(await strayNames(text)).toEqual([]);
    expect(await strayNames(`() => (${text})(stray)`)).toEqual(['stray']);
    expect(/\bimport\s*[.(]/.exec(text)).toBe(null);
  });

  it('answers where there is nothing but a page', async () => {
    const page = { origin: 'https://other.example' };
    const run = runInNewContext(`(${text})`, { location: page, self: page }) as typeof fillCode;
    expect(await run(ORDER)).toEqual({ outcome: 'wrong-page' });
  });
});
