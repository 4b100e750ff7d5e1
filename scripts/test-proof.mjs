// The part of docs/proofs.md that is about the whole tests: what the long run did, and how often a second try was needed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findChromium, findFirefox } from './browsers.mjs';
import { tierOf } from './test-report.mjs';

const page = resolve(import.meta.dirname, '../docs/proofs.md');
const HEADING = '## The tests, whole';
const MOST_ROWS = 30;
const DATED_ROW = /^\| \d{4}-\d\d-\d\d \|.*$/gm;

/** What the page says of the tests, for whoever writes the rest of it anew. */
export function testProof() {
  if (!existsSync(page)) return '';
  const text = readFileSync(page, 'utf8');
  const start = text.indexOf(HEADING);
  return start < 0 ? '' : text.slice(start);
}

export function writeTestProof(run) {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '# What was proven, and when\n';
  const start = text.indexOf(HEADING);
  const rest = (start < 0 ? text : text.slice(0, start)).trimEnd();
  const earlier = (start < 0 ? '' : text.slice(start)).match(DATED_ROW) ?? [];
  const today = new Date().toISOString().slice(0, 10);
  const played = `Node ${process.version}, ${versionOf(findChromium())} and ${versionOf(findFirefox())}`;
  writeFileSync(page, `${rest}\n\n${sectionOf({ ...run, today, played }, earlier)}`);
}

/** The section with `run` on top of the rows of earlier runs. */
export function sectionOf({ rows, sum, secondTries, unsteady, seed, minutes, today, played }, earlier) {
  const tiers = new Map();
  for (const row of rows) {
    const tier = tiers.get(tierOf(row)) ?? { files: 0, tests: 0 };
    tiers.set(tierOf(row), { files: tier.files + 1, tests: tier.tests + row.passed + row.failed });
  }
  const cells = [today, seed, sum.passed, sum.failed, secondTries, Math.round(minutes)];
  const settled = unsteady.map(({ project, file, names }) => `- ${project} \`${file}\`: ${names.join('; ')}`);
  return `${HEADING}

\`npm run test:long\` plays every test in both browsers, with the full numbers of the random suites, and adds a row here. A
browser test file that fails is run once more: a second try. HALFMINUTE_SEED repeats the random suites of a run.

| date | seed | passed | failed | second tries | minutes |
| ---- | ---- | ------ | ------ | ------------ | ------- |
${[`| ${cells.join(' | ')} |`, ...earlier].slice(0, MOST_ROWS).join('\n')}

The newest of them, with ${played}:

| part | files | tests |
| ---- | ----- | ----- |
${[...tiers].map(([tier, { files, tests }]) => `| ${tier} | ${files} | ${tests} |`).join('\n')}
${settled.length === 0 ? '' : `\nPassed on the second try:\n\n${settled.join('\n')}\n`}`;
}

function versionOf(path) {
  if (path === undefined) return 'none';
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
}
