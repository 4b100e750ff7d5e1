/** T15: two windows of one browser put the accounts in order at once, on a disk that may fail: each act is there or is not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveAccount, pinAccounts } from '../../src/vault/arrangement';
import { commitVault } from '../../src/vault/change';
import { newContent, type VaultContent } from '../../src/vault/content';
import { createVault } from '../../src/vault/create';
import { addGroup, groupAccounts, removeGroup, renameGroup } from '../../src/vault/group-operations';
import { groupsOf } from '../../src/vault/groups';
import { editAccount, restoreAccounts, trashAccounts } from '../../src/vault/operations';
import type { VaultPorts } from '../../src/vault/storage';
import { openVault } from '../../src/vault/vault';
import { accountNamed, MemoryDomain, NOW_MS, newLock, portsOver, withPassphrase } from './memory-domain';

const ACCOUNTS = Array.from({ length: 5 }, (_, at) => accountNamed(`${at}`, at + 1));
const id = fc.constantFrom(...ACCOUNTS.map((account) => account.id));
const groupId = fc.constantFrom('g1', 'g2');

type Act = (content: VaultContent) => VaultContent;
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(id, fc.option(id, { nil: undefined })).map(
    ([one, before]): Act =>
      (all) =>
        moveAccount(all, one, before),
  ),
  fc.tuple(id, fc.boolean()).map(
    ([one, is]): Act =>
      (all) =>
        pinAccounts(all, [one], is),
  ),
  groupId.map(
    (one): Act =>
      (all) =>
        addGroup(all, { id: one, name: `of ${one}` }),
  ),
  fc.tuple(groupId, fc.constantFrom('Work', 'Home')).map(
    ([one, name]): Act =>
      (all) =>
        renameGroup(all, one, name),
  ),
  groupId.map(
    (one): Act =>
      (all) =>
        removeGroup(all, one),
  ),
  fc.tuple(id, groupId).map(
    ([one, group]): Act =>
      (all) =>
        groupAccounts(all, [one], group),
  ),
  fc.tuple(id, fc.constantFrom('', 'n')).map(
    ([one, notes]): Act =>
      (all) =>
        editAccount(all, one, { notes }),
  ),
  id.map(
    (one): Act =>
      (all) =>
        trashAccounts(all, [one], NOW_MS),
  ),
  fc.tuple(id, fc.nat({ max: 6 })).map(
    ([one, place]): Act =>
      (all) =>
        restoreAccounts(all, [{ id: one, place }]),
  ),
);

/** Every so many writes fail. */
class FailingDomain extends MemoryDomain {
  #writes = 0;
  failsEach = Number.POSITIVE_INFINITY;

  override async set(items: Record<string, unknown>): Promise<void> {
    this.#writes += 1;
    if (this.#writes % this.failsEach === 0) throw new Error('disk');
    await super.set(items);
  }
}

it('T15: what is stored is what the acts that were said to be done make of each other, and no account is lost', async () => {
  const domain = new FailingDomain();
  const created = await createVault(portsOver(domain), { credential: withPassphrase(), accounts: ACCOUNTS });
  if (!created.ok) throw new Error(created.error.kind);
  const { vaultKey } = created.value;
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 6 }),
      fc.array(act, { maxLength: 6 }),
      fc.constantFrom(2, 3, Number.POSITIVE_INFINITY),
      async (first, second, failsEach) => {
        domain.failsEach = Number.POSITIVE_INFINITY;
        const shared = { ...portsOver(domain), exclusive: newLock() };
        const fresh = await commitVault(shared, vaultKey, (all) => ({
          ...newContent(ACCOUNTS),
          settings: all.settings,
        }));
        if (!fresh.ok) throw new Error(fresh.error.kind);
        domain.failsEach = failsEach;
        const done: Act[] = [];
        const acting = async (ports: VaultPorts, acts: readonly Act[]) => {
          for (const one of acts) {
            // Under the lock: the order in which they were applied.
            const applied = (all: VaultContent) => {
              done.push(one);
              return one(all);
            };
            const committed = await commitVault(ports, vaultKey, applied);
            if (!committed.ok) done.splice(done.indexOf(one), 1);
          }
        };
        await Promise.all([acting({ ...shared }, first), acting({ ...shared }, second)]);
        const opened = await openVault(domain, vaultKey);
        if (!opened.ok) throw new Error(opened.error.kind);
        const { content } = opened.value;
        expect(content).toEqual(done.reduce((before, one) => one(before), fresh.value.content));
        const ids = [...content.accounts, ...(content.trash as typeof ACCOUNTS)].map((account) => account.id).sort();
        expect(ids).toEqual(ACCOUNTS.map((account) => account.id));
        expect(new Set(groupsOf(content).map((group) => group.id)).size).toBe(groupsOf(content).length);
      },
    ),
    { numRuns: 150 },
  );
});
