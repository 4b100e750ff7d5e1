/** Which of the fields of a page is filled, or none; that a person can see them is asked in a browser. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lookForField } from '../../src/sites/page-code-field';
import type { Field } from '../../src/sites/page-field';
import { field, plainClasses, showPage } from './plain-fields';

vi.mock('../../src/sites/page-elements', async () => (await import('./plain-fields')).plainElements);
vi.mock('../../src/sites/page-covers', () => ({ forgetCovers: () => undefined }));
vi.mock('../../src/sites/page-field-visibility', () => ({
  isDrawn: () => true,
  isVisible: () => true,
  isScrolledAway: () => false,
}));

beforeAll(() => {
  for (const [name, stub] of Object.entries(plainClasses)) vi.stubGlobal(name, stub);
});
afterAll(() => void vi.unstubAllGlobals());

function found(fields: readonly Field[], focused: Field | null = null, code = '123456') {
  showPage(fields, focused);
  return lookForField({ code, origin: 'https://site.example' });
}

const [otp, totp, email] = [field({ name: 'otp' }), field({ name: 'totp' }), field({ type: 'email' })];
const boxes = Array.from({ length: 6 }, () => field({ maxlength: '1' }));
const made = field({ inputmode: 'numeric', maxlength: '6' }, { near: 'Two-factor authentication' });

describe('a code goes into', () => {
  it.each([
    ['the one field that asks', [email, otp], null, [otp]],
    ['that of two which has the focus', [otp, totp], totp, [totp]],
    ['the one row of boxes', [email, ...boxes], null, boxes],
    ['the field with the focus, beside boxes', [otp, ...boxes], otp, [otp]],
    ['the boxes with the focus, beside a field', [otp, ...boxes], boxes[3] ?? null, boxes],
    ['the only field, where it is made for one', [made], null, [made]],
  ])('%s', (_, fields, focused, expected) => expect(found(fields, focused)).toEqual(expected));
});

describe('nothing is filled where', () => {
  it.each([
    ['two fields ask', [otp, totp], 'several-fields'],
    ['three fields ask', [otp, totp, field({ id: 'mfa' })], 'several-fields'],
    ['a field asks beside a row of boxes', [otp, ...boxes], 'several-fields'],
    ['no field asks', [field({ name: 'code' }), email], 'no-field'],
    ['there is no field', [], 'no-field'],
    ['one only looks made for a code, beside another field', [made, email], 'no-field'],
    ['the only field is not made for one', [field({ inputmode: 'numeric' })], 'no-field'],
    ['the field is too short', [field({ name: 'otp', maxlength: '5' })], 'no-field'],
    ['the field is disabled', [field({ name: 'otp', disabled: '' })], 'no-field'],
    ['the field is for mail', [field({ name: 'otp', type: 'email' })], 'no-field'],
  ])('%s', (_, fields, expected) => expect(found(fields)).toBe(expected));

  it('the focus is in a field that does not ask, beside two that do', () => {
    expect(found([otp, totp, email], email)).toBe('several-fields');
  });

  it('letters would go into a field for numbers', () => {
    expect(found([field({ name: 'otp', type: 'number' })], null, 'B7K2M')).toBe('no-field');
  });
});
