// npm test: sets itself up, then runs everything there is and ends with one line, "N passed, N failed".
// Words behind `npm test --` go to the test runner, so `npm test -- test/otp` runs a part.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { ensurePackages, requireNode } from './set-up.mjs';
import { countByFile, repeatable, sumOf } from './test-report.mjs';

const root = resolve(import.meta.dirname, '..');
const report = resolve(root, '.cache/test-report.json');
const say = (text) => console.log(`\n== ${text}`);
const bin = (name) => resolve(root, 'node_modules/.bin', name);

let passed = 0;
let failed = 0;

function step(title, command, args) {
  say(title);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) passed += 1;
  else failed += 1;
  return status === 0;
}

try {
  requireNode();
  ensurePackages(say);
  await ensureBrowsers({ say, firefox: true });
  if (!process.env.HALFMINUTE_DATA)
    say('HALFMINUTE_DATA is not set: the conformance tests over foreign files will be left out.');
  step('Lint (Biome)', bin('biome'), ['check', '--error-on-warnings', '.']);
  step('Types, everything', bin('tsc'), ['-p', 'tsconfig.json']);
  step('Types, the pure rooms without DOM and Node', bin('tsc'), ['-p', 'tsconfig.core.json']);
  const isBuilt = step('Build dist/chrome and dist/firefox and hold them against the gate', process.execPath, [
    'scripts/build.mjs',
  ]);
  if (isBuilt) {
    step('Firefox add-on linter', bin('web-ext'), ['lint', '--source-dir', 'dist/firefox', '--no-config-discovery']);
    runTests(process.argv.slice(2));
  }
} catch (error) {
  console.error(`\n${error.message}`);
  failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runTests(words) {
  say('Tests: unit, property, fault, and the packed extension in Chromium and Firefox');
  let { files, isSuccess } = runVitest(words);
  const again = repeatable(files);
  if (again.length > 0) {
    const names = again.flatMap((file) => files.get(file).names.map((name) => `\n   ${file}: ${name}`));
    say(`Once more, to tell a fault from a slow machine: ${again.join(', ')}. What failed:${names.join('')}`);
    const second = runVitest(again);
    // A repeat that leaves a file out has shown nothing about it.
    files = new Map([...files, ...second.files]);
    isSuccess = second.isSuccess;
    const settled = again.filter((file) => files.get(file).failed === 0);
    if (settled.length > 0) say(`UNSTEADY: failed, then passed on being run again: ${settled.join(', ')}`);
  }
  const sum = sumOf(files, isSuccess);
  passed += sum.passed;
  failed += sum.failed;
}

function runVitest(words) {
  rmSync(report, { force: true });
  mkdirSync(resolve(root, '.cache'), { recursive: true });
  const { status } = spawnSync(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  const results = JSON.parse(readFileSync(report, 'utf8'));
  const files = countByFile(results, root);
  if (files.size === 0) throw new Error('The test runner found no test.');
  // The report knows nothing of errors outside of all tests, the runner's exit code does.
  return { files, isSuccess: results.success && status === 0 };
}
