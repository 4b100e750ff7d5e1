import { describe, expect, it } from 'vitest';
import { encodeBase32, inGroupsOfFour } from '../base32';
import { keyUri } from '../key-uri';
import { findMatchingStep, type HashName, hotp, stepAt } from '../totp';

const ascii = (text: string) => new TextEncoder().encode(text);
const KEY = '1234567890';

describe('RFC 4226 appendix D', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
  it.each(codes.map((code, counter) => ({ code, counter })))('counter $counter gives $code', ({ code, counter }) => {
    expect(hotp(ascii(KEY.repeat(2)), counter)).toBe(code);
  });
});

describe('RFC 6238 appendix B', () => {
  const keys: Record<HashName, Uint8Array> = {
    sha1: ascii(KEY.repeat(2)),
    sha256: ascii(KEY.repeat(4).slice(0, 32)),
    sha512: ascii(KEY.repeat(7).slice(0, 64)),
  };
  const vectors: readonly [number, HashName, string][] = [
    [59, 'sha1', '94287082'],
    [59, 'sha256', '46119246'],
    [59, 'sha512', '90693936'],
    [1111111109, 'sha1', '07081804'],
    [1111111109, 'sha256', '68084774'],
    [1111111109, 'sha512', '25091201'],
    [1111111111, 'sha1', '14050471'],
    [1111111111, 'sha256', '67062674'],
    [1111111111, 'sha512', '99943326'],
    [1234567890, 'sha1', '89005924'],
    [1234567890, 'sha256', '91819424'],
    [1234567890, 'sha512', '93441116'],
    [2000000000, 'sha1', '69279037'],
    [2000000000, 'sha256', '90698825'],
    [2000000000, 'sha512', '38618901'],
    [20000000000, 'sha1', '65353130'],
    [20000000000, 'sha256', '77737706'],
    [20000000000, 'sha512', '47863826'],
  ];
  it.each(vectors)('%i s, %s: %s', (seconds, hash, code) => {
    expect(hotp(keys[hash], stepAt(seconds * 1000), 8, hash)).toBe(code);
  });
});

describe('findMatchingStep', () => {
  const secret = ascii(KEY.repeat(2));
  const nowMs = 1_700_000_010_000;
  const step = stepAt(nowMs);

  it.each([-1, 0, 1])('takes the code of step %i', (away) => {
    expect(findMatchingStep(secret, hotp(secret, step + away), nowMs)).toBe(step + away);
  });
  it.each([-2, 2])('refuses the code of step %i', (away) => {
    expect(findMatchingStep(secret, hotp(secret, step + away), nowMs)).toBeUndefined();
  });
  it('refuses what only begins like a code, is too short, or is no code', () => {
    const code = hotp(secret, step);
    for (const typed of ['', code.slice(0, 5), `${code}0`, 'abcdef', '１２３４５６', '\0\0\0\0\0\0']) {
      expect(findMatchingStep(secret, typed, nowMs)).toBeUndefined();
    }
  });
  it('begins a step on its first millisecond', () => {
    expect([stepAt(29_999), stepAt(30_000), stepAt(59_999)]).toEqual([0, 1, 1]);
  });
});

describe('encodeBase32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('RFC 4648 section 10: "%s" is "%s"', (text, encoded) => {
    expect(encodeBase32(ascii(text))).toBe(encoded);
  });
  it('keeps every bit of long input', () => {
    const secret = Uint8Array.from({ length: 20 }, (_, index) => 255 - index);
    expect(encodeBase32(secret)).toBe('777P37H37L47R57W6X2PH4XR6DX653PM');
  });
  it('groups by four', () => {
    expect(inGroupsOfFour('ABCDEFGHI', ' ')).toBe('ABCD EFGH I');
  });
});

it('the key URI names issuer, label and every parameter', () => {
  expect(keyUri(ascii(KEY.repeat(2)), 'mira+a@workbench.example')).toBe(
    'otpauth://totp/Workbench%20Demo:mira%2Ba%40workbench.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Workbench%20Demo&algorithm=SHA1&digits=6&period=30',
  );
  expect(keyUri(ascii(KEY.repeat(2)), 'a@b.example', { hash: 'sha512', digits: 8, periodSeconds: 60 })).toMatch(
    /&algorithm=SHA512&digits=8&period=60$/,
  );
});

describe('findMatchingStep of other keys', () => {
  const secret = ascii(KEY.repeat(2));
  const nowMs = 1_700_000_010_000;

  it.each([
    { hash: 'sha256', digits: 8, periodSeconds: 60 },
    { hash: 'sha512', digits: 6, periodSeconds: 60 },
    { hash: 'sha1', digits: 8, periodSeconds: 30 },
  ] as const)('takes $digits digits by $hash, every $periodSeconds s, and nothing of the usual kind', (key) => {
    const step = stepAt(nowMs, key.periodSeconds);
    for (const away of [-1, 0, 1]) {
      const code = hotp(secret, step + away, key.digits, key.hash);
      expect(findMatchingStep(secret, code, nowMs, key)).toBe(step + away);
    }
    expect(findMatchingStep(secret, hotp(secret, stepAt(nowMs)), nowMs, key)).toBeUndefined();
    expect(findMatchingStep(secret, hotp(secret, step + 2, key.digits, key.hash), nowMs, key)).toBeUndefined();
  });
});
