/** T15: a disk without room. Snapshots go first, the vault's copies never, and what fails leaves everything as it was. */
import { describe, expect, it } from 'vitest';
import { commitVault } from '../../src/vault/change';
import { rekeyUnderPassphrase, rewrapUnderPassphrase } from '../../src/vault/rekey';
import { unlockVault } from '../../src/vault/unlock';
import { copyOf, portsOf } from './disk';
import { accountNamed, MemoryDomain, NOW_MS, PASSPHRASE } from './memory-domain';
import { DAY_MS, type FilledVault, filledVault, labelsIn, withSnapshotsOfDays } from './stage';

/** Refuses a write whole where more would stand there afterwards than there is room for, as the browsers do. */
class SmallDomain extends MemoryDomain {
  room = Number.POSITIVE_INFINITY;

  get size(): number {
    return sizeOf(this.items);
  }

  override async set(items: Record<string, unknown>): Promise<void> {
    const after = new Map([...this.items, ...Object.entries(items)]);
    if (sizeOf(after) > this.room) throw new DOMException('quota exceeded', 'QuotaExceededError');
    await super.set(items);
  }
}

function sizeOf(items: ReadonlyMap<string, unknown>): number {
  return [...items].reduce((size, [key, value]) => size + key.length + String(value ?? '').length, 0);
}

async function smallVault(): Promise<FilledVault & { readonly small: SmallDomain }> {
  const { disk, vaultKey } = await filledVault();
  await withSnapshotsOfDays(disk, vaultKey);
  const small = disk.domain.copyInto(new SmallDomain());
  return { disk: { ...disk, domain: small }, vaultKey, small };
}

/** Too long for the block that the accounts filled so far. */
const long = accountNamed('long'.repeat(2_000), 9);
const adding = (ports: ReturnType<typeof portsOf>, vaultKey: FilledVault['vaultKey']) =>
  commitVault(ports, vaultKey, (content) => ({ ...content, accounts: [...content.accounts, long] }));
const snapshotsIn = ({ items }: MemoryDomain) =>
  [...items].filter(([key, value]) => /^s\d$/.test(key) && value !== null).map(([key]) => key);

describe('T15: a full disk', () => {
  it('gives up the snapshots for an account that is added', async () => {
    const { disk, vaultKey, small } = await smallVault();
    small.room = small.size + 100;
    expect((await adding(portsOf(disk), vaultKey)).ok).toBe(true);
    expect(snapshotsIn(small)).toEqual([]);
    expect((await labelsIn(small, vaultKey)).length).toBe(3);
  });

  it('gives up the new snapshot first, where that is enough', async () => {
    const { disk, vaultKey, small } = await smallVault();
    for (const key of ['s3', 's4']) small.items.delete(key);
    small.room = small.size + 100;
    const edit = () =>
      commitVault(portsOf(disk, NOW_MS + 9 * DAY_MS), vaultKey, (content) => ({ ...content, groups: [1] }));
    expect((await edit()).ok).toBe(true);
    expect(snapshotsIn(small)).toEqual(['s0', 's1', 's2']);
  });

  it('is told where there is still no room, and everything stays as it was', async () => {
    const { disk, vaultKey, small } = await smallVault();
    const before = copyOf(disk);
    small.room = 0;
    expect(await adding(portsOf(disk), vaultKey)).toEqual({ ok: false, error: { kind: 'storage-full' } });
    expect([...small.items]).toEqual([...before.domain.items]);
    expect([...small.mirror.items]).toEqual([...before.domain.mirror.items]);
    expect((await unlockVault(portsOf(disk), PASSPHRASE)).ok).toBe(true);
  });

  it.each([
    ['rekey', rekeyUnderPassphrase],
    ['rewrap', rewrapUnderPassphrase],
  ])('stops a %s, which seals snapshots anew and so can not give them up', async (_name, change) => {
    const { disk, vaultKey, small } = await smallVault();
    const before = copyOf(disk);
    small.room = 0;
    const changed = await change(portsOf(disk), vaultKey, 'another good passphrase');
    expect(changed).toEqual({ ok: false, error: { kind: 'storage-full' } });
    expect([...small.items]).toEqual([...before.domain.items]);
    expect((await unlockVault(portsOf(disk), PASSPHRASE)).ok).toBe(true);
  });
});
