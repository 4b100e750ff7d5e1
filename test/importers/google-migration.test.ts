/** Exports of Google Authenticator: every account as it was meant, or rejected by its name; nothing guessed. */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import { readMigration } from '../../src/importers/google-migration';
import { migrationBytes, migrationLink, SECRET, type WrittenAccount, writeMigration } from './migration-writer';

const read = (...accounts: WrittenAccount[]) => readMigration(writeMigration(accounts));
const ANNA = { name: 'Contoso:anna', issuer: 'Contoso' };
const DAMAGED = { ok: false, error: { kind: 'migration-damaged' } };

describe('T10: an export', () => {
  it('gives its accounts with their names apart', () => {
    expect(read(ANNA, { name: 'ben' }, { name: 'Fabrikam: cleo' }, {})).toEqual({
      ok: true,
      value: {
        accounts: [
          ['Contoso', 'anna'],
          ['', 'ben'],
          ['Fabrikam', 'cleo'],
          ['', ''],
        ].map(([issuer, label]) => ({
          type: 'totp',
          secret: SECRET,
          algorithm: 'SHA1',
          digits: 6,
          periodSeconds: 30,
          issuer,
          label,
        })),
        rejected: [],
        batch: { id: 0, index: 0, size: 1 },
      },
    });
  });

  it.each([
    [
      { algorithm: 0, digits: 0, type: 0 },
      { type: 'totp', algorithm: 'SHA1', digits: 6 },
    ],
    [
      { algorithm: 2, digits: 2 },
      { algorithm: 'SHA256', digits: 8 },
    ],
    [{ algorithm: 3 }, { algorithm: 'SHA512' }],
    [
      { type: 1, counter: 7 },
      { type: 'hotp', counter: 7 },
    ],
    [{ type: 1 }, { type: 'hotp', counter: 0 }],
    [{ type: 1, counter: 2n ** 53n - 1n }, { counter: Number.MAX_SAFE_INTEGER }],
    [{ uniqueId: '6194bc17377277987913' }, { label: 'anna' }],
    [{ secret: new Uint8Array(300).fill(9) }, { secret: new Uint8Array(300).fill(9) }],
  ])('%o is read', (change, account) => {
    expect(read({ ...ANNA, ...change })).toMatchObject({ value: { accounts: [account], rejected: [] } });
  });

  it.each([
    [{ secret: new Uint8Array() }, { kind: 'secret-missing' }],
    [{ secret: new Uint8Array(1025) }, { kind: 'secret-too-long' }],
    [{ algorithm: 4 }, { kind: 'algorithm-unknown', algorithm: 'MD5' }],
    [{ algorithm: 5 }, { kind: 'algorithm-unknown', algorithm: '5' }],
    [{ digits: 3 }, { kind: 'digits-invalid' }],
    [{ digits: -1 }, { kind: 'digits-invalid' }],
    [{ type: 3 }, { kind: 'unsupported-type', type: '3' }],
    [{ type: 1, counter: -1 }, { kind: 'counter-invalid' }],
    [{ type: 1, counter: 2n ** 53n + 1n }, { kind: 'counter-invalid' }],
  ])('%o is rejected by its name, and the others are not', (change, reason) => {
    expect(read({ ...ANNA, ...change }, { name: 'ben' })).toMatchObject({
      value: { accounts: [{ label: 'ben' }], rejected: [{ name: 'Contoso:anna', reason }] },
    });
  });

  it('names a rejected account by its issuer where it has no other name, and cuts a name beyond reason', () => {
    expect(read({ issuer: 'Contoso', algorithm: 4 })).toMatchObject({ value: { rejected: [{ name: 'Contoso' }] } });
    expect(read({ name: 'x'.repeat(1001) })).toMatchObject({
      value: { rejected: [{ name: `${'x'.repeat(100)}…`, reason: { kind: 'name-too-long' } }] },
    });
  });
});

describe('the batch of an export', () => {
  it.each([
    [{ id: -2_000_000_000, index: 1, size: 3 }, true],
    [{ id: 2 ** 31 - 1, index: 99, size: 100 }, true],
    [{ id: 5, index: 3, size: 3 }, false],
    [{ id: 5, index: -1, size: 3 }, false],
    [{ id: 5, index: 0, size: 101 }, false],
    [{ id: 5, index: 0, size: 0 }, false],
    [{ id: 5, index: 0, size: -1 }, false],
  ])('%j: is it one? %s', (batch, isOne) => {
    expect(readMigration(writeMigration([ANNA], batch))).toMatchObject({
      value: { accounts: [{ label: 'anna' }], batch: isOne ? batch : undefined },
    });
  });
});

describe('the text of an export', () => {
  // Chosen so that its base64 has a plus, a slash and padding.
  const bytes = migrationBytes([{ ...ANNA, secret: Uint8Array.of(0, 0, 0xfb, 0xef, 0xbe, 0xff, 0xff, 0xff) }], {
    id: -1,
  });
  const base64 = Buffer.from(bytes).toString('base64');
  const scheme = 'otpauth-migration://offline?data=';
  const meant = readMigration(migrationLink(bytes));

  // Of other lengths: with a padding of two, and with none.
  const ofSecret = (length: number) =>
    Buffer.from(migrationBytes([{ ...ANNA, secret: new Uint8Array(length).fill(1) }], { id: -1 })).toString('base64');
  const [unpadded, twoPadded] = ['', '=='].map(
    (padding) => [1, 2, 3].map(ofSecret).find((text) => /=*$/.exec(text)?.[0] === padding) ?? '',
  ) as [string, string];
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const withTrailingBits = (text: string) =>
    text.replace(/(.)(=+)$/, (_, last, padding) => alphabet.charAt(alphabet.indexOf(last) + 1) + padding);

  it('may be of any length', () => {
    for (const text of [unpadded, twoPadded]) expect(readMigration(scheme + text).ok).toBe(true);
    expect([unpadded.length % 4, twoPadded.length % 4, /==$/.test(twoPadded)]).toEqual([0, 0, true]);
  });

  it('is one that tries all of it', () => {
    expect(base64).toMatch(/\+.*\/.*=$/);
    expect(meant).toMatchObject({ ok: true, value: { batch: { id: -1 } } });
  });

  it.each([
    ['not escaped', scheme + base64],
    ['in the alphabet for URLs', scheme + Buffer.from(bytes).toString('base64url')],
    ['without padding', scheme + base64.replaceAll('=', '')],
    ['with white space', ` \ufeff${scheme}${base64.replace(/.{20}/g, '$&\r\n ')}\n`],
    ['in capitals, with a slash and a second parameter', `OTPAUTH-MIGRATION://OFFLINE/?v=1&DATA=${base64}`],
  ])('%s', (_how, text) => expect(readMigration(text)).toEqual(meant));

  it.each([
    ['nothing', scheme],
    ['no parameter', 'otpauth-migration://offline'],
    ['another parameter', `otpauth-migration://offline?date=${base64}`],
    ['another place', `otpauth-migration://online?data=${base64}`],
    ['a plus that became a space', scheme + base64.replace('+', ' ')],
    ['no base64', `${scheme}%%%`],
    ['too much padding', `${scheme + base64}=`],
    ['too little padding', scheme + twoPadded.slice(0, -1)],
    ['padding where none belongs', `${scheme + unpadded}=`],
    ['two of padding where none belongs', `${scheme + unpadded}==`],
    ['trailing bits', `${scheme}CgF`],
    ['trailing bits that are not zero', scheme + withTrailingBits(base64)],
    ['four trailing bits that are not zero', scheme + withTrailingBits(twoPadded)],
    ['a version alone', migrationLink(Uint8Array.of(16, 1))],
    ['a zero behind it', migrationLink(Uint8Array.of(...bytes, 0))],
    ['rubbish', `${scheme}invaliddata`],
  ])('%s is damage', (_what, text) => expect(readMigration(text)).toEqual(DAMAGED));

  it('cut off anywhere inside an account is damage', () => {
    const end = migrationBytes([], { id: -1 }).length;
    for (let length = 1; length < bytes.length - end; length++)
      expect(readMigration(migrationLink(bytes.subarray(0, length))), String(length)).toEqual(DAMAGED);
  });

  it('a known field of another form is damage', () => {
    expect(readMigration(migrationLink(new BinaryWriter().tag(1, WireType.Varint).int32(1).finish()))).toEqual(DAMAGED);
  });

  it('is refused where it is none, or longer than any', () => {
    expect(readMigration('otpauth://totp/a')).toEqual({ ok: false, error: { kind: 'not-a-migration' } });
    expect(readMigration(scheme.padEnd(131_072, 'A'))).toEqual(DAMAGED);
    expect(readMigration(scheme.padEnd(131_073, 'A'))).toEqual({ ok: false, error: { kind: 'migration-too-long' } });
  });
});
