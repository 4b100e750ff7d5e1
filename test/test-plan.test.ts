/** The three runs: what is left out of one of them is there, and is played by another. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserFiles, FIREFOX_WALKS, filesThatMock, ONLY_IN } from '../scripts/test-plan.mjs';

const root = resolve(import.meta.dirname, '..');

describe('the plan of the test runs', () => {
  it('names files that are there, each once', () => {
    const named = [...FIREFOX_WALKS, ...ONLY_IN.chromium];
    expect(named.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('plays every walk in Chromium, and in the long run in Firefox too, but for those about one of them', () => {
    const all = 'test/e2e/**/*.test.ts';
    expect(browserFiles('chromium', false).include).toContain(all);
    expect(browserFiles('firefox', true).include).toContain(all);
    expect(browserFiles('firefox', true).exclude).toEqual(ONLY_IN.chromium);
    expect(browserFiles('chromium', true).exclude).toEqual(ONLY_IN.firefox);
  });

  it('asks the injected functions in both, always', () => {
    for (const kind of ['chromium', 'firefox'])
      expect(browserFiles(kind, false).include).toContain('test/in-page/**/*.test.ts');
  });

  it('gives a process of its own to a test that puts a module in place, and to no other', () => {
    expect(filesThatMock()).toContain('test/app/session.test.ts');
    expect(filesThatMock()).not.toContain('test/otp/codes.test.ts');
  });
});
