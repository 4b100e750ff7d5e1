/** Real exports of other apps, as sets: order does not matter, everything else does. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMigration } from '../../src/importers/google-migration';
import type { AccountDetails } from '../../src/otp/otp';
import { foreignPath, hasForeignData, readForeignJson } from '../foreign-data';

interface Expected {
  readonly entries: readonly (Readonly<Record<string, unknown>> & {
    readonly period?: number;
    readonly counter?: number;
  })[];
  readonly rejected: readonly unknown[];
}

const key = (fields: readonly unknown[]) => JSON.stringify(fields);
const keyOf = ({ secret, type, algorithm, digits, issuer, label, ...rest }: AccountDetails) =>
  key([
    Buffer.from(secret).toString('hex'),
    type,
    algorithm,
    digits,
    'counter' in rest ? rest.counter : rest.periodSeconds,
    issuer,
    label,
  ]);

describe.skipIf(!hasForeignData)('exports of Google Authenticator', () => {
  const folder = 'imports/google-migration';
  const files = hasForeignData ? readdirSync(foreignPath(folder)).filter((name) => !name.endsWith('.json')) : [];

  it('there are some', () => expect(files.length).toBeGreaterThan(3));

  it.each(files)('%s', (file) => {
    const { entries, rejected } = readForeignJson<Expected>(`${folder}/${file}.expected.json`);
    const lines = readFileSync(foreignPath(`${folder}/${file}`), 'utf8').split('\n');
    const read = lines.filter((line) => line.startsWith('otpauth-migration:')).map(readMigration);
    const accounts = read.flatMap((one) => (one.ok ? one.value.accounts : []));
    const refused = read.flatMap<unknown>((one) => (one.ok ? one.value.rejected : [one.error]));
    const wanted = entries.map((entry) =>
      key([
        entry['secretHex'],
        entry['type'],
        entry['algorithm'],
        entry['digits'],
        entry.counter ?? entry.period,
        entry['issuer'],
        entry['account'],
      ]),
    );
    expect(accounts.map(keyOf).sort()).toEqual(wanted.sort());
    expect(refused).toHaveLength(rejected.length);
  });
});
