/** Whatever stands in the vault and whatever is chosen of whatever backup: nothing is lost, and twice is once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStoredAccount, type StoredAccount } from '../../src/vault/account';
import { compareBackup, isCounted } from '../../src/vault/comparison';
import { newContent, type VaultContent } from '../../src/vault/content';
import { type ChosenAccount, restoreFromBackup } from '../../src/vault/restoration';
import { NOW_MS } from './memory-domain';

const RUNS = 3000;
// Few values of each, so that ids, secrets and names meet.
const account = fc
  .record({
    id: fc.constantFrom('1', '2', '3', '4'),
    type: fc.constantFrom('totp', 'hotp', 'steam', 'later'),
    issuer: fc.constantFrom('', 'I'),
    label: fc.constantFrom('', 'L'),
    secret: fc.constantFrom('AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC'),
    digits: fc.constantFrom(6, 8),
    addedMs: fc.constantFrom(1, 2),
    counter: fc.constantFrom<unknown>(0, 3, 7, 'x'),
    sites: fc.constantFrom<unknown>(undefined, [{ site: 'a.example' }], [{ site: 'b.example' }, 7]),
  })
  .map(({ counter, sites, ...rest }) => {
    const bound = sites === undefined ? rest : { ...rest, sites };
    return (rest.type === 'hotp' ? { ...bound, counter } : bound) as StoredAccount;
  });
const trashed = fc.tuple(account, fc.constantFrom(1, NOW_MS)).map(([entry, trashedMs]) => ({ ...entry, trashedMs }));
const content = fc
  .record({
    accounts: fc.array(account, { maxLength: 4 }),
    trash: fc.array(fc.oneof({ weight: 4, arbitrary: trashed }, fc.constantFrom(null, 'odd')), { maxLength: 3 }),
  })
  .map(({ accounts, trash }): VaultContent => ({ ...newContent(accounts), trash }));
const chosen = fc.array(fc.record({ account, how: fc.constantFrom<'add' | 'replace'>('add', 'replace') }), {
  maxLength: 4,
});

let ids = 0;
const restore = (before: VaultContent, choices: readonly ChosenAccount[]) =>
  restoreFromBackup(before, choices, NOW_MS, () => {
    ids += 1;
    return `new ${ids}`;
  });
const secretsIn = ({ accounts, trash }: VaultContent) =>
  [...accounts, ...trash.filter(isStoredAccount)].map(({ type, secret }) => `${type} ${secret}`);
const holds = (check: (before: VaultContent, choices: readonly ChosenAccount[]) => void) =>
  fc.assert(fc.property(content, chosen, check), { numRuns: RUNS });

describe('T19: restoring loses nothing', () => {
  it('keeps every secret in the accounts or the trash, and has every chosen one among the accounts', () => {
    holds((before, choices) => {
      const after = restore(before, choices);
      expect(secretsIn(after)).toEqual(expect.arrayContaining(secretsIn(before)));
      const chosenSecrets = choices.map(({ account: { type, secret } }) => `${type} ${secret}`);
      expect(secretsIn({ ...after, trash: [] })).toEqual(expect.arrayContaining(chosenSecrets));
      expect(after.accounts.length).toBeGreaterThanOrEqual(before.accounts.length);
    });
  });

  it('keeps what is neither chosen nor of the id of anything chosen exactly as it was', () => {
    holds((before, choices) => {
      const after = restore(
        before,
        choices.map((choice) => ({ ...choice, how: 'add' as const })),
      );
      expect(after.accounts.slice(0, before.accounts.length)).toEqual(before.accounts);
      const ofOthers = before.trash.filter((entry) => !choices.some((choice) => isOfId(entry, choice.account.id)));
      expect(after.trash).toEqual(expect.arrayContaining(ofOthers));
    });
  });

  it('does no more when done twice', () => {
    holds((before, choices) => {
      const once = restore(before, choices);
      expect(restore(once, choices)).toEqual(once);
    });
  });

  it('brings in no counter behind one that the vault or its trash had of this secret', () => {
    const countedIn = (entries: readonly unknown[]) => entries.filter(isStoredAccount).filter(isCounted);
    holds((before, choices) => {
      const brought = restore(before, choices).accounts.filter((one) => !before.accounts.includes(one));
      for (const { secret, counter } of countedIn(brought)) {
        const same = countedIn([...before.accounts, ...before.trash]).filter((one) => one.secret === secret);
        expect(counter).toBeGreaterThanOrEqual(Math.max(-1, ...same.map((one) => one.counter)));
      }
    });
  });

  it('has everything of the backup after all that differs was chosen', () => {
    holds((before, choices) => {
      const backup = newContent([...new Map(choices.map((choice) => [choice.account.id, choice.account])).values()]);
      const differing = compareBackup(before, backup).filter(({ kind }) => kind !== 'same');
      const after = restore(
        before,
        differing.map((one) => ({ account: one.account, how: one.kind === 'changed' ? 'replace' : 'add' })),
      );
      expect(compareBackup(after, backup).map(({ kind }) => kind)).toEqual(backup.accounts.map(() => 'same'));
    });
  });
});

function isOfId(entry: unknown, id: string): boolean {
  return isStoredAccount(entry) && entry.id === id;
}
