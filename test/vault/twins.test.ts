import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32';
import type { StoredAccount } from '../../src/vault/account';
import { repeatedIds, twinFinder } from '../../src/vault/twins';
import { accountNamed } from './memory-domain';

const findTwin = (accounts: readonly StoredAccount[], candidate: StoredAccount) => twinFinder(accounts)(candidate);
const OTHER_SECRET = 'GEZDGNBVGY3TQOJQ';
const stored = accountNamed('someone@example.com', 1);
const fresh = accountNamed('else', 2);

describe('a twin by its secret', () => {
  it.each(['JBSWY3DPEHPK3PXP', 'jbswy3dpehpk3pxp', 'JBSW Y3DP EHPK 3PXP', 'JBSWY3DPEHPK3PXP====', 'JBSWY3DPEHPK3PXPA'])(
    'written as %s',
    (secret) => {
      expect(findTwin([stored], { ...fresh, secret })).toEqual({ kind: 'same-secret', account: stored });
      expect(findTwin([{ ...stored, secret }], fresh)).toMatchObject({ kind: 'same-secret' });
    },
  );

  it('is of the same type, and goes before one by its name', () => {
    const hotp = { ...stored, type: 'hotp', counter: 0 } as StoredAccount;
    expect(findTwin([hotp], { ...fresh, label: 'else' })).toBeUndefined();
    const namesake = { ...fresh, id: 'other', secret: OTHER_SECRET };
    expect(findTwin([namesake, stored], fresh)).toEqual({ kind: 'same-secret', account: stored });
    expect(findTwin([namesake, hotp], fresh)).toEqual({ kind: 'same-name', account: namesake });
  });

  it('is found among secrets that are no base32', () => {
    const broken = { ...stored, secret: '1' };
    expect(findTwin([broken, stored], fresh)).toEqual({ kind: 'same-secret', account: stored });
    expect(findTwin([{ ...broken, label: 'else' }], fresh)).toMatchObject({ kind: 'same-name' });
    expect(findTwin([broken], { ...fresh, secret: '0' })).toBeUndefined();
  });
});

describe('a twin by its name', () => {
  const named = (issuer: string, label: string, id = 'x') => ({ ...stored, id, issuer, label });
  it.each([
    ['Example', 'me', ' eXaMple ', 'ME'],
    ['Straße', 'ﬁn', 'STRASSE', 'fin'],
    ['Café', '', 'cafe\u0301', '\u00a0'],
    ['ΟΔΟΣ', 'x', 'οδος', 'X'],
  ])('%s, %s and %s, %s', (issuer, label, otherIssuer, otherLabel) => {
    const account = named(issuer, label);
    const candidate = { ...named(otherIssuer, otherLabel, 'y'), secret: OTHER_SECRET };
    expect(findTwin([account], candidate)).toEqual({ kind: 'same-name', account });
  });

  it.each([
    ['Example', 'me', 'Example', 'you'],
    ['Example', 'me', 'Exampleme', ''],
    ['', 'me', 'me', ''],
    ['', ' ', '', ''],
  ])('is not %s, %s for %s, %s', (issuer, label, otherIssuer, otherLabel) => {
    const candidate = { ...named(otherIssuer, otherLabel, 'y'), secret: OTHER_SECRET };
    expect(findTwin([named(issuer, label)], candidate)).toBeUndefined();
  });
});

describe('accounts that come in together', () => {
  it('repeat one another by secret, type and names; another name or type makes another account', () => {
    const again = { ...accountNamed(' SOMEONE@example.com', 3), secret: 'jbsw y3dp ehpk 3pxp' };
    const hotp = { ...again, id: 'counted', type: 'hotp', counter: 0 } as StoredAccount;
    expect([...repeatedIds([stored, fresh, again, hotp])]).toEqual([again.id]);
    expect(repeatedIds([]).size).toBe(0);
  });
});

describe('any list of accounts', () => {
  const secret = fc.constantFrom(...[1, 2, 3].map((byte) => encodeBase32(new Uint8Array(10).fill(byte))));
  const name = fc.constantFrom('', 'a', 'A', 'b');
  const type = fc.constantFrom('totp', 'hotp', 'steam');
  const account = fc
    .record({ place: fc.nat({ max: 8 }), issuer: name, label: name, secret, type })
    .map(({ place, ...fields }) => ({ ...accountNamed('', place), ...fields }) as StoredAccount);

  it('has the twin that looking at each of them finds', () => {
    fc.assert(
      fc.property(fc.array(account, { maxLength: 12 }), account, (accounts, candidate) => {
        const others = accounts.filter(({ id }) => id !== candidate.id);
        const bySecret = others.find((one) => one.secret === candidate.secret && one.type === candidate.type);
        const isNamed = candidate.issuer + candidate.label !== '';
        const byName = others.find(
          (one) =>
            isNamed &&
            one.secret !== candidate.secret &&
            one.issuer.toLowerCase() === candidate.issuer.toLowerCase() &&
            one.label.toLowerCase() === candidate.label.toLowerCase(),
        );
        const twin = findTwin(accounts, { ...candidate, secret: candidate.secret.toLowerCase() });
        expect(twin?.account).toBe(bySecret ?? byName);
        expect(twin?.kind).toBe(bySecret ? 'same-secret' : byName && 'same-name');
      }),
      { numRuns: 2_000 },
    );
  });
});
