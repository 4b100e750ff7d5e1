/** The sum of a test run guarded: a failure is never counted away, and only a browser test gets a second look. */
import { describe, expect, it } from 'vitest';
import {
  isOfDriversFrames,
  repeatable,
  sumOf,
  type TestRow,
  tierOf,
  timeTable,
  withRepeats,
} from '../scripts/test-report.mjs';

function ran(project: string, name: string, passed: number, failed = 0, seconds = 1): TestRow {
  const names = Array.from({ length: failed }, (_, place) => `does its ${place + 1}`);
  return { project, file: `test/${name}.test.ts`, passed, failed, names, seconds };
}

describe('the sum of a test run', () => {
  it('adds up what passed and failed in every file, in each browser that played it', () => {
    const rows = [ran('unit', 'a', 2), ran('chromium', 'e2e/b', 1, 1), ran('firefox', 'e2e/b', 2)];
    expect(sumOf(rows, false)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts what goes wrong outside of all files', () => {
    expect(sumOf([ran('unit', 'a', 1)], false)).toEqual({ passed: 1, failed: 1 });
    expect(sumOf([ran('unit', 'a', 1)], true)).toEqual({ passed: 1, failed: 0 });
  });

  it('has a failed browser test run again, in its own browser, and counts the second run', () => {
    const rows = [ran('chromium', 'e2e/a', 2), ran('firefox', 'e2e/a', 1, 1), ran('unit', 'b', 1)];
    expect(repeatable(rows)).toEqual([rows[1]]);
    const again = (passed: number, failed: number) => withRepeats(rows, [ran('firefox', 'e2e/a', passed, failed)]);
    expect(sumOf(again(0, 2), false)).toEqual({ passed: 3, failed: 2 });
    expect(sumOf(again(2, 0), true)).toEqual({ passed: 5, failed: 0 });
    expect(withRepeats(rows, [])).toEqual(rows);
  });

  it('has nothing run again where a test without a browser failed, where many files did, or none', () => {
    const browser = (name: string) => ran('chromium', `e2e/${name}`, 0, 1);
    expect(repeatable([browser('a'), ran('unit', 'b', 0, 1)])).toEqual([]);
    expect(repeatable(['a', 'b', 'c', 'd'].map(browser))).toEqual([]);
    expect(repeatable([ran('chromium', 'e2e/a', 1)])).toEqual([]);
  });

  it('leaves out what the driver’s tree of frames trips over by itself, and no other error', () => {
    const stack = (...places: string[]) => ['Error: Assertion error', ...places].join('\n    at ');
    const driver = '(/house/node_modules/playwright-core/lib/coreBundle.js:1:1)';
    const trips = stack(`FrameManager.frameAttached ${driver}`, `_FrameSession._onFrameAttached ${driver}`);
    expect(isOfDriversFrames({ stack: trips })).toBe(true);
    expect(isOfDriversFrames({ stack: stack(`Frame.click ${driver}`) })).toBe(false);
    expect(isOfDriversFrames({ stack: stack('FrameSession._onFrameAttached (/house/test/e2e/a.ts:1:1)') })).toBe(false);
    expect(isOfDriversFrames({})).toBe(false);
  });
});

describe('the table of a test run', () => {
  const rows = [
    ran('unit', 'a', 3, 0, 2),
    ran('unit', 'b', 1, 0, 9),
    ran('chromium', 'in-page/c', 5, 1, 4),
    ran('firefox', 'e2e/d', 2, 0, 7),
  ];

  it('adds up files, tests and seconds of every tier', () => {
    expect(rows.map(tierOf)).toEqual(['unit', 'unit', 'in-page chromium', 'walks firefox']);
    const words = timeTable(rows).map((line) => line.trim().replace(/ {2,}/g, ' | '));
    expect(words).toContain('unit | 2 | 4 | 11');
    expect(words).toContain('in-page chromium | 1 | 6 | 4');
    expect(words).toContain('walks firefox | 1 | 2 | 7');
  });

  it('names the dearest files, dearest first', () => {
    const named = timeTable(rows, 2).flatMap((line) => line.match(/test\/[\w/-]+/) ?? []);
    expect(named).toEqual(['test/b', 'test/e2e/d']);
  });
});
