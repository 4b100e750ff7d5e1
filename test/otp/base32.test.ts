import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../src/otp/base32';

const bytesOf = (text: string) => {
  const decoded = decodeBase32(text);
  return decoded.ok ? Buffer.from(decoded.value).toString() : decoded.error.kind;
};

describe('base32 (RFC 4648, section 10)', () => {
  it.each([
    ['MY======', 'f'],
    ['MZXQ====', 'fo'],
    ['MZXW6===', 'foo'],
    ['MZXW6YQ=', 'foob'],
    ['MZXW6YTB', 'fooba'],
    ['MZXW6YTBOI======', 'foobar'],
  ])('%s is %s', (text, plain) => {
    expect(bytesOf(text)).toBe(plain);
    expect(encodeBase32(new TextEncoder().encode(plain))).toBe(text.replace(/=+$/, ''));
  });

  it.each([
    ['mzxw 6ytb-OI', 'foobar'],
    ['\tMZXW6YTBOI\n', 'foobar'],
    ['MZXW6YTBA', 'fooba'],
    ['', 'secret-missing'],
    ['====', 'secret-missing'],
    [' - ', 'secret-missing'],
    ['A', 'secret-too-short'],
    ['MZXW6YT0', 'secret-illegal'],
    ['MZXW=6YT', 'secret-illegal'],
    ['MZXW\u00006YT', 'secret-illegal'],
    ['ＪＢＳＷＹ３ＤＰ', 'secret-illegal'],
    ['JBSWY3DPK\u017f', 'secret-illegal'],
  ])('%j gives %s', (text, expected) => expect(bytesOf(text)).toBe(expected));

  it('answers at once, however long the text', () => {
    expect(bytesOf(`${'='.repeat(3_000_000)}A`)).toBe('secret-illegal');
  });

  it('reads back whatever it has written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const decoded = decodeBase32(encodeBase32(bytes));
        return decoded.ok && Buffer.from(decoded.value).equals(bytes);
      }),
      { numRuns: 2_000 },
    );
  });
});
