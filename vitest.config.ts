import { defineConfig } from 'vitest/config';
import { inPage } from './scripts/in-page.mjs';
import { isOfDriversFrames } from './scripts/test-report.mjs';

// Two kinds of tests. `unit`: the pure rooms and the demo site, in Node. `e2e`: the packed extension in real browsers, two at a time.
export default defineConfig({
  test: {
    onUnhandledError: (error) => !isOfDriversFrames(error),
    projects: [
      {
        plugins: [inPage()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          sequence: { groupOrder: 0 },
          exclude: ['test/e2e/**'],
          environment: 'node',
          testTimeout: 60_000,
          // The first demo site of a file hashes its people's passwords in a hook, which is made to take long.
          hookTimeout: 60_000,
          // One of each core's own: these tests compute, and Vitest would leave a core to itself.
          maxWorkers: '100%',
        },
      },
      {
        plugins: [inPage()],
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Behind the others: a browser wants the processors for itself.
          sequence: { groupOrder: 1 },
          environment: 'node',
          // While one waits for its browser, the other works. More than two only wait for the processors.
          maxWorkers: 2,
          // Of each the same process for all: to load Playwright and axe anew for every file takes longer than some of them.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
