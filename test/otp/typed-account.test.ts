/** An account typed by hand: every field refused by its name, and whatever is taken computes what was meant. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32';
import { OTP_ALGORITHMS } from '../../src/otp/otp';
import { readTypedAccount, type TypedAccount } from '../../src/otp/typed-account';

const GOOD: TypedAccount = {
  type: 'totp',
  issuer: ' GitHub ',
  label: 'octocat',
  secret: 'jbsw y3dp-ehpk 3pxp',
  algorithm: 'SHA1',
  digits: '6',
  periodSeconds: '30',
  counter: '0',
};

describe('a typed account', () => {
  it('is read with its names trimmed and its secret as bytes', () => {
    expect(readTypedAccount(GOOD)).toEqual({
      ok: true,
      value: {
        type: 'totp',
        issuer: 'GitHub',
        label: 'octocat',
        secret: Uint8Array.of(72, 101, 108, 108, 111, 33, 222, 173, 190, 239),
        algorithm: 'SHA1',
        digits: 6,
        periodSeconds: 30,
      },
    });
  });

  it.each([
    [{ secret: '' }, 'secret-missing'],
    [{ secret: ' - ' }, 'secret-missing'],
    [{ secret: 'JBSW0' }, 'secret-illegal'],
    [{ secret: 'JBSWÄ' }, 'secret-illegal'],
    [{ secret: 'J' }, 'secret-too-short'],
    [{ secret: 'A'.repeat(1648) }, 'secret-too-long'],
    [{ digits: '0' }, 'digits-invalid'],
    [{ digits: '11' }, 'digits-invalid'],
    [{ digits: '262' }, 'digits-invalid'],
    [{ digits: '' }, 'digits-invalid'],
    [{ digits: '6.5' }, 'digits-invalid'],
    [{ digits: '-6' }, 'digits-invalid'],
    [{ periodSeconds: '0' }, 'period-invalid'],
    [{ periodSeconds: '90000' }, 'period-invalid'],
    [{ periodSeconds: '3e1' }, 'period-invalid'],
    [{ algorithm: 'MD5' }, 'algorithm-unknown'],
    [{ type: 'hotp', counter: '' }, 'counter-invalid'],
    [{ type: 'hotp', counter: '9007199254740992' }, 'counter-invalid'],
    [{ type: 'hotp', counter: '٣' }, 'counter-invalid'],
    [{ issuer: 'x'.repeat(1001) }, 'issuer-too-long'],
    [{ label: 'x'.repeat(1001) }, 'label-too-long'],
  ] as const)('%j is refused as %s', (change, kind) => {
    expect(readTypedAccount({ ...GOOD, ...change })).toMatchObject({ ok: false, error: { kind } });
  });

  it('does not mind fields its type has no use for', () => {
    expect(readTypedAccount({ ...GOOD, type: 'hotp', periodSeconds: '', counter: '7' })).toMatchObject({
      value: { type: 'hotp', counter: 7 },
    });
    expect(readTypedAccount({ ...GOOD, type: 'steam', digits: '', algorithm: '' })).toMatchObject({
      value: { type: 'steam', digits: 5, periodSeconds: 30, algorithm: 'SHA1' },
    });
  });

  it('comes back as it was meant, for any account', () => {
    const accounts = fc.record({
      secret: fc.uint8Array({ minLength: 1, maxLength: 1024 }),
      algorithm: fc.constantFrom(...OTP_ALGORITHMS),
      digits: fc.integer({ min: 1, max: 10 }),
      periodSeconds: fc.integer({ min: 1, max: 86_400 }),
    });
    fc.assert(
      fc.property(accounts, ({ secret, algorithm, digits, periodSeconds }) => {
        const typed = {
          ...GOOD,
          secret: encodeBase32(secret),
          algorithm,
          digits: String(digits),
          periodSeconds: String(periodSeconds),
        };
        expect(readTypedAccount(typed)).toMatchObject({ ok: true, value: { algorithm, digits, periodSeconds } });
        const read = readTypedAccount(typed);
        expect(read.ok && [...read.value.secret]).toEqual([...secret]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever is typed', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(
        fc.record({
          type: fc.constantFrom('totp' as const, 'hotp' as const, 'steam' as const),
          issuer: text,
          label: text,
          secret: text,
          algorithm: text,
          digits: text,
          periodSeconds: text,
          counter: text,
        }),
        (typed) => {
          const read = readTypedAccount(typed);
          if (read.ok) expect(read.value.digits).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
