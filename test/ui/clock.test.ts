/** The clock of codes beside the computer's own: a correction moves the one, and never the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeNowMs, correctionS, nowMs, onComputerMs, periodClock, startClock } from '../../src/ui/clock';

const AT_MS = 1_800_000_010_400;
const root = resolve(import.meta.dirname, '../..');

beforeEach(() => {
  vi.useFakeTimers({ now: AT_MS });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  correctionS.value = 0;
  startClock();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the clock', () => {
  it('goes by the computer where nothing is corrected', () => {
    const { step, secondsLeft } = periodClock(30);
    expect([codeNowMs(), onComputerMs(AT_MS), step.value, secondsLeft.value]).toEqual([AT_MS, AT_MS, 60_000_000, 20]);
  });

  it.each([
    [90, 60_000_003, 20],
    [25, 60_000_001, 25],
    [-15, 59_999_999, 5],
    [-86_400, 59_997_120, 20],
  ])('with a correction of %i s, codes and their seconds move, and nothing else', (seconds, step, left) => {
    correctionS.value = seconds;
    expect([periodClock(30).step.value, periodClock(30).secondsLeft.value]).toEqual([step, left]);
    expect([codeNowMs(), nowMs.value]).toEqual([AT_MS + seconds * 1000, AT_MS]);
    expect(onComputerMs(codeNowMs())).toBe(AT_MS);
  });

  it('goes on by the second with a correction', () => {
    correctionS.value = 15;
    const { step, secondsLeft } = periodClock(30);
    const seen: unknown[] = [];
    for (let second = 0; second < 6; second += 1) {
      seen.push([step.value - 60_000_000, secondsLeft.value]);
      vi.advanceTimersByTime(1000);
    }
    expect(seen).toEqual([
      [0, 5],
      [0, 4],
      [0, 3],
      [0, 2],
      [0, 1],
      [1, 30],
    ]);
  });

  it('is what every code is made by: none goes by the computer’s clock past it', () => {
    const files = ['src/app', 'src/ui', 'popup', 'options'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
    );
    const past =
      /\b(?:findCode|codeOf|codeAt|nextCodeAt|stepAt|endOfCodeMs|findWaitMs)\([^;{]*?(?:Date\.now\(\)|\bnowMs\.value)/;
    expect(past.test('endOfCodeMs(account, Date.now())')).toBe(true);
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter((file) => past.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
