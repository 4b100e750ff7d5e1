/** T10: what a person is told of a code that enrols nothing, in the English that people read. */
import { expect, it, vi } from 'vitest';
import english from '../../src/_locales/en/messages.json' with { type: 'json' };

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getUILanguage: () => 'en',
      getMessage: (key: keyof typeof english, values: readonly string[]) =>
        english[key].message.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? ''),
    },
  },
}));

import { isEnrolling } from '../../src/app/enrolling';
import { readPayload } from '../../src/app/payload';
import { errorText } from '../../src/ui/error-text';
import { ENROLS_NOTHING } from '../e2e/codes-that-enrol-nothing';

it.each(ENROLS_NOTHING)('%s', (_name, text, answer) => {
  const payload = readPayload(text);
  if (payload.kind === 'account') throw new Error('It enrols an account.');
  expect(isEnrolling(payload)).toBe(false);
  expect(errorText({ kind: 'no-enrolment-code', payload })).toMatch(answer);
});
