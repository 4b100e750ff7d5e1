// npm test: sets itself up, then runs everything there is and ends with one line, "N passed, N failed".
// Words behind `npm test --` go to the test runner, so `npm test -- test/otp` runs a part.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { ensurePackages, requireNode } from './set-up.mjs';

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
  rmSync(report, { force: true });
  mkdirSync(resolve(root, '.cache'), { recursive: true });
  spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const { numPassedTests, numFailedTests, numTotalTestSuites, numFailedTestSuites, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  if (numTotalTestSuites === 0) throw new Error('The test runner found no test.');
  passed += numPassedTests;
  failed += numFailedTests;
  // A file that breaks before its first test fails no test, but fails.
  if (!success && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites);
}
