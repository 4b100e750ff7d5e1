/** What may be pasted: links, one or several, exports, a key by itself. Nothing else is taken for one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedText } from '../../src/importers/pasted-text';
import { encodeBase32 } from '../../src/otp/base32';
import { writeMigration } from './migration-writer';

const ANNA = 'otpauth://totp/Contoso:anna?secret=JBSWY3DPEHPK3PXP&issuer=Contoso';
const BEN = 'otpauth://totp/Fabrikam:ben?secret=KRUGS4ZANFZSAYJA&period=60';
const STEAM = 'steam://JBSWY3DPEHPK3PXP';
const EXPORT = writeMigration([{ name: 'cleo' }], { id: 5, size: 2 });
const BAD = 'otpauth://totp/dora?secret=11111111';

const labels = (text: string) => {
  const read = readPastedText(text);
  return read.ok ? read.value.accounts.map(({ label, type }) => label || type) : read.error;
};

describe('links', () => {
  it.each([
    ['a key URI', ` \ufeff${ANNA}\r\n`, ['anna']],
    ['a Steam link', STEAM, ['steam']],
    ['one on each line', `${ANNA}\r\n\n# ben's\n${BEN}\n${STEAM}`, ['anna', 'ben', 'steam']],
    ['joined by a field of one line', ANNA + BEN, ['anna', 'ben']],
    ['parted by spaces', `${ANNA} ${BEN} ${STEAM}`, ['anna', 'ben', 'steam']],
    ['behind words', `Set-up link: ${ANNA}`, ['anna']],
  ])('%s', (_what, text, names) => {
    expect(labels(text)).toEqual(names);
    expect(readPastedText(text)).toMatchObject({ value: { rejected: [] } });
  });

  it('of an export give its accounts and its part, also broken over lines', () => {
    for (const text of [EXPORT, EXPORT.replace(/.{50}/g, '$&\n')])
      expect(readPastedText(text)).toMatchObject({
        value: { accounts: [], migrations: [{ accounts: [{ label: 'cleo' }], batch: { id: 5, index: 0, size: 2 } }] },
      });
  });

  it('of every kind at once, the bad ones named by their lines', () => {
    expect(
      readPastedText([ANNA, 'My codes at work', BAD, EXPORT, '', 'otpauth-migration://offline?data=XXXX'].join('\n')),
    ).toMatchObject({
      value: {
        accounts: [{ label: 'anna' }],
        migrations: [{ accounts: [{ label: 'cleo' }] }],
        rejected: [
          { line: 2, reason: { kind: 'not-otpauth' } },
          { line: 3, reason: { kind: 'secret-illegal' } },
          { line: 6, reason: { kind: 'migration-damaged' } },
        ],
      },
    });
  });

  it('that may go on in the next line are refused: the secret could be cut', () => {
    const [start = '', rest = ''] = ANNA.split('3PXP');
    expect(labels(`${start}\n3PXP${rest}`)).toEqual({ kind: 'link-wrapped' });
    expect(readPastedText(`${start}\n3PXP${rest}\n${BEN}`)).toMatchObject({
      value: { accounts: [{ label: 'ben' }], rejected: [{ line: 1, reason: { kind: 'link-wrapped' } }] },
    });
  });

  it.each([
    [BAD, { kind: 'secret-illegal' }],
    ['otpauth:totp?secret=JBSWY3DPEHPK3PXP', { kind: 'not-otpauth' }],
    ['motp://x?secret=aa', { kind: 'unsupported-type', type: 'motp' }],
    ['otpauth-migration://offline?data=XXXX', { kind: 'migration-damaged' }],
    [`${BAD}\n${BAD}`, { kind: 'all-rejected', rejected: [{ line: 1 }, { line: 2 }] }],
    ['x'.repeat(1_048_577), { kind: 'pasted-too-long' }],
  ])('%.40s is refused', (text, error) => expect(readPastedText(text)).toMatchObject({ ok: false, error }));
});

describe('a key by itself', () => {
  const key = {
    type: 'totp',
    secret: Uint8Array.of(72, 101, 108, 108, 111, 33, 222, 173, 190, 239),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    issuer: '',
    label: '',
  };

  it.each([
    'JBSWY3DPEHPK3PXP',
    ' jbsw y3dp ehpk 3pxp ',
    'JBSW-Y3DP-EHPK-3PXP',
    'JBSWY3DP\nEHPK3PXP',
    'JBSWY 3DPEH PK3PX P',
    'JB SWY3DPEHPK 3PXP====',
  ])('%j', (text) => {
    expect(readPastedText(text)).toEqual({ ok: true, value: { accounts: [key], migrations: [], rejected: [] } });
  });

  it.each([
    ['', 'nothing-pasted'],
    [' \n ', 'nothing-pasted'],
    ['# a comment', 'no-link-or-key'],
    ['287082', 'pasted-code'],
    ['287 082', 'pasted-code'],
    ['9428-7082', 'pasted-code'],
    ['https://example.com/2fa', 'pasted-web-link'],
    ['example.com', 'pasted-web-link'],
    ['accounts.example.com/two-factor?x=1', 'pasted-web-link'],
    ['JBSWY3DP', 'key-too-short'],
    ['JBSWY3DPEHPK3PX', 'key-too-short'],
    ['jbsw y3dp ehpk 3px', 'key-too-short'],
    ['hello', 'key-too-short'],
    ['please set up two factor codes', 'no-link-or-key'],
    ['hello, world of codes', 'no-link-or-key'],
    ['WIFI:T:WPA;S:home;;', 'no-link-or-key'],
    ['JBSWY3DPEHPK3PX0', 'key-illegal'],
    ['550e8400-e29b-41d4-a716-446655440000', 'key-illegal'],
    ['JBSWY3DPEHPK3PXP KRUGS4ZANFZSAYJA', 'several-keys'],
    ['JBSWY3DPEHPK3PXP\nKRUGS4ZANFZSAYJA', 'several-keys'],
    ['A'.repeat(1640), 'key-too-long'],
    ['A'.repeat(8192), 'key-too-long'],
    ['A'.repeat(8193), 'no-link-or-key'],
    ['#'.repeat(1_048_576), 'no-link-or-key'],
    ['JBSWY3DPEHPK3PXÄ', 'no-link-or-key'],
  ])('%.40j is %s', (text, kind) => expect(readPastedText(text)).toEqual({ ok: false, error: { kind } }));

  it('of 16 characters is taken, and of 1,024 bytes', () => {
    expect(readPastedText('A'.repeat(16))).toMatchObject({ value: { accounts: [{ secret: new Uint8Array(10) }] } });
    expect(readPastedText('A'.repeat(1639))).toMatchObject({ value: { accounts: [{ secret: new Uint8Array(1024) }] } });
  });
});

describe('any text', () => {
  it('gives an answer, and no error repeats it', () => {
    const word = fc.constantFrom(ANNA, BEN, STEAM, EXPORT, BAD, 'otpauth://', '\n', ' ', 'JBSWY3DPEHPK3PXP', '287082');
    const text = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 8 });
    fc.assert(
      fc.property(text, (words) => {
        const read = readPastedText(words.join(''));
        expect(JSON.stringify(read.ok ? read.value.rejected : read.error)).not.toMatch(/JBSWY3DP|KRUGS4ZA|11111111/);
        if (read.ok) for (const { secret } of read.value.accounts) expect(secret.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([' ', 'a ', 'otpauth://', 'otpauth://\n', 'otpauth-migration:\n', '=', '\n', '1.', 'steam:// '])(
    'of a million characters (%j) gives an answer too',
    (unit) => {
      const text = `a${unit.repeat(Math.floor(1_000_000 / unit.length))}b`;
      expect(readPastedText(text).ok).toBe(false);
    },
  );

  it('that is a key in groups of four is that key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 64 }), (secret) => {
        const grouped = encodeBase32(secret).replace(/.{4}/g, '$& ');
        const read = readPastedText(grouped);
        expect(read.ok && [...(read.value.accounts[0]?.secret ?? [])]).toEqual([...secret]);
      }),
    );
  });
});
