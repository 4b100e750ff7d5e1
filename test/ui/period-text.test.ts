import { describe, expect, it, vi } from 'vitest';
import english from '../../src/_locales/en/messages.json' with { type: 'json' };

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getUILanguage: () => 'en',
      getMessage: (key: keyof typeof english, values: readonly string[]) =>
        english[key].message.replace('$1', values[0] ?? ''),
    },
  },
}));

import { leftText, periodSpoken, periodText } from '../../src/ui/period-text';

describe('what is left of a code', () => {
  it.each([
    [30, 30, '30'],
    [1, 30, '1'],
    [299, 300, '299'],
    [600, 600, '10:00'],
    [5, 600, '0:05'],
    [3600, 3600, '60:00'],
    [86_400, 86_400, '24:00:00'],
    [86_399, 86_400, '23:59:59'],
    [61, 86_400, '0:01:01'],
  ])('%i s of %i s reads %s', (seconds, period, text) => {
    expect(leftText(seconds, period)).toBe(text);
  });
});

describe('how long codes last', () => {
  it.each([
    [5, '5 s', '5 seconds'],
    [60, '60 s', '60 seconds'],
    [90, '90 s', '90 seconds'],
    [120, '2 min', '2 minutes'],
    [5400, '90 min', '90 minutes'],
    [3600, '1 hr', '1 hour'],
    [86_400, '24 hr', '24 hours'],
    [86_399, '86399 s', '86399 seconds'],
  ])('%i seconds reads %s', (seconds, text, spoken) => {
    expect(periodText(seconds)).toBe(text);
    expect(periodSpoken(seconds)).toBe(`Codes change every ${spoken}`);
  });
});
