/** What a field asks for, by what it says of itself; how a browser draws it is asked in a browser. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Field } from '../../src/sites/page-field';
import { asksForCode, boxesAmong, isMadeFor } from '../../src/sites/page-field-meaning';
import { forgetTextsNear } from '../../src/sites/page-field-texts';
import { field, plainClasses } from './plain-fields';

vi.mock('../../src/sites/page-elements', async () => (await import('./plain-fields')).plainElements);

beforeAll(() => {
  for (const [name, stub] of Object.entries(plainClasses)) vi.stubGlobal(name, stub);
  return () => void vi.unstubAllGlobals();
});
beforeEach(() => forgetTextsNear());

const OTP = { name: 'otp' };
const APP = 'Open your authenticator app';

describe('asks for a code', () => {
  it.each([
    ['by its purpose', field({ autocomplete: 'section-a one-time-code' })],
    ['by its purpose, in capitals', field({ autocomplete: 'ONE-TIME-CODE', name: 'email' })],
    ['by its purpose, of several lines', field({ autocomplete: 'one-time-code' }, {}, 'textarea')],
    ['by its name', field({ name: 'passcode' })],
    ['by its id', field({ id: 'otpCode' })],
    ['by a name for tests', field({ 'data-testid': 'totp-input' })],
    ['by the name of a framework', field({ formcontrolname: 'mfaToken' })],
    ['by the mark of a drawn row', field({ 'data-input-otp': 'true' })],
    ['by its label', field({ name: 'field-1' }, { label: 'Passcode' })],
    ['by what stands in it', field({ placeholder: '6-digit code' })],
    ['by its title', field({ title: 'Verification code' })],
    ['by its name for screen readers', field({ 'aria-label': 'Bestätigungscode' })],
    ['by a text it names', field({ 'aria-labelledby': 'a' }, { texts: { a: 'Authentication code' } })],
    ['by its description', field({ 'aria-describedby': 'a b' }, { texts: { b: 'The code from your authenticator' } })],
    ['of the app, or one for the day it is lost', field({}, { label: 'Authentication code or recovery code' })],
    ['of the app, or a name', field({}, { label: 'Authentication code or user name' })],
    ['in text that browsers must not keep', field({ ...OTP, autocomplete: 'new-password' })],
    ['hidden while it is typed', field({ ...OTP, type: 'password', autocomplete: 'off' })],
    ['that the app makes, where others are sent', field(OTP, { near: `We sent you a message. ${APP}` })],
    ['that may be sent, where the label names the app', field(OTP, { label: 'Code from your authenticator or SMS' })],
    ['edited in an element', field(OTP, {}, 'div')],
  ])('%s', (_, one) => expect(asksForCode(one)).toBe(true));
});

describe('asks for something else', () => {
  it.each<readonly [string, Field]>([
    ['a bare code', field({ name: 'code' }, { label: 'Code' })],
    ['a new password', field({ ...OTP, type: 'password', autocomplete: 'new-password' })],
    ...['postal-code', 'email', 'username', 'current-password', 'tel', 'tel-national', 'cc-csc'].map(
      (autocomplete): [string, Field] => [`purpose ${autocomplete}`, field({ ...OTP, autocomplete })],
    ),
    ['a recovery code', field(OTP, { label: 'Your recovery code' })],
    ['a backup code', field(OTP, { label: 'Enter a 10-character backup code' })],
    ['a promotion', field({ name: 'promo-code' }, { label: 'Verification code' })],
    ['a gift card', field(OTP, { label: 'Gift card' })],
    ['a recovery, by its name', field({ name: 'recovery-otp' })],
    ['a user, by its id', field({ id: 'username', 'data-testid': 'otp' })],
    ['a text message, by its name', field({ name: 'sms-otp' })],
    ['a text message, by its label', field(OTP, { label: 'SMS code' })],
    ['a mail, by its description', field({ ...OTP, 'aria-describedby': 'a' }, { texts: { a: 'From your e-mail' } })],
    ['what was sent', field(OTP, { near: 'We just sent you a code' })],
    ['a search', field({ 'aria-describedby': 'a' }, { label: 'Search', texts: { a: 'Verification code' } })],
    ['a phone number or a mail', field({}, { label: 'Email or phone number, for a verification code' })],
    ['several lines', field(OTP, {}, 'textarea')],
    ['nothing that is said', field()],
  ])('%s', (_, one) => expect(asksForCode(one)).toBe(false));
});

describe('a field that only looks made for the code', () => {
  const near = 'Two-factor authentication';
  const NUMERIC = { inputmode: 'numeric' };
  const SIX = { ...NUMERIC, maxlength: '6' };
  it.each([
    ['for six digits', field(SIX, { near })],
    ['with a keyboard for numbers', field({ ...SIX, inputmode: 'decimal' }, { near })],
    ['of type tel', field({ type: 'tel', maxlength: '6' }, { near })],
    ['of type number', field({ type: 'number', placeholder: '000000' }, { near })],
    ['with a pattern of six digits', field({ pattern: '[0-9]{6}' }, { near })],
    ['with another pattern', field({ pattern: '\\d{6}' }, { near })],
    ['with six dots in it', field({ ...NUMERIC, placeholder: '••• •••' }, { near })],
    ['with six letters x in it', field({ ...NUMERIC, placeholder: 'xxx-xxx' }, { near })],
    ['beside the name of an app', field(SIX, { near: APP })],
  ])('is it %s', (_, one) => expect(isMadeFor(one, '123456')).toBe(true));

  it.each([
    ['for any text', field({ maxlength: '6' }, { near })],
    ['for text of six characters', field({ pattern: '.{6}' }, { near })],
    ['for five digits', field({ ...SIX, maxlength: '5' }, { near })],
    ['for eight digits', field({ ...SIX, maxlength: '8' }, { near })],
    ['for any number', field(NUMERIC, { near })],
    ['with five dots in it', field({ ...NUMERIC, placeholder: '•••••' }, { near })],
    ['with words in it', field({ ...NUMERIC, placeholder: 'number' }, { near })],
    ['where nothing speaks of a second step', field(SIX, { near: 'Settings' })],
    ['for an amount', field(SIX, { near, label: 'Amount' })],
    ['for a card', field({ ...SIX, name: 'cvc' }, { near })],
    ['for what was sent', field(SIX, { near: 'Two-factor authentication. We sent you a code.' })],
    ['edited in an element', field(SIX, { near }, 'div')],
  ])('is not %s', (_, one) => expect(isMadeFor(one, '123456')).toBe(false));
});

describe('boxes', () => {
  type Around = Parameters<typeof field>[1];
  const row = (count: number, attributes: Record<string, string> = {}, around: Around = {}) =>
    Array.from({ length: count }, () => field(attributes, around));
  const ONE = { maxlength: '1' };
  const digits = (width: number, labelOf = (place: number) => `Digit ${place}`) =>
    Array.from({ length: 6 }, (_, at) => field({ 'aria-label': labelOf(at + 1) }, { width, height: 40 }));

  it.each([
    ['six for one character each', row(6, ONE)],
    ['of which one asks', [...row(5, ONE), field({ ...ONE, name: 'otp' })]],
    ['beside which a code is asked for', row(6, ONE, { near: 'Verification code. Promo codes come later.' })],
    ['beside which a mail is named, and the app', row(6, ONE, { near: `Not your email: ${APP}` })],
    ['narrow and named by their places', digits(40)],
    ['at most one and a half times as wide as high', digits(60)],
    ['narrow, of which one asks', [field(OTP, { width: 40 }), ...row(5, {}, { width: 40 })]],
    ['the first marked for one, the others narrow', [field({ ...ONE, ...OTP }), ...row(5, {}, { width: 40 })]],
  ])('%s', (_, fields) => expect(boxesAmong(fields, '123456')).toEqual(fields));

  it('are those for one character, beside fields for more', () => {
    const boxes = row(6, ONE);
    expect(boxesAmong([field(OTP), ...boxes, field({}, { width: 40 })], '123456')).toEqual(boxes);
  });

  it.each([
    ['too few', row(5, ONE)],
    ['too many', row(7, ONE)],
    ['wide', digits(61)],
    ['narrow, but named otherwise', digits(40, (place) => `Guest ${place}`)],
    ['narrow, but not all named', [...digits(40).slice(1), field({}, { width: 40 })]],
    ['for a gift card', row(6, ONE, { near: 'Gift card' })],
    ['for what was sent by mail', row(6, ONE, { near: 'Your email address' })],
    ['of which one is for something else', [...row(5, ONE), field({ ...ONE, name: 'zip' })]],
  ])('are none where they are %s', (_, fields) => expect(boxesAmong(fields, '123456')).toEqual([]));

  it('are none for a code of one character', () => {
    expect(boxesAmong(row(1, { ...ONE, ...OTP }), '1')).toEqual([]);
  });
});
