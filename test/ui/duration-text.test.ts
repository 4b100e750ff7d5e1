import { describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getUILanguage: () => 'en', getMessage: (_: string, [seconds]: string[]) => `${seconds} s` } },
}));

import { durationText, signedDuration } from '../../src/ui/duration-text';

describe('a span of time', () => {
  it.each([
    [5, '5 s', '5 seconds'],
    [90, '90 s', '90 seconds'],
    [119, '119 s', '119 seconds'],
    [120, '2 min', '2 minutes'],
    [125, '2 min 5 s', '2 minutes, 5 seconds'],
    [3600, '1 hr', '1 hour'],
    [3602, '1 hr 2 s', '1 hour, 2 seconds'],
    [86_399, '23 hr 59 min 59 s', '23 hours, 59 minutes, 59 seconds'],
    [86_400, '1 day', '1 day'],
    [86_400 * 400 + 7325, '400 days 2 hr', '400 days, 2 hours'],
  ])('of %i seconds', (seconds, short, long) => {
    expect([durationText(seconds, 'short'), durationText(seconds, 'long')]).toEqual([short, long]);
  });

  it('has its sign in front', () => {
    expect([signedDuration(90), signedDuration(-3605)]).toEqual(['+90 s', '−1 hr 5 s']);
  });
});
