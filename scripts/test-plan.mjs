// Which test files which run plays, and in which browser. Three runs: `npm run check` plays the quick ones in Node, `npm test`
// every walk in Chromium and those in Firefox that the engine can make differ, `npm run test:long` everything in both.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const pathOf = (name) => `test/e2e/${name}.test.ts`;

/** About one browser alone, or about what the two share. */
const ONLY_IN = {
  chromium: ['form-gallery-looks', 'kill', 'popup-restraint', 'read-fill', 'touch'].map(pathOf),
  firefox: ['private-window'].map(pathOf),
};

/** What Firefox plays in `npm test`. */
const FIREFOX_WALKS = [];

/** What a person waits for at every save. */
const QUICK_SECONDS = 2;

/** `include` and `exclude` of a browser's project. */
export function browserFiles(kind, isLong) {
  const other = kind === 'chromium' ? 'firefox' : 'chromium';
  const isWhole = isLong || kind === 'chromium' || FIREFOX_WALKS.length === 0;
  const walks = isWhole ? ['test/e2e/**/*.test.ts'] : FIREFOX_WALKS;
  return { include: [...walks, 'test/in-page/**/*.test.ts'], exclude: ONLY_IN[other] };
}

/** The unit tests that `npm run check` leaves to `npm test`. */
export function slowUnitFiles() {
  const seconds = JSON.parse(readFileSync(resolve(import.meta.dirname, '../test/seconds.json'), 'utf8'));
  return Object.entries(seconds.unit ?? {}).flatMap(([file, took]) => (took > QUICK_SECONDS ? [file] : []));
}
