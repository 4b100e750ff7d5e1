import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { inPage } from './scripts/in-page.mjs';
import { browserFiles, filesThatMock, slowUnitFiles } from './scripts/test-plan.mjs';
import { isOfDriversFrames } from './scripts/test-report.mjs';
import { LongestFirst } from './scripts/test-sequence.mjs';

const tier = process.env['HALFMINUTE_TIER'];
const isLong = tier === 'long';

/** The packed extension, and its injected functions, in one real browser. */
function browserProject(kind: 'chromium' | 'firefox'): TestProjectInlineConfiguration {
  return {
    plugins: [inPage()],
    test: {
      name: kind,
      ...browserFiles(kind, isLong),
      provide: { kind, isLong },
      // After the others: a browser wants the processors for itself.
      sequence: { groupOrder: 1 },
      environment: 'node',
      // While one waits for its browser, the other works. More than two only wait for the processors.
      maxWorkers: 2,
      // One process for all of a worker's files: it keeps its browser, and Playwright and axe are loaded once.
      isolate: false,
      testTimeout: 120_000,
      // As long as a view waits for a text.
      expect: { poll: { timeout: 45_000 } },
      hookTimeout: 180_000,
    },
  };
}

const mocking = filesThatMock();
const notNow = tier === 'quick' ? slowUnitFiles() : [];

/** Tests in Node. */
function unitProject(
  name: string,
  files: { readonly include: string[]; readonly exclude: string[]; readonly isolate: boolean },
): TestProjectInlineConfiguration {
  return {
    plugins: [inPage()],
    test: {
      name,
      ...files,
      setupFiles: ['test/set-up.ts'],
      sequence: { groupOrder: 0 },
      environment: 'node',
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // One for each core: these tests compute, and Vitest would leave a core to itself.
      maxWorkers: '100%',
    },
  };
}

// `unit`, and `unit-mocks` for those that need a process each: the pure rooms, the parts of the interface and the demo site, in
// Node. `chromium`, `firefox`: real browsers, two at a time.
export default defineConfig({
  test: {
    onUnhandledError: (error) => !isOfDriversFrames(error),
    sequence: { sequencer: LongestFirst },
    projects: [
      unitProject('unit', {
        include: ['test/**/*.test.{ts,tsx}'],
        exclude: ['test/e2e/**', 'test/in-page/**', ...mocking, ...notNow],
        isolate: false,
      }),
      unitProject('unit-mocks', { include: mocking, exclude: notNow, isolate: true }),
      browserProject('chromium'),
      browserProject('firefox'),
    ],
  },
});
