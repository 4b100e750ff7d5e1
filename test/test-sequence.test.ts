/** The order of the test files and the parts for several machines. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evenParts, secondsOf } from '../scripts/test-sequence.mjs';
import seconds from './seconds.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '..');

describe('parts for several machines', () => {
  const lengths = [50, 30, 30, 20, 10, 10, 9, 1];
  const sum = (part: readonly number[]) => part.reduce((total, length) => total + length, 0);

  it('hold every file once', () => {
    const parts = evenParts(lengths, 3, (length) => length);
    expect(parts.flat().sort((a, b) => b - a)).toEqual(lengths);
  });

  it('take about as long', () => {
    const sums = evenParts(lengths, 3, (length) => length).map(sum);
    expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(10);
  });

  it('are the same on every machine', () => {
    const part = () => evenParts(lengths, 3, (length) => length);
    expect(part()).toEqual(part());
  });
});

it('a file that nobody timed yet begins early', () => {
  expect(secondsOf('chromium', 'test/e2e/of-tomorrow.test.ts')).toBeGreaterThan(30);
});

it('only files that are there are timed', () => {
  const files = Object.values<object>(seconds).flatMap((some) => Object.keys(some));
  expect(files.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
});
