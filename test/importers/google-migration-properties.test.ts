/** Any export of Google Authenticator comes back as it was meant, and what is none of them does no harm. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMigration } from '../../src/importers/google-migration';
import { migrationBytes, migrationLink, writeMigration } from './migration-writer';

const DAMAGED = { ok: false, error: { kind: 'migration-damaged' } };

describe('any export', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll(':', ' ').trim());
  const account = fc.record({
    secret: fc.uint8Array({ minLength: 1, maxLength: 200 }),
    name,
    issuer: name,
    algorithm: fc.integer({ min: 0, max: 3 }),
    digits: fc.integer({ min: 0, max: 2 }),
    type: fc.integer({ min: 0, max: 2 }),
    counter: fc.maxSafeNat(),
  });
  const batch = fc
    .record({ id: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), size: fc.integer({ min: 1, max: 100 }) })
    .chain((one) => fc.record({ ...toConstants(one), index: fc.integer({ min: 0, max: one.size - 1 }) }));

  function toConstants<T extends Record<string, number>>(values: T) {
    return { id: fc.constant(values['id'] ?? 0), size: fc.constant(values['size'] ?? 1) };
  }

  it('comes back as it was meant', () => {
    fc.assert(
      fc.property(fc.array(account, { minLength: 1, maxLength: 10 }), batch, (accounts, part) => {
        const result = readMigration(writeMigration(accounts, part));
        expect(result).toEqual({
          ok: true,
          value: {
            batch: part,
            rejected: [],
            accounts: accounts.map(({ secret, issuer, name: label, ...rest }) => ({
              secret: Uint8Array.from(secret),
              issuer,
              label,
              algorithm: ['SHA1', 'SHA1', 'SHA256', 'SHA512'][rest.algorithm],
              digits: [6, 6, 8][rest.digits],
              ...(rest.type === 1 ? { type: 'hotp', counter: rest.counter } : { type: 'totp', periodSeconds: 30 }),
            })),
          },
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('with bytes changed, left out or put in never throws, and gives only accounts that make codes', () => {
    const change = fc.record({
      at: fc.nat(),
      remove: fc.integer({ min: 0, max: 3 }),
      put: fc.uint8Array({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(account, { minLength: 1, maxLength: 3 }),
        fc.array(change, { maxLength: 4 }),
        (accounts, changes) => {
          const bytes = [...migrationBytes(accounts)];
          for (const { at, remove, put } of changes) bytes.splice(at % (bytes.length + 1), remove, ...put);
          const result = readMigration(migrationLink(Uint8Array.from(bytes)));
          expect(result).toMatchObject(result.ok ? {} : DAMAGED);
          if (!result.ok) return;
          for (const { secret, digits } of result.value.accounts) {
            expect(secret.length).toBeGreaterThan(0);
            expect([6, 8]).toContain(digits);
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('of any text never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String());
    fc.assert(
      fc.property(text, (data) => {
        readMigration(data);
        readMigration(`otpauth-migration://offline?data=${data}`);
      }),
      { numRuns: 2000 },
    );
  });
});
