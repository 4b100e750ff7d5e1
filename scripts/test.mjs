// npm test: sets itself up, then runs lint, types, build and tests, and ends with one line, "N passed, N failed".
// npm run test:long does the same with both browsers whole, and writes what it did into docs/proofs.md.
// Words after `npm test --` go to the test runner: `test/otp` runs a part, `--shard 1/3` every third of the time.
import { writeFileSync } from 'node:fs';
import { ensureBrowsers } from './browsers.mjs';
import { ensurePackages, requireNode } from './set-up.mjs';
import { bin, lintAndTypes, Steps, say } from './steps.mjs';

const words = process.argv.slice(2);
const take = (flag) => words.includes(flag) && words.splice(words.indexOf(flag), 1).length > 0;
const isLong = take('--long');
const keepsSeconds = take('--keep-seconds');
const steps = new Steps();

try {
  requireNode();
  ensurePackages(say);
  await ensureBrowsers({ say, firefox: true });
  if (!process.env.HALFMINUTE_DATA)
    say('HALFMINUTE_DATA is not set: the conformance tests over foreign files will be left out.');
  lintAndTypes(steps);
  const isBuilt = steps.run('Build dist/chrome and dist/firefox and hold them against the gate', process.execPath, [
    'scripts/build.mjs',
  ]);
  if (isBuilt) {
    const lint = ['lint', '--source-dir', 'dist/firefox', '--no-config-discovery'];
    steps.run('Firefox add-on linter', bin('web-ext'), lint);
    await runTests();
  }
} catch (error) {
  console.error(`\n${error.message}`);
  steps.add({ passed: 0, failed: 1 });
}
steps.end();

async function runTests() {
  const { runWithSecondTry } = await import('./run-vitest.mjs');
  const { timeTable } = await import('./test-report.mjs');
  const seed = process.env.HALFMINUTE_SEED ?? String(1 + Math.floor(Math.random() * (2 ** 31 - 1)));
  const env = { HALFMINUTE_TIER: isLong ? 'long' : '', HALFMINUTE_SEED: seed };
  const title = isLong
    ? 'Tests, the long run: everything in Chromium and in Firefox'
    : 'Tests: unit, property and fault tests, injected functions and walks in Chromium and Firefox';
  const startMs = performance.now();
  const result = steps.time(title, () => runWithSecondTry(words, env));
  const { rows, sum, secondTries, unsteady } = result;
  steps.add(sum);
  say('Where the time went');
  for (const line of [...steps.timeLines(), '', ...timeTable(rows)]) console.log(line);
  say(`Second tries: ${secondTries}. Seed of the random suites: ${seed} (HALFMINUTE_SEED repeats it).`);
  for (const { project, file, names } of unsteady)
    say(`UNSTEADY: failed, then passed on being run again: ${project} ${file}: ${names.join('; ')}`);
  if (keepsSeconds) await keepSeconds(rows);
  if (isLong && words.length === 0) {
    const { writeTestProof } = await import('./test-proof.mjs');
    writeTestProof({ rows, sum, secondTries, unsteady, seed, minutes: (performance.now() - startMs) / 60_000 });
  }
}

/** What the order and the shards of later runs go by. */
async function keepSeconds(rows) {
  const { secondsFile } = await import('./test-sequence.mjs');
  const kept = {};
  for (const { project, file, seconds } of [...rows].sort((a, b) => a.file.localeCompare(b.file))) {
    kept[project] ??= {};
    kept[project][file] = Math.max(1, Math.round(seconds));
  }
  writeFileSync(secondsFile, `${JSON.stringify(kept, null, 2)}\n`);
}
