/** What the long run of the tests leaves in docs/proofs.md. */
import { expect, it } from 'vitest';
import { sectionOf } from '../scripts/test-proof.mjs';

const row = {
  project: 'chromium',
  file: 'test/e2e/a.test.ts',
  passed: 4,
  failed: 0,
  names: ['does its work'],
  seconds: 9,
};
const run = {
  rows: [row],
  sum: { passed: 4, failed: 0 },
  secondTries: 1,
  unsteady: [row],
  seed: '7',
  minutes: 31.6,
  today: '2026-12-01',
  played: 'Node',
};
const NEW_ROW = '| 2026-12-01 | 7 | 4 | 0 | 1 | 32 |';
const OLD_ROW = '| 2026-11-30 | 5 | 4 | 0 | 0 | 30 |';

it('is a row above those of the runs before, and what needed a second try', () => {
  const section = sectionOf(run, [OLD_ROW]);
  expect(section).toContain(`${NEW_ROW}\n${OLD_ROW}\n`);
  expect(section).toContain('| walks chromium | 1 | 4 |');
  expect(section).toContain('- chromium `test/e2e/a.test.ts`: does its work');
});

it('does not grow for ever', () => {
  const section = sectionOf(run, Array<string>(99).fill(OLD_ROW));
  expect(section.split(OLD_ROW)).toHaveLength(30);
});
