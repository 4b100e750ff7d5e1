import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnrolling } from '../../src/app/enrolling';
import { readPayload } from '../../src/app/payload';
import { writeMigration } from '../importers/migration-writer';

describe('T10: readPayload', () => {
  it('an enrolment code is an account', () => {
    expect(readPayload('otpauth://totp/Example:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Example')).toMatchObject({
      kind: 'account',
      account: { type: 'totp', issuer: 'Example', label: 'alice', digits: 6, periodSeconds: 30 },
      warnings: [],
    });
  });

  it('carries the warnings of the key URI', () => {
    expect(readPayload('otpauth://hotp/alice?secret=GEZDGNBVGY3TQOJQ')).toMatchObject({
      kind: 'account',
      warnings: ['counter-missing'],
    });
  });

  it.each([
    ['otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8', { kind: 'broken-migration' }],
    [
      `otpauth-migration://offline?data=${'A'.repeat(200_000)}`,
      { kind: 'broken-migration', error: { kind: 'migration-too-long' } },
    ],
    ['otpauth://totp/a?secret=11111111', { kind: 'broken-account' }],
    ['otpauth://totp/a', { kind: 'broken-account', error: { kind: 'secret-missing' } }],
    ['otpauth://yaotp/a?secret=GEZDGNBV', { kind: 'broken-account', error: { kind: 'unsupported-type' } }],
    [`otpauth://totp/${'a'.repeat(20_000)}`, { kind: 'broken-account', error: { kind: 'uri-too-long' } }],
    ['https://example.com/app', { kind: 'web-link', text: 'https://example.com/app' }],
    ['HTTP://EXAMPLE.COM', { kind: 'web-link', text: 'HTTP://EXAMPLE.COM' }],
    ['javascript:alert(1)', { kind: 'text', text: 'javascript:alert(1)' }],
    ['hello', { kind: 'text', text: 'hello' }],
    ['', { kind: 'text', text: '' }],
  ])('%.40s', (text, payload) => {
    expect(readPayload(text)).toMatchObject(payload);
  });

  it('an export is its accounts and its part; one without a usable account enrols nothing', () => {
    const usable = readPayload(writeMigration([{ name: 'anna' }, { name: 'ben', algorithm: 4 }], { size: 2, id: -7 }));
    expect(usable).toMatchObject({
      kind: 'migration',
      migration: { accounts: [{ label: 'anna' }], rejected: [{ name: 'ben' }], batch: { id: -7, index: 0, size: 2 } },
    });
    const useless = readPayload(writeMigration([{ name: 'ben', algorithm: 4 }]));
    expect([usable, useless, readPayload('hello')].map(isEnrolling)).toEqual([true, false, false]);
  });

  it('keeps the password of a wireless network to itself', () => {
    expect(readPayload('WIFI:T:WPA;S:home;P:open sesame;;')).toEqual({ kind: 'wifi' });
  });

  it('cuts a long text for the screen, never inside a character', () => {
    expect(readPayload(`https://example.com/${'a'.repeat(5000)}`)).toMatchObject({ kind: 'web-link' });
    expect(readPayload('𝄞'.repeat(20_000))).toEqual({ kind: 'text', text: '𝄞'.repeat(300) });
  });

  it('answers any text, and shows at most 300 characters of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 800 }), (text) => {
        const payload = readPayload(text);
        if ('text' in payload) expect(Array.from(payload.text).length).toBeLessThanOrEqual(300);
        else expect(['account', 'migration', 'wifi', 'broken-account', 'broken-migration']).toContain(payload.kind);
      }),
    );
  });
});
