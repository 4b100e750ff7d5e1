// What a run of the tests came to, and which browser tests are worth a second look.

/** More than this many files failing is no bad luck. */
const MOST_REPEATED = 3;

const isUnit = (project) => project.startsWith('unit');

/** A file counts once for each project that plays it. */
const keyOf = ({ project, file }) => `${project} ${file}`;

/** `rows`, each replaced by its row of `again` where it has one: a repeat that leaves a file out has shown nothing about it. */
export function withRepeats(rows, again) {
  const repeated = new Map(again.map((row) => [keyOf(row), row]));
  return rows.map((row) => repeated.get(keyOf(row)) ?? row);
}

/** The rows to run once more: a real browser on a busy machine now and then misses a beat; other tests never do. */
export function repeatable(rows) {
  const failing = rows.filter(({ failed }) => failed > 0);
  const isRepeatable = failing.length <= MOST_REPEATED && failing.every(({ project }) => !isUnit(project));
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

/** The sum. Something that went wrong outside of all files is a failure too. */
export function sumOf(rows, isSuccess) {
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  return { passed, failed: failed === 0 && !isSuccess ? 1 : failed };
}

/** `unit`, `in-page chromium`, `walks firefox` and so on: what a row is a part of. */
export function tierOf({ project, file }) {
  if (isUnit(project)) return 'unit';
  return `${file.startsWith('test/in-page/') ? 'in-page' : 'walks'} ${project}`;
}

/** Lines that tell where the time went: seconds of a worker, of which there are two. */
export function timeTable(rows, dearest = 10) {
  const tiers = new Map();
  for (const row of rows) {
    const tier = tiers.get(tierOf(row)) ?? { files: 0, tests: 0, seconds: 0 };
    tier.files += 1;
    tier.tests += row.passed + row.failed;
    tier.seconds += row.seconds;
    tiers.set(tierOf(row), tier);
  }
  const files = [...rows].sort((a, b) => b.seconds - a.seconds).slice(0, dearest);
  return [
    lineOf('tests, by tier', 'files', 'tests', 'worker s'),
    ...[...tiers].map(([tier, { files, tests, seconds }]) => lineOf(tier, files, tests, Math.round(seconds))),
    '',
    lineOf('dearest files', '', 'tests', 'worker s'),
    ...files.map((row) => lineOf(`${row.project}  ${row.file}`, '', row.passed + row.failed, Math.round(row.seconds))),
  ];
}

function lineOf(name, ...numbers) {
  return `   ${name.padEnd(62)}${numbers.map((number) => String(number).padStart(9)).join('')}`;
}
