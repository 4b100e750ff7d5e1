/** A backup held against the vault, and what comes back of it. */
import { describe, expect, it } from 'vitest';
import type { StoredAccount, StoredHotp } from '../../src/vault/account';
import { compareBackup } from '../../src/vault/comparison';
import { newContent, type VaultContent } from '../../src/vault/content';
import { restoreAccount, trashAccount } from '../../src/vault/operations';
import { type ChosenAccount, restoreFromBackup } from '../../src/vault/restoration';
import { trashedAccounts } from '../../src/vault/trash';
import { accountNamed, NOW_MS } from './memory-domain';

const [a, b, c] = [accountNamed('a', 1), accountNamed('b', 2), accountNamed('c', 3)] as const;
const counted = (counter: unknown): StoredHotp =>
  ({ ...accountNamed('h', 7), type: 'hotp', counter, periodSeconds: undefined }) as never;
const kindsOf = (current: VaultContent, ...backup: StoredAccount[]) =>
  compareBackup(current, newContent(backup)).map(({ kind }) => kind);
const restore = (content: VaultContent, ...chosen: ChosenAccount[]) => {
  let ids = 0;
  return restoreFromBackup(content, chosen, NOW_MS, () => {
    ids += 1;
    return `new ${ids}`;
  });
};
const add = (account: StoredAccount): ChosenAccount => ({ account, how: 'add' });
const replace = (account: StoredAccount): ChosenAccount => ({ account, how: 'replace' });

describe('comparing a backup', () => {
  it('finds by id what is new, the same, changed or deleted since', () => {
    const current = trashAccount(newContent([a, b, c]), c.id, NOW_MS);
    const renamed = { ...b, label: 'renamed' };
    expect(compareBackup(current, newContent([a, renamed, c, accountNamed('d', 4)]))).toEqual([
      { kind: 'same', account: a, current: a },
      { kind: 'changed', account: renamed, current: b },
      { kind: 'in-trash', account: c, current: { ...c, trashedMs: NOW_MS } },
      { kind: 'new', account: accountNamed('d', 4) },
    ]);
  });

  it('finds what was added anew elsewhere by its type, secret and names', () => {
    const elsewhere = { ...a, id: 'elsewhere', addedMs: 1 };
    expect(compareBackup(newContent([elsewhere]), newContent([a]))).toEqual([
      { kind: 'same', account: a, current: elsewhere },
    ]);
    expect(kindsOf(newContent([{ ...elsewhere, digits: 8 }]), a)).toEqual(['changed']);
    for (const other of [{ label: 'A' }, { issuer: '' }, { secret: 'KRUGS4ZANFZSAYJA' }, { type: 'steam' as const }]) {
      expect(kindsOf(newContent([{ ...elsewhere, ...other } as StoredAccount]), a)).toEqual(['new']);
    }
    // The trash of this vault says less than the account that stands there.
    expect(kindsOf(trashAccount(newContent([elsewhere, a]), a.id, NOW_MS), a)).toEqual(['same']);
    // What the backup has itself is found by its own id only.
    expect(kindsOf(newContent([elsewhere]), a, elsewhere)).toEqual(['new', 'same']);
    expect(kindsOf(newContent([elsewhere]), a, { ...a, id: 'third' })).toEqual(['same', 'new']);
  });

  it('compares every field but the date, unknown ones too, whatever their order', () => {
    expect(kindsOf(newContent([{ ...a, addedMs: 5 }]), a)).toEqual(['same']);
    const odd = { ...a, nested: { x: 1, y: [2] } };
    expect(kindsOf(newContent([odd]), { ...{ nested: { y: [2], x: 1 } }, ...a })).toEqual(['same']);
    expect(kindsOf(newContent([odd]), a)).toEqual(['changed']);
    expect(kindsOf(newContent([a]), { ...a, digits: 7 })).toEqual(['changed']);
  });

  it('takes a counter that went on for use, and one that is behind for a change', () => {
    expect(kindsOf(newContent([counted(9)]), counted(9), counted(5), counted(10))).toEqual(['same', 'same', 'changed']);
    expect(kindsOf(newContent([counted(9)]), { ...counted(5), label: 'x' })).toEqual(['changed']);
    expect(kindsOf(newContent([counted('x')]), counted('x'), counted(1), counted(null))).toEqual([
      'same',
      'changed',
      'changed',
    ]);
  });
});

describe('sites, which are agreed to where codes are filled,', () => {
  const [github, local] = [{ site: 'github.com', submits: true }, { site: 'http://localhost:3000' }];
  const bound = (account: StoredAccount, ...sites: object[]) => ({ ...account, sites }) as StoredAccount;

  it('make no difference, and neither does the first use', () => {
    expect(kindsOf(newContent([bound(a, github)]), a)).toEqual(['same']);
    expect(kindsOf(newContent([a]), bound({ ...a, unverified: true }, local))).toEqual(['same']);
    expect(kindsOf(newContent([bound(a, github)]), { ...a, label: 'renamed' })).toEqual(['changed']);
  });

  it('stay with what takes the place of their account, beside its own', () => {
    const renamed = bound({ ...a, label: 'renamed' }, local);
    const restored = restore(newContent([bound(a, github), b]), replace(renamed));
    expect(restored.accounts).toEqual([bound(renamed, github, local), b]);
    expect(restored.trash).toEqual([{ ...bound(a, github), id: 'new 1', trashedMs: NOW_MS }]);
    expect(restore(restored, replace(renamed))).toEqual(restored);
  });

  it('come out of the trash with an account that a backup from before has without them', () => {
    const content = trashAccount(newContent([bound(a, github)]), a.id, NOW_MS);
    expect(restore(content, add(a))).toEqual(newContent([bound(a, github)]));
  });

  it('are not brought back by themselves', () => {
    expect(restore(newContent([a]), add(bound(a, github)), replace(bound(a, github)))).toEqual(newContent([a]));
  });
});

describe('restoring from a backup', () => {
  it('adds at the end what is not there', () => {
    expect(restore(newContent([a]), add(b), replace(c), add(a)).accounts).toEqual([a, c, b]);
  });

  it('takes out of the trash what is added', () => {
    const content = trashAccount(newContent([a, counted(9)]), counted(9).id, NOW_MS - 5);
    const restored = restore(content, add(counted(4)));
    expect(restored).toEqual(newContent([a, counted(9)]));
  });

  it('leaves in the trash, where it can be restored, what only has the same id', () => {
    const other = { ...a, secret: 'KRUGS4ZANFZSAYJA' };
    const restored = restore(trashAccount(newContent([other, b]), a.id, NOW_MS), add(a));
    expect(restored.accounts).toEqual([b, a]);
    expect(restored.trash).toEqual([{ ...other, id: 'new 1', trashedMs: NOW_MS }]);
    expect(restoreAccount(restored, 'new 1').accounts).toHaveLength(3);
  });

  it('replaces in place, and the old one can be had back', () => {
    const renamed = { ...a, label: 'renamed' };
    const restored = restore(newContent([a, b]), replace(renamed));
    expect(restored.accounts).toEqual([renamed, b]);
    expect(trashedAccounts(restored)).toEqual([{ ...a, id: 'new 1', trashedMs: NOW_MS }]);
    expect(restoreAccount(restored, 'new 1').accounts).toEqual([renamed, b, { ...a, id: 'new 1' }]);
  });

  it('replaces what was added anew elsewhere, which keeps its id in the trash', () => {
    const elsewhere = { ...a, id: 'elsewhere', digits: 8 };
    const restored = restore(newContent([elsewhere, b]), replace(a));
    expect(restored.accounts).toEqual([a, b]);
    expect(restored.trash).toEqual([{ ...elsewhere, trashedMs: NOW_MS }]);
  });

  it('never counts back, wherever the vault was', () => {
    const renamed = { ...counted(4), label: 'renamed' };
    expect(restore(newContent([counted(9)]), replace(renamed)).accounts).toEqual([{ ...renamed, counter: 9 }]);
    expect(restore(newContent([counted(9)]), replace(counted(11))).accounts).toEqual([counted(11)]);
    const beside = restore(newContent([counted(9)]), add(renamed));
    expect(beside.accounts).toEqual([counted(9), { ...renamed, id: 'new 1', counter: 9 }]);
    expect(restore(newContent([counted('x')]), replace(counted(3))).accounts).toEqual([counted(3)]);
  });

  it('never writes over an account that has the id of the one added', () => {
    const other = { ...a, secret: 'KRUGS4ZANFZSAYJA' };
    const restored = restore(newContent([a]), add(other), add(other));
    expect(restored.accounts).toEqual([a, { ...other, id: 'new 1' }]);
    expect(restored.trash).toEqual([]);
  });

  it('keeps both of two that a made-up backup gives one id', () => {
    const other = { ...a, secret: 'KRUGS4ZANFZSAYJA' };
    const restored = restore(newContent([{ ...a, label: 'old' }]), replace(a), replace(other));
    expect(restored.accounts).toEqual([a, { ...other, id: 'new 2' }]);
    expect(restored.trash).toMatchObject([{ label: 'old', id: 'new 1' }]);
  });

  it('drops nothing of the trash, however old', () => {
    const old = { ...c, trashedMs: 1 };
    const content = { ...newContent([a]), trash: [null, old, 'odd'] };
    expect(restore(content, replace({ ...a, label: 'x' })).trash.slice(0, 3)).toEqual([null, old, 'odd']);
  });
});
