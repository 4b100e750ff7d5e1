import { describe, expect, it } from 'vitest';
import { newContent, type VaultContent } from '../../src/vault/content';
import { addGroup, groupAccounts, removeGroup, removeIfEmpty, renameGroup } from '../../src/vault/group-operations';
import { groupsOf } from '../../src/vault/groups';
import { trashAccount } from '../../src/vault/operations';
import { accountNamed } from './memory-domain';

const [a, b] = [accountNamed('a', 1), accountNamed('b', 2)] as const;
const WORK = { id: 'g1', name: 'Work' };
const HOME = { id: 'g2', name: 'Home' };
const FOREIGN = [null, 7, 'text', { id: 'g3' }, { name: 'nameless' }, { id: 1, name: 'x' }];
const EMPTY: VaultContent = { ...newContent([a, b]), groups: FOREIGN };
const withBoth = addGroup(addGroup(EMPTY, WORK), HOME);

describe('groups', () => {
  it('are added once, by id and by name, behind those of any other shape', () => {
    expect(groupsOf(withBoth)).toEqual([WORK, HOME]);
    expect(withBoth.groups).toEqual([...FOREIGN, WORK, HOME]);
    expect(addGroup(withBoth, { id: 'g1', name: 'Other' })).toBe(withBoth);
    expect(addGroup(withBoth, { id: 'g9', name: 'Work' })).toBe(withBoth);
  });

  it('are renamed with everything else they have', () => {
    const odd = { ...EMPTY, groups: [...FOREIGN, { ...WORK, colour: 'green' }] };
    expect(renameGroup(odd, 'g1', 'Office').groups).toEqual([
      ...FOREIGN,
      { id: 'g1', name: 'Office', colour: 'green' },
    ]);
    expect(renameGroup(odd, 'gone', 'Office')).toEqual(odd);
  });

  it('take accounts in, one group each, and let them go', () => {
    const work = groupAccounts(withBoth, [a.id, b.id], 'g1');
    expect(work.accounts).toEqual([
      { ...a, groupId: 'g1' },
      { ...b, groupId: 'g1' },
    ]);
    const home = groupAccounts(work, [b.id, 'gone'], 'g2');
    expect(home.accounts.map(({ groupId }) => groupId)).toEqual(['g1', 'g2']);
    expect(groupAccounts(home, [a.id, b.id], undefined).accounts).toEqual([a, b]);
    expect(groupAccounts(work, [a.id], 'gone')).toBe(work);
  });

  it('that are removed leave their accounts, in no group', () => {
    const work = groupAccounts(withBoth, [a.id], 'g1');
    const removed = removeGroup(work, 'g1');
    expect(removed.accounts).toEqual([a, b]);
    expect(removed.groups).toEqual([...FOREIGN, HOME]);
    expect(removeGroup(removed, 'g1')).toEqual(removed);
  });

  it('that nothing is in any more are taken out, and others are not', () => {
    const work = groupAccounts(withBoth, [a.id], 'g1');
    expect(removeIfEmpty(work, 'g1')).toBe(work);
    const trashed = trashAccount(work, a.id, 1000);
    expect(removeIfEmpty(trashed, 'g1')).toBe(trashed);
    const left = groupAccounts(work, [a.id], undefined);
    expect(removeIfEmpty(left, 'g1').groups).toEqual([...FOREIGN, HOME]);
    expect(removeIfEmpty(left, 'gone')).toBe(left);
  });
});
