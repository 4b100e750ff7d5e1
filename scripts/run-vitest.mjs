// One run of the test runner, and what it came to.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bin, run, say } from './steps.mjs';
import { repeatable, sumOf, withRepeats } from './test-report.mjs';

const root = resolve(import.meta.dirname, '..');
const report = resolve(root, '.cache/test-report.json');

/** The rows of every file in every project that played it, and whether all went well. */
export function runVitest(words, env = {}) {
  rmSync(report, { force: true });
  mkdirSync(resolve(root, '.cache'), { recursive: true });
  const args = ['run', '--reporter=default', '--reporter=./scripts/test-reporter.mjs', ...words];
  const status = run(bin('vitest'), args, { ...env, HALFMINUTE_TEST_REPORT: report });
  const { rows, errors, isSuccess } = JSON.parse(readFileSync(report, 'utf8'));
  if (rows.length === 0) throw new Error('The test runner found no test.');
  return { rows, isSuccess: isSuccess && errors === 0 && status === 0 };
}

/** The same; browser test files that fail, if they are few, are run once more, each in the browser it failed in. */
export function runWithSecondTry(words, env) {
  let { rows, isSuccess } = runVitest(words, env);
  const again = repeatable(rows);
  if (again.length > 0) {
    const names = again.flatMap(({ project, file, names }) => names.map((name) => `\n   ${project} ${file}: ${name}`));
    say(`Once more, to tell a fault from a slow machine. What failed:${names.join('')}`);
    const seconds = [...new Set(again.map(({ project }) => project))].map((project) => {
      const files = again.filter((row) => row.project === project).map(({ file }) => file);
      return runVitest(['--project', project, ...files], env);
    });
    rows = withRepeats(
      rows,
      seconds.flatMap((second) => second.rows),
    );
    isSuccess = seconds.every((second) => second.isSuccess);
  }
  const unsteady = again.filter((row) => withRepeats([row], rows)[0].failed === 0);
  return { rows, sum: sumOf(rows, isSuccess), secondTries: again.length, unsteady };
}
