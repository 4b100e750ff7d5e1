/** The guard guarded: a forbidden import is planted in every room, and the linter must refuse each one. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const modules = resolve(root, 'node_modules');

const FORBIDDEN: readonly (readonly [room: string, source: string])[] = [
  ['src/otp', '../vault/vault'],
  ['src/otp', 'webextension-polyfill'],
  ['src/scan', '../platform/capture'],
  ['src/scan', 'otpauth'],
  ['src/importers', '../vault/vault'],
  ['src/importers', '../scan/decode'],
  ['src/importers', '@bufbuild/protobuf'],
  ['src/vault', '../app/lock'],
  ['src/vault', 'preact'],
  ['src/sites', '../app/lock'],
  ['src/sites', '../vault/account'],
  ['src/sites', 'unhomoglyph'],
  ['src/platform', '../app/lock'],
  ['src/app', 'webextension-polyfill'],
  ['src/app', 'idb-keyval'],
  ['src/app', '../ui/text'],
  ['src/app', 'tldts'],
  ['src/background', '../vault/vault'],
  ['src/background', '../ui/text'],
  ['src/ui', '../vault/vault'],
  ['src/ui', 'webextension-polyfill'],
  ['popup', '../src/vault/vault'],
  ['popup', '../src/platform/storage'],
  ['options', '../src/platform/storage'],
  ['test/demo-login', '../../src/otp/codes'],
];

const plantedName = (room: string, place: number) => join(room, `planted-${place}.ts`);

describe('arrows between the rooms', () => {
  let house = '';
  let report = '';

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'halfminute-arrows-'));
    symlinkSync(modules, join(house, 'node_modules'));
    cpSync(resolve(root, 'biome.jsonc'), join(house, 'biome.jsonc'));
    for (const [place, [room, source]] of FORBIDDEN.entries()) {
      plant(
        plantedName(room, place),
        `import type * as planted from '${source}';\nexport type Planted = typeof planted;\n`,
      );
    }
    plant('src/otp/global.ts', 'export const planted = chrome;\n');
    plant('src/otp/cycle-a.ts', "import { b } from './cycle-b';\nexport const a = () => b;\n");
    plant('src/otp/cycle-b.ts', "import { a } from './cycle-a';\nexport const b = () => a;\n");
    plant(
      'src/otp/allowed.ts',
      "import type { Result } from '../result';\nexport type Allowed = Result<string, string>;\n",
    );
    const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
    const run = spawnSync(resolve(modules, '.bin/biome'), args, { cwd: house, encoding: 'utf8' });
    report = run.stdout;
  });
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  function plant(file: string, text: string): void {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }

  function rulesBrokenIn(file: string): string[] {
    const { diagnostics } = JSON.parse(report) as { diagnostics: { category: string; location: { path: string } }[] };
    return diagnostics
      .filter(({ location }) => location.path.replaceAll('\\', '/') === file)
      .map(({ category }) => category);
  }

  it.each(FORBIDDEN.map(([room, source], place) => ({ room, source, place })))(
    '$room may not import $source',
    ({ room, place }) => {
      expect(rulesBrokenIn(plantedName(room, place))).toContain('lint/style/noRestrictedImports');
    },
  );

  it('no room names the browser by its global', () =>
    expect(rulesBrokenIn('src/otp/global.ts')).toContain('lint/style/noRestrictedGlobals'));
  it('no imports in a circle', () =>
    expect(rulesBrokenIn('src/otp/cycle-a.ts')).toContain('lint/suspicious/noImportCycles'));
  it('an allowed import is allowed', () => expect(rulesBrokenIn('src/otp/allowed.ts')).toEqual([]));
});

describe('the pure rooms', () => {
  it('do not compile with the DOM or Node in them', () => {
    const house = mkdtempSync(join(tmpdir(), 'halfminute-core-'));
    try {
      symlinkSync(modules, join(house, 'node_modules'));
      for (const file of ['tsconfig.json', 'tsconfig.core.json']) cpSync(resolve(root, file), join(house, file));
      for (const room of ['otp', 'sites']) {
        mkdirSync(join(house, 'src', room), { recursive: true });
        writeFileSync(join(house, 'src', room, 'planted.ts'), 'export const planted = [document, process];\n');
      }
      const run = spawnSync(resolve(modules, '.bin/tsc'), ['-p', 'tsconfig.core.json'], {
        cwd: house,
        encoding: 'utf8',
      });
      for (const room of ['otp', 'sites']) {
        expect(run.stdout).toMatch(new RegExp(`src/${room}/planted\\.ts.*Cannot find name 'document'`));
        expect(run.stdout).toMatch(new RegExp(`src/${room}/planted\\.ts.*Cannot find name 'process'`));
      }
    } finally {
      rmSync(house, { recursive: true, force: true });
    }
  });
});
