/** Whatever is done to order, pins and groups, and in whichever order: no account is lost, doubled or changed in anything else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredAccount } from '../../src/vault/account';
import { moveAccount, pinAccounts } from '../../src/vault/arrangement';
import { newContent, type VaultContent } from '../../src/vault/content';
import { addGroup, groupAccounts, groupIdOf, removeGroup, renameGroup } from '../../src/vault/group-operations';
import { groupsOf } from '../../src/vault/groups';
import { restoreAccounts, trashAccounts } from '../../src/vault/operations';
import { accountNamed, NOW_MS } from './memory-domain';

const RUNS = 2000;
const IDS = ['1', '2', '3', '4', '5', '6'];
const id = fc.constantFrom(...IDS, 'gone');
const ids = fc.subarray([...IDS, 'gone']);
const groupId = fc.constantFrom('g1', 'g2', 'g3');
const name = fc.constantFrom('Work', 'Home', '');
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

type Act = (content: VaultContent) => VaultContent;
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(id, maybe(id)).map(
    ([one, before]): Act =>
      (content) =>
        moveAccount(content, one, before),
  ),
  fc.tuple(ids, fc.boolean()).map(
    ([some, is]): Act =>
      (content) =>
        pinAccounts(content, some, is),
  ),
  fc.record({ id: groupId, name }).map(
    (group): Act =>
      (content) =>
        addGroup(content, group),
  ),
  fc.tuple(groupId, name).map(
    ([one, other]): Act =>
      (content) =>
        renameGroup(content, one, other),
  ),
  groupId.map(
    (one): Act =>
      (content) =>
        removeGroup(content, one),
  ),
  fc.tuple(ids, maybe(groupId)).map(
    ([some, into]): Act =>
      (content) =>
        groupAccounts(content, some, into),
  ),
);
const FOREIGN = [null, 7, { id: 'g1' }, { name: 'Work' }];
const ALL: VaultContent = {
  ...newContent(IDS.map((one) => ({ ...accountNamed(one), id: one, later: { x: one } }))),
  groups: FOREIGN,
  trash: ['odd'],
};
const content = fc.array(act, { maxLength: 12 }).map((acts) => acts.reduce((before, one) => one(before), ALL));
const holds = <T>(one: fc.Arbitrary<T>, check: (before: VaultContent, what: T) => void) =>
  fc.assert(fc.property(content, one, check), { numRuns: RUNS });

const orderOf = ({ accounts }: VaultContent) => accounts.map((account) => account.id);
const bare = ({ pinned, groupId: _group, ...rest }: StoredAccount) => rest;

describe('after anything that is done to order, pins and groups', () => {
  it('every account is there once, with all else it had, and so is what stood beside them', () => {
    holds(act, (before, one) => {
      const after = one(before);
      const sorted = after.accounts.map(bare).sort((a, b) => a.id.localeCompare(b.id));
      expect(sorted).toEqual(ALL.accounts);
      expect(after.trash).toEqual(ALL.trash);
      expect(after.groups.slice(0, FOREIGN.length)).toEqual(FOREIGN);
    });
  });

  it('the same done once more changes nothing, and says so', () => {
    holds(act, (before, one) => {
      const once = one(before);
      expect(one(once)).toBe(once);
    });
  });

  it('no two groups have one id', () => {
    holds(act, (before, one) => {
      const groups = groupsOf(one(before)).map((group) => group.id);
      expect(new Set(groups).size).toBe(groups.length);
    });
  });
});

describe('an account', () => {
  it('that is moved stands where it was asked to be, and the others as they did', () => {
    holds(fc.tuple(fc.constantFrom(...IDS), maybe(fc.constantFrom(...IDS))), (before, [moved, beforeId]) => {
      const after = moveAccount(before, moved, beforeId);
      const place = orderOf(after).indexOf(moved);
      const isAskedFor = moved !== beforeId;
      expect(orderOf(after)[place + 1]).toBe(isAskedFor ? beforeId : orderOf(before)[place + 1]);
      const others = (of: VaultContent) => orderOf(of).filter((one) => one !== moved);
      expect(others(after)).toEqual(others(before));
      expect(after.accounts[place]).toBe(before.accounts.find((account) => account.id === moved));
    });
  });

  it('that is pinned or let go stays where it is, in its group', () => {
    holds(fc.tuple(ids, fc.boolean()), (before, [some, is]) => {
      const after = pinAccounts(before, some, is);
      expect(orderOf(after)).toEqual(orderOf(before));
      for (const [place, account] of after.accounts.entries()) {
        const was = before.accounts[place];
        expect(account.pinned).toBe(some.includes(account.id) ? is || undefined : was?.pinned);
        expect(account.groupId).toBe(was?.groupId);
      }
    });
  });

  it('whose group is removed is in none, and no other is', () => {
    holds(groupId, (before, gone) => {
      const after = removeGroup(before, gone);
      expect(groupsOf(after).some((group) => group.id === gone)).toBe(false);
      for (const [place, account] of after.accounts.entries()) {
        const was = before.accounts[place]?.groupId;
        expect(account.groupId).toBe(was === gone ? undefined : was);
        expect(groupIdOf(after, account)).toBe(account.groupId);
      }
    });
  });

  it('is in the group it was put into, where there is one', () => {
    holds(fc.tuple(ids, maybe(groupId)), (before, [some, into]) => {
      const after = groupAccounts(before, some, into);
      const isThere = into === undefined || groupsOf(before).some((group) => group.id === into);
      for (const [place, account] of after.accounts.entries())
        expect(account.groupId).toBe(isThere && some.includes(account.id) ? into : before.accounts[place]?.groupId);
    });
  });
});

describe('several accounts', () => {
  it('that go to the trash and come back stand as before, with pin and group', () => {
    holds(ids, (before, some) => {
      const places = orderOf(before).flatMap((one, place) => (some.includes(one) ? [{ id: one, place }] : []));
      const without = trashAccounts(before, some, NOW_MS);
      expect(orderOf(without)).toEqual(orderOf(before).filter((one) => !some.includes(one)));
      expect(restoreAccounts(without, places)).toEqual(before);
      expect(restoreAccounts(without, places.toReversed())).toEqual(before);
    });
  });

  it('come back once, wherever they are asked to be, beside whatever happened since', () => {
    const places = fc.array(fc.record({ id, place: fc.integer({ min: -2, max: 9 }) }), { maxLength: 8 });
    holds(fc.tuple(ids, act, places), (before, [some, since, back]) => {
      const after = restoreAccounts(since(trashAccounts(before, some, NOW_MS)), back);
      const entries = [...after.accounts, ...after.trash.filter((entry) => entry !== 'odd')] as StoredAccount[];
      expect(entries.map((entry) => entry.id).sort()).toEqual(IDS);
      const wanted = back.filter((one) => one.id !== 'gone').map((one) => one.id);
      expect(orderOf(after)).toEqual(expect.arrayContaining(wanted));
      expect(restoreAccounts(after, back)).toBe(after);
    });
  });
});
