// Which test files which run plays, and in which browser. Three runs: `npm run check` plays the quick ones in Node, `npm test`
// every walk in Chromium and those in Firefox that the engine can make differ, `npm run test:long` everything in both.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';

const testFolder = resolve(import.meta.dirname, '../test');

const pathOf = (name) => `test/e2e/${name}.test.ts`;

/** About one browser alone, or about what the two share. */
export const ONLY_IN = {
  chromium: ['form-gallery-looks', 'kill', 'popup-restraint', 'read-fill', 'touch'].map(pathOf),
  firefox: ['private-window'].map(pathOf),
};

/** What the engine can make differ: Firefox plays these in `npm test`, and everything in the long run. */
export const FIREFOX_WALKS = [
  'backup',
  'clock-check',
  'damaged-profile',
  'device-only',
  'fill-code',
  'form-gallery',
  'in-step',
  'interrupted-save',
  'keyboard-day',
  'live-scan',
  'lock-command',
  'look-into-page',
  'named-site',
  'private-window',
  'qr-gallery',
  'rig',
  'rig/launch',
  'rig/profile',
  'rig/reset',
  'scan-answers',
  'scan-command',
  'seeded-vault',
  'sign-in',
  'stopped-background',
  'thread',
  'threats/clipboard',
  'threats/content-script',
  'threats/hostile-frames',
  'threats/hostile-pages',
  'threats/network',
  'threats/other-extension',
  'threats/phishing',
  'threats/profile-on-disk',
  'threats/unlocked-machine',
  'two-windows',
].map(pathOf);

/** What a person waits for at every save. */
const QUICK_SECONDS = 2;

/** `include` and `exclude` of a browser's project. */
export function browserFiles(kind, isLong) {
  const other = kind === 'chromium' ? 'firefox' : 'chromium';
  const walks = isLong || kind === 'chromium' ? ['test/e2e/**/*.test.ts'] : FIREFOX_WALKS;
  return { include: [...walks, 'test/in-page/**/*.test.ts'], exclude: ONLY_IN[other] };
}

/** The unit tests that `npm run check` leaves to `npm test`. */
export function slowUnitFiles() {
  const seconds = JSON.parse(readFileSync(resolve(testFolder, 'seconds.json'), 'utf8'));
  return Object.entries({ ...seconds.unit, ...seconds['unit-mocks'] }).flatMap(([file, took]) =>
    took > QUICK_SECONDS ? [file] : [],
  );
}

/** Unit tests that put modules in the place of the project's own: the others share one process, these need one each. */
export function filesThatMock() {
  return readdirSync(testFolder, { recursive: true })
    .filter((name) => /\.test\.tsx?$/.test(name) && !/^(?:e2e|in-page)\b/.test(name))
    .filter((name) => readFileSync(resolve(testFolder, name), 'utf8').includes('vi.mock('))
    .map((name) => `test/${name.split(sep).join('/')}`);
}
