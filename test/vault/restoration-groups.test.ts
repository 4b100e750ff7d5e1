/** Groups, pins, notes and pictures in a backup: what of them comes back with its account, and what of the vault stays. */
import { describe, expect, it } from 'vitest';
import type { StoredAccount } from '../../src/vault/account';
import { openBackup } from '../../src/vault/backup';
import { compareBackup } from '../../src/vault/comparison';
import { newContent, type VaultContent } from '../../src/vault/content';
import { trashAccount } from '../../src/vault/operations';
import { type ChosenAccount, restoreFromBackup } from '../../src/vault/restoration';
import { trashedAccounts } from '../../src/vault/trash';
import { PORTS, sealed } from './backup-stage';
import { accountNamed, NOW_MS, PASSPHRASE } from './memory-domain';

const [a, b, c] = [accountNamed('a', 1), accountNamed('b', 2), accountNamed('c', 3)] as const;
const kindsOf = (current: VaultContent, ...backup: StoredAccount[]) =>
  compareBackup(current, newContent(backup)).map(({ kind }) => kind);
const restore = (content: VaultContent, ...chosen: ChosenAccount[]) => {
  let ids = 0;
  return restoreFromBackup(content, chosen, NOW_MS, () => {
    ids += 1;
    return `new ${ids}`;
  });
};

describe('groups, pins and notes', () => {
  const WORK = { id: 'g1', name: 'Work' };
  const withGroups = (accounts: readonly StoredAccount[], ...groups: unknown[]) => ({
    ...newContent(accounts),
    groups,
  });
  const inGroup = (account: StoredAccount, groupId: string): StoredAccount => ({ ...account, groupId });
  /** What a person gets who chooses all that differs. */
  const restoreAll = (current: VaultContent, backup: VaultContent) =>
    restore(
      current,
      ...compareBackup(current, backup)
        .filter(({ kind }) => kind !== 'same')
        .map(({ kind, ...one }) => ({ ...one, how: kind === 'changed' ? ('replace' as const) : ('add' as const) })),
    );

  it('come along into an empty vault, where the groups are made', () => {
    const whole = { ...inGroup(a, 'g1'), notes: 'n', pinned: true, icon: 'i', sites: [{ site: 'a.example' }] };
    const restored = restoreAll(
      newContent([]),
      withGroups([whole, b, inGroup(c, 'g1')], WORK, { id: 'g2', name: 'Home' }),
    );
    expect(restored.groups).toEqual([{ id: 'new 1', name: 'Work' }]);
    expect(restored.accounts).toEqual([inGroup(whole, 'new 1'), b, inGroup(c, 'new 1')]);
  });

  it('find the group of their name, whatever its id', () => {
    const current = withGroups([inGroup(b, 'here')], { id: 'here', name: 'Work' }, { id: 'g1', name: 'Home' });
    const restored = restoreAll(current, withGroups([inGroup(a, 'g1')], WORK));
    expect(restored.groups).toBe(current.groups);
    expect(restored.accounts).toEqual([inGroup(b, 'here'), inGroup(a, 'here')]);
  });

  it('find a group that was renamed since', () => {
    const current = withGroups([], { ...WORK, name: 'Office' });
    expect(restoreAll(current, withGroups([inGroup(a, 'g1')], WORK))).toEqual({
      ...current,
      accounts: [inGroup(a, 'g1')],
    });
  });

  it.each([
    ['is none of the backup', [{ id: 'other', name: 'Work' }]],
    ['has no name that is a text', [{ id: 'g1', name: 7 }, null]],
    ['has a name of nothing', [{ id: 'g1', name: ' ' }]],
  ])('are in none where their group %s', (_what, groups) => {
    const restored = restoreAll(newContent([]), withGroups([inGroup(a, 'g1')], ...groups));
    expect(restored).toEqual(newContent([a]));
  });

  it('are not made where nothing is brought back into them', () => {
    const chosen = { account: inGroup(a, 'g1'), how: 'add' as const, group: 'Work' };
    expect(restore(newContent([a]), chosen)).toEqual(newContent([a]));
  });

  it('stay with what takes the place of their account, beside its own', () => {
    const current = withGroups([{ ...inGroup(a, 'g1'), pinned: true }, b, { ...c, notes: 'mine' }], WORK);
    const others = [inGroup(a, 'gh'), { ...inGroup(b, 'gh'), pinned: true }, { ...c, notes: 'theirs' }];
    const renamed = others.map((one) => ({ ...one, label: 'renamed' }));
    const restored = restoreAll(current, withGroups(renamed, { id: 'gh', name: 'Home' }));
    expect(restored.groups).toEqual([WORK, expect.objectContaining({ name: 'Home' })]);
    const home = (restored.groups[1] as { id: string }).id;
    expect(restored.accounts).toEqual([
      { ...a, label: 'renamed', groupId: 'g1', pinned: true },
      { ...b, label: 'renamed', groupId: home, pinned: true },
      { ...c, label: 'renamed', notes: 'theirs' },
    ]);
    expect(trashedAccounts(restored).map(({ notes }) => notes)).toContain('mine');
  });

  it('come out of the trash with an account that a backup from before has without them', () => {
    const content = trashAccount(withGroups([{ ...inGroup(a, 'g1'), pinned: true }], WORK), a.id, NOW_MS);
    expect(restoreAll(content, newContent([a]))).toEqual(withGroups([{ ...inGroup(a, 'g1'), pinned: true }], WORK));
  });

  it('differ in notes and pictures, but not in group and pin', () => {
    expect(kindsOf(newContent([a]), { ...inGroup(a, 'g1'), pinned: true })).toEqual(['same']);
    expect(kindsOf(newContent([a]), { ...a, notes: 'n' })).toEqual(['changed']);
    expect(kindsOf(newContent([{ ...a, icon: 'i' }]), a)).toEqual(['changed']);
  });

  it('go through a backup file into another vault', async () => {
    const whole = { ...inGroup(a, 'g1'), notes: 'Tresor 橡皮鸭', pinned: true, icon: 'data:image/png;base64,QQ==' };
    const content = withGroups([whole, b], WORK, { later: 1 });
    const opened = await openBackup(PORTS, await sealed({ content }), PASSPHRASE);
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.content).toEqual(content);
    const restored = restoreAll(withGroups([c], { id: 'other', name: 'Work' }), opened.value.content);
    expect(restored).toEqual(withGroups([c, inGroup(whole, 'other'), b], { id: 'other', name: 'Work' }));
  });
});
