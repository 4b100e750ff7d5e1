import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAt, formatCode, hotpCode, nextCodeAt, stepAt } from '../../src/otp/codes';
import { OTP_ALGORITHMS, type OtpAlgorithm } from '../../src/otp/otp';

const ascii = (text: string) => new TextEncoder().encode(text);
const digits20 = '12345678901234567890';

/** RFC 4226 section 5.3, written once more with node:crypto. */
function referenceNumber(secret: Uint8Array, algorithm: OtpAlgorithm, counter: number): number {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, secret).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  return mac.readUInt32BE(offset) & 0x7fffffff;
}

function referenceCode(secret: Uint8Array, algorithm: OtpAlgorithm, digits: number, counter: number): string {
  return String(referenceNumber(secret, algorithm, counter) % 10 ** digits).padStart(digits, '0');
}

/** Steam's five characters are the number written in base 26, the lowest place first, in its own digits. */
function referenceSteamCode(secret: Uint8Array, counter: number): string {
  const places = referenceNumber(secret, 'SHA1', counter).toString(26).padStart(7, '0').slice(-5);
  const digits = [...places].reverse().map((place) => '23456789BCDFGHJKMNPQRTVWXY'.charAt(Number.parseInt(place, 26)));
  return digits.join('');
}

describe('HOTP (RFC 4226, appendix D)', () => {
  const values = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
  it.each(values.map((code, counter) => ({ counter, code })))('counter $counter gives $code', ({ counter, code }) => {
    expect(hotpCode({ type: 'hotp', secret: ascii(digits20), algorithm: 'SHA1', digits: 6, counter })).toBe(code);
  });
});

describe('HOTP beyond the table', () => {
  it('gives the whole truncated number of the RFC as ten digits', () => {
    const parameters = { type: 'hotp', secret: ascii(digits20), algorithm: 'SHA1', digits: 10 } as const;
    expect(hotpCode({ ...parameters, counter: 1 })).toBe('1094287082');
    expect(hotpCode({ ...parameters, counter: 7 })).toBe('0082162583');
  });
});

describe('TOTP (RFC 6238, appendix B)', () => {
  const seeds = { SHA1: digits20, SHA256: `${digits20}123456789012`, SHA512: `${digits20.repeat(3)}1234` } as const;
  const table = [
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ] as const;
  it.each(table)('at %d s', (atSeconds, ...codes) => {
    for (const [place, algorithm] of (['SHA1', 'SHA256', 'SHA512'] as const).entries()) {
      const parameters = {
        type: 'totp',
        secret: ascii(seeds[algorithm]),
        algorithm,
        digits: 8,
        periodSeconds: 30,
      } as const;
      expect(codeAt(parameters, atSeconds * 1000)).toBe(codes[place]);
    }
  });
});

describe('codes against node:crypto', () => {
  it('agree for any secret, algorithm, number of digits, period and time', () => {
    const run = fc.tuple(
      fc.uint8Array({ minLength: 1, maxLength: 80 }),
      fc.constantFrom(...OTP_ALGORITHMS),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 86_400 }),
      fc.nat({ max: 253_402_300_799_000 }),
    );
    fc.assert(
      fc.property(run, ([secret, algorithm, digits, periodSeconds, atMs]) => {
        const counter = Math.floor(atMs / 1000 / periodSeconds);
        const expected = referenceCode(secret, algorithm, digits, counter);
        const following = referenceCode(secret, algorithm, digits, counter + 1);
        const totp = { type: 'totp', secret, algorithm, digits, periodSeconds } as const;
        return (
          codeAt(totp, atMs) === expected &&
          nextCodeAt(totp, atMs) === following &&
          hotpCode({ type: 'hotp', secret, algorithm, digits, counter }) === expected
        );
      }),
      { numRuns: 25_000 },
    );
  });

  it('agree for Steam', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.nat({ max: 253_402_300_799_000 }),
        (secret, atMs) => {
          const steam = { type: 'steam', secret, algorithm: 'SHA1', digits: 5, periodSeconds: 30 } as const;
          const counter = Math.floor(atMs / 30_000);
          return (
            codeAt(steam, atMs) === referenceSteamCode(secret, counter) &&
            nextCodeAt(steam, atMs) === referenceSteamCode(secret, counter + 1)
          );
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('change with the first millisecond of a step and not before', () => {
    const totp = { type: 'totp', secret: ascii(digits20), algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
    expect([29_999, 30_000, 59_999, 60_000].map((atMs) => codeAt(totp, atMs))).toEqual([
      '755224',
      '287082',
      '287082',
      '359152',
    ]);
    expect(codeAt(totp, -1)).toBe('755224');
  });

  it('agree for counters up to 2^53 - 1', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), fc.maxSafeNat(), (secret, counter) => {
        const parameters = { type: 'hotp', secret, algorithm: 'SHA1', digits: 8, counter } as const;
        return hotpCode(parameters) === referenceCode(secret, 'SHA1', 8, counter);
      }),
      { numRuns: 2_000 },
    );
  });

  it('uses the bytes of a view and not those around it', () => {
    const secret = new Uint8Array([9, 9, ...ascii(digits20), 9]).subarray(2, 22);
    expect(hotpCode({ type: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 0 })).toBe('755224');
  });
});

describe('steps', () => {
  it('roll exactly on the boundary', () => {
    expect(stepAt(30, 29_999)).toEqual({ step: 0, startMs: 0, endMs: 30_000, remainingSeconds: 1 });
    expect(stepAt(30, 30_000)).toEqual({ step: 1, startMs: 30_000, endMs: 60_000, remainingSeconds: 30 });
    expect(stepAt(86_400, 1).remainingSeconds).toBe(86_400);
  });

  it('T16: never count down below one or above the period, also with a clock before 1970 or far ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 86_400 }),
        fc.double({ min: -1e15, max: 8.64e15, noNaN: true }),
        (periodSeconds, atMs) => {
          const { step, startMs, endMs, remainingSeconds } = stepAt(periodSeconds, atMs);
          const time = Math.max(0, atMs);
          return (
            step >= 0 && startMs <= time && time < endMs && remainingSeconds >= 1 && remainingSeconds <= periodSeconds
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('formatCode', () => {
  it.each([
    ['123456', '123 456'],
    ['1234567', '123 4567'],
    ['12345678', '1234 5678'],
    ['1094287082', '10942 87082'],
    ['FR8RV', 'FR8RV'],
    ['1', '1'],
  ])('%s reads %s', (code, shown) => expect(formatCode(code)).toBe(shown));
});
