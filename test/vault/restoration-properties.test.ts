/** Whatever stands in the vault and whatever is chosen of whatever backup: nothing is lost, and twice is once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStoredAccount, type StoredAccount } from '../../src/vault/account';
import { compareBackup, isCounted } from '../../src/vault/comparison';
import { newContent, type VaultContent } from '../../src/vault/content';
import { groupIdOf } from '../../src/vault/group-operations';
import { groupsOf } from '../../src/vault/groups';
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
    given: fc.constantFrom({}, { groupId: 'g1' }, { groupId: 'g2', pinned: true }, { groupId: 'gone', notes: 'n' }),
  })
  .map(({ counter, sites, given, ...named }) => {
    const rest = { ...named, ...given };
    const bound = sites === undefined ? rest : { ...rest, sites };
    return (rest.type === 'hotp' ? { ...bound, counter } : bound) as unknown as StoredAccount;
  });
const trashed = fc.tuple(account, fc.constantFrom(1, NOW_MS)).map(([entry, trashedMs]) => ({ ...entry, trashedMs }));
const content = fc
  .record({
    accounts: fc.array(account, { maxLength: 4 }),
    trash: fc.array(fc.oneof({ weight: 4, arbitrary: trashed }, fc.constantFrom(null, 'odd')), { maxLength: 3 }),
    groups: fc.uniqueArray(fc.constantFrom<unknown>({ id: 'g1', name: 'Work' }, { id: 'g2', name: 'Home' }, 'odd')),
  })
  .map((parts): VaultContent => ({ ...newContent([]), ...parts }));
const chosen = fc.array(
  fc
    .record({
      account,
      how: fc.constantFrom<'add' | 'replace'>('add', 'replace'),
      group: fc.constantFrom('', 'Work', 'Play', 'Games'),
    })
    .map(({ group, ...choice }) => (group === '' ? choice : { ...choice, group })),
  { maxLength: 4 },
);

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
        differing.map(({ kind, ...one }) => ({ ...one, how: kind === 'changed' ? 'replace' : 'add' })),
      );
      expect(compareBackup(after, backup).map(({ kind }) => kind)).toEqual(backup.accounts.map(() => 'same'));
    });
  });
});

describe('T19: groups', () => {
  const groupsIn = (of: VaultContent) => groupsOf(of).map(({ id, name }) => `${id} ${name}`);

  it('stay as they are, and what is made has an id and a name of its own and an account in it', () => {
    holds((before, choices) => {
      const after = restore(before, choices);
      expect(after.groups.slice(0, before.groups.length)).toEqual(before.groups);
      const made = groupsOf(after).slice(groupsIn(before).length);
      for (const { id, name } of made) {
        expect(after.groups.length).toBe(before.groups.length + made.length);
        expect(groupsOf(after).filter((one) => one.id === id || one.name === name)).toHaveLength(1);
        expect(after.accounts.some(({ groupId }) => groupId === id)).toBe(true);
      }
    });
  });

  it('have every account that is brought in: the one of its name, of the account before it, or none', () => {
    holds((before, choices) => {
      const after = restore(before, choices);
      const names = new Map(groupsOf(after).map(({ id, name }) => [id, name]));
      for (const one of after.accounts.filter((other) => !before.accounts.includes(other)))
        if (one.groupId !== undefined) expect(names.has(one.groupId)).toBe(true);
    });
  });

  it('take no account out that is in one', () => {
    holds((before, choices) => {
      const after = restore(before, choices);
      for (const was of before.accounts.filter((one) => groupIdOf(before, one) !== undefined)) {
        const entries = [...after.accounts, ...after.trash.filter(isStoredAccount)];
        const same = entries.filter(({ secret, groupId }) => secret === was.secret && groupId === was.groupId);
        expect(same.length).toBeGreaterThan(0);
      }
    });
  });
});

function isOfId(entry: unknown, id: string): boolean {
  return isStoredAccount(entry) && entry.id === id;
}
