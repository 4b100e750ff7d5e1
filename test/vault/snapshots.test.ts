/** T15: snapshots of earlier days: when they are taken, what they never write over, and what opens them. */
import { describe, expect, it } from 'vitest';
import type { StoredAccount } from '../../src/vault/account';
import { commitVault } from '../../src/vault/change';
import { raiseCost, rekeyUnderPassphrase, rewrapUnderPassphrase } from '../../src/vault/rekey';
import { openSnapshots, snapshotsBy } from '../../src/vault/remains';
import { copyOf, type Disk, portsOf } from './disk';
import { accountNamed, NOW_MS, PASSPHRASE } from './memory-domain';
import { DAY_MS, type FilledVault, filledVault, newerRecord, withSnapshotsOfDays, withWeakSlot } from './stage';

const NEW_PASSPHRASE = 'another good passphrase';
/** Of UTC. */
const MIDNIGHT_MS = Math.ceil(NOW_MS / DAY_MS) * DAY_MS;

async function put(
  { disk, vaultKey }: FilledVault,
  nowMs: number,
  change: (accounts: readonly StoredAccount[]) => readonly StoredAccount[],
): Promise<void> {
  const committed = await commitVault(portsOf(disk, nowMs), vaultKey, (content) => ({
    ...content,
    accounts: change(content.accounts),
  }));
  if (!committed.ok) throw new Error(committed.error.kind);
}

async function kept({ disk, vaultKey }: FilledVault): Promise<readonly string[]> {
  const snapshots = await snapshotsBy(disk.domain, vaultKey);
  return snapshots.map(({ content }) => content.accounts.map(({ label }) => label).join());
}

const more = (...places: readonly number[]) => places.map((place) => accountNamed(`n${place}`, place));

describe('T15: a snapshot', () => {
  it('keeps what stood there before the first write of a day', async () => {
    const vault = await filledVault();
    await put(vault, MIDNIGHT_MS - 1, (accounts) => [...accounts, ...more(3)]);
    expect(await kept(vault)).toEqual([]);
    await put(vault, MIDNIGHT_MS, (accounts) => [...accounts, ...more(4)]);
    expect(await kept(vault)).toEqual(['first,second,n3']);
    await put(vault, MIDNIGHT_MS + DAY_MS - 1, (accounts) => [...accounts, ...more(5)]);
    expect(await kept(vault)).toEqual(['first,second,n3']);
  });

  it('is taken before more than one account comes or goes at once', async () => {
    const vault = await filledVault();
    await put(vault, NOW_MS, (accounts) => [...accounts, ...more(3, 4)]);
    expect(await kept(vault)).toEqual(['first,second']);
    await put(vault, NOW_MS + 1, (accounts) => accounts.slice(1));
    expect(await kept(vault)).toEqual(['first,second']);
    await put(vault, NOW_MS + 2, (accounts) => accounts.slice(2));
    expect(await kept(vault)).toEqual(['second,n3,n4', 'first,second']);
  });

  it('stands in one of five places: the empty ones first, then the oldest', async () => {
    const vault = await filledVault();
    await withSnapshotsOfDays(vault.disk, vault.vaultKey);
    const before = copyOf(vault.disk).domain.items;
    await put(vault, NOW_MS + 6 * DAY_MS, (accounts) => accounts.slice(1));
    const { items } = vault.disk.domain;
    expect(items.get('s0')).not.toBe(before.get('s0'));
    for (const key of ['s1', 's2', 's3', 's4']) expect(items.get(key)).toBe(before.get(key));
    expect(await kept(vault)).toHaveLength(5);
    expect(await kept(vault)).not.toContain('first,second');
  });

  it('is never written over one that a newer version wrote or that can not be read', async () => {
    const vault = await filledVault();
    const { domain } = vault.disk;
    const newer = await newerRecord();
    for (const key of ['s0', 's1', 's2', 's3']) domain.items.set(key, newer);
    domain.items.set('s4', 'not to be read');
    const get = domain.get.bind(domain);
    domain.get = async (key) => (key === 's4' ? Promise.reject(new Error('the disk failed')) : await get(key));
    await put(vault, MIDNIGHT_MS, (accounts) => accounts.slice(1));
    expect(['s0', 's1', 's2', 's3'].map((key) => domain.items.get(key))).toEqual([newer, newer, newer, newer]);
    expect(domain.items.get('s4')).toBe('not to be read');
  });
});

describe('T15: snapshots after another passphrase', () => {
  async function kindOf(disk: Disk, passphrase: string): Promise<string> {
    const opened = await openSnapshots(portsOf(disk), passphrase);
    return opened.ok ? String(opened.value.snapshots.length) : opened.error.kind;
  }

  it.each([
    ['a rekey', rekeyUnderPassphrase, 5],
    ['a rewrap', rewrapUnderPassphrase, 5],
  ])('%s: all open by the new one and none by the old one', async (_name, change, count) => {
    const { disk, vaultKey } = await filledVault();
    await withSnapshotsOfDays(disk, vaultKey);
    const damaged = copyOf(disk);
    damaged.domain.items.set('s2', 'damaged');
    expect((await change(portsOf(disk), vaultKey, NEW_PASSPHRASE)).ok).toBe(true);
    expect([await kindOf(disk, NEW_PASSPHRASE), await kindOf(disk, PASSPHRASE)]).toEqual([
      String(count),
      'wrong-passphrase',
    ]);
    expect((await change(portsOf(damaged), vaultKey, NEW_PASSPHRASE)).ok).toBe(true);
    expect(await kindOf(damaged, PASSPHRASE)).toBe('wrong-passphrase');
    expect(damaged.domain.items.get('s2')).not.toBe('damaged');
  });

  it('a raised cost: none is left at the old one', async () => {
    const { disk, vaultKey } = await filledVault();
    await withWeakSlot(disk, vaultKey);
    await put({ disk, vaultKey }, MIDNIGHT_MS, (accounts) => accounts.slice(1));
    const stored = () => JSON.stringify([...disk.domain.items, ...disk.domain.mirror.items]);
    const weak = /m(?:\\+")?:32768/;
    expect(stored()).toMatch(weak);
    expect((await raiseCost(portsOf(disk), vaultKey, PASSPHRASE)).ok).toBe(true);
    expect(stored()).not.toMatch(weak);
    expect(await kindOf(disk, PASSPHRASE)).toBe('1');
  });
});

describe('T15: a snapshot that can not be read', () => {
  it.each([
    ['rekey', rekeyUnderPassphrase],
    ['rewrap', rewrapUnderPassphrase],
  ])('goes at a %s, because it might still open by what is given up', async (_name, change) => {
    const { disk, vaultKey } = await filledVault();
    const { domain } = disk;
    const get = domain.get.bind(domain);
    domain.items.set('s2', domain.items.get('va'));
    domain.get = async (key) => {
      if (key === 's2' && domain.items.get('s2') !== null) throw new Error('the disk failed');
      return await get(key);
    };
    expect((await change(portsOf(disk), vaultKey, NEW_PASSPHRASE)).ok).toBe(true);
    expect(domain.items.get('s2')).toBeNull();
  });
});
