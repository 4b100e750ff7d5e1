// What a run of the tests came to, and which browser tests are worth a second look.
import { relative, sep } from 'node:path';

/** More than this many files failing is no bad luck. */
const MOST_REPEATED = 3;

/** Counts per file, by its path within `root`. A file that breaks before its first test has one failure. */
export function countByFile(report, root) {
  const files = new Map();
  for (const { name, status, assertionResults } of report.testResults) {
    const count = (wanted) => assertionResults.filter((test) => test.status === wanted).length;
    const failed = count('failed');
    files.set(relative(root, name).split(sep).join('/'), {
      passed: count('passed'),
      failed: status === 'failed' ? Math.max(1, failed) : failed,
      names: assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName),
    });
  }
  return files;
}

/** The browser test files to run once more: a real browser on a busy machine now and then misses a beat; other tests never do. */
export function repeatable(files) {
  const failing = [...files].filter(([, { failed }]) => failed > 0).map(([name]) => name);
  const isRepeatable = failing.length <= MOST_REPEATED && failing.every((name) => name.startsWith('test/e2e/'));
  return isRepeatable ? failing : [];
}

/**
 * Whether an error outside of all tests is the driver's own: Playwright keeps a tree of a page's frames by what several
 * processes tell in no certain order, and where frames move between them it now and then trips over its own tree. Nothing
 * waits for that; what a test asks of the page is answered all the same.
 */
export function isOfDriversFrames({ stack = '' }) {
  return stack.includes('playwright-core') && /FrameSession\._onFrame(?:Attached|Navigated|Detached)\b/.test(stack);
}

/** The sum, of every file its last run. Something that went wrong outside of all files is a failure too. */
export function sumOf(files, isSuccess) {
  let passed = 0;
  let failed = 0;
  for (const one of files.values()) {
    passed += one.passed;
    failed += one.failed;
  }
  return { passed, failed: failed === 0 && !isSuccess ? 1 : failed };
}
