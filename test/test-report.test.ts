/** The sum of a test run guarded: a failure is never counted away, and only a browser test gets a second look. */
import { describe, expect, it } from 'vitest';
import { countByFile, isOfDriversFrames, repeatable, sumOf } from '../scripts/test-report.mjs';

const ran = (name: string, ...statuses: ('passed' | 'failed' | 'skipped')[]) => ({
  name: `/house/${name}`,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, place) => ({ status, fullName: `does its ${place + 1}` })),
});
const counted = (...testResults: ReturnType<typeof ran>[]) => countByFile({ testResults }, '/house');

describe('the sum of a test run', () => {
  it('adds up what passed and failed in every file', () => {
    const files = counted(
      ran('test/a.test.ts', 'passed', 'passed', 'skipped'),
      ran('test/b.test.ts', 'failed', 'passed'),
    );
    expect(sumOf(files, false)).toEqual({ passed: 3, failed: 1 });
    expect(files.get('test/b.test.ts')?.names).toEqual(['does its 1']);
  });

  it('counts a file that breaks before its first test, and what breaks outside of all files', () => {
    expect(sumOf(counted({ ...ran('test/a.test.ts'), status: 'failed' }), false)).toEqual({ passed: 0, failed: 1 });
    expect(sumOf(counted(ran('test/a.test.ts', 'passed')), false)).toEqual({ passed: 1, failed: 1 });
  });

  it('has a failed browser test run again, and counts the second run', () => {
    const files = counted(ran('test/e2e/a.test.ts', 'failed', 'passed'), ran('test/b.test.ts', 'passed'));
    expect(repeatable(files)).toEqual(['test/e2e/a.test.ts']);
    const failedAgain = new Map([...files, ...counted(ran('test/e2e/a.test.ts', 'failed', 'failed'))]);
    expect(sumOf(failedAgain, false)).toEqual({ passed: 1, failed: 2 });
    const settled = new Map([...files, ...counted(ran('test/e2e/a.test.ts', 'passed', 'passed'))]);
    expect(sumOf(settled, true)).toEqual({ passed: 3, failed: 0 });
  });

  it('has nothing run again where a test without a browser failed, where many files did, or none', () => {
    const browser = (name: string) => ran(`test/e2e/${name}.test.ts`, 'failed');
    expect(repeatable(counted(browser('a'), ran('test/b.test.ts', 'failed')))).toEqual([]);
    expect(repeatable(counted(...['a', 'b', 'c', 'd'].map(browser)))).toEqual([]);
    expect(repeatable(counted(ran('test/e2e/a.test.ts', 'passed')))).toEqual([]);
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
