/** A device key that opens something set aside is never removed or written over before it is kept for it. */
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { commitVault } from '../../src/vault/change';
import { createVault } from '../../src/vault/create';
import { dropUnneededDeviceKey, removeDeviceKey } from '../../src/vault/device-key';
import { rekeyUnderPassphrase } from '../../src/vault/rekey';
import { openSnapshots, restoreSnapshot } from '../../src/vault/remains';
import { startOver } from '../../src/vault/set-aside';
import { openSetAside } from '../../src/vault/set-aside-opening';
import { copyOf, type Disk, portsOf, withFault } from './disk';
import { ALL_FAULTS, atEveryCall, BrokenCell } from './faulty';
import { accountNamed, NOW_MS, PASSPHRASE, withPassphrase } from './memory-domain';
import { DAY_MS, filledVault, withSnapshotsOfDays } from './stage';

const DEVICE = { kind: 'device' } as const;
const OTHER_KEY = encodeBase64(new Uint8Array(32).fill(7));
const OLD_KEY = `old-${NOW_MS}`;

const opens = async (disk: Disk, key = OLD_KEY) => (await openSetAside(portsOf(disk), key, undefined)).ok;
const storedIn = ({ cells }: Disk) => cells.map(({ stored }) => stored);

/** A passphrase vault in whose place a record of this device's vault was found, and set aside by a commit; the key is still in use. */
async function withForeignRecord(): Promise<Disk> {
  const own = await filledVault(withPassphrase());
  const foreign = await filledVault(DEVICE);
  const { domain } = own.disk;
  domain.items.set('va', foreign.disk.domain.items.get('vb'));
  const ports = portsOf({ domain, cells: foreign.disk.cells });
  await commitVault(ports, own.vaultKey, (content) => ({ ...content, accounts: [accountNamed('changed')] }));
  expect(domain.items.get(OLD_KEY)).toBe(foreign.disk.domain.items.get('vb'));
  return { domain, cells: foreign.disk.cells };
}

describe('a key that opens what was set aside', () => {
  it('is kept for a record of another vault before it is dropped as unneeded', async () => {
    const disk = await withForeignRecord();
    await dropUnneededDeviceKey(portsOf(disk));
    expect(storedIn(disk)).toEqual([undefined, undefined]);
    expect(disk.cells.map(({ kept }) => [...kept.keys()])).toEqual([[OLD_KEY], [OLD_KEY]]);
    expect(await opens(disk)).toBe(true);
  });

  it('is kept for the bytes that a restored state left, when a passphrase ends “this device only”', async () => {
    const { disk, vaultKey } = await filledVault(DEVICE);
    await withSnapshotsOfDays(disk, vaultKey);
    for (const key of ['va', 'vb']) disk.domain.items.set(key, `damaged ${key}`);
    disk.domain.mirror.items.clear();
    const ports = portsOf(disk);
    expect((await openSnapshots(ports, undefined)).ok).toBe(true);
    expect((await restoreSnapshot(ports, vaultKey, 's2')).ok).toBe(true);
    expect((await rekeyUnderPassphrase(ports, vaultKey, PASSPHRASE)).ok).toBe(true);
    expect(storedIn(disk)).toEqual([undefined, undefined]);
    expect(await opens(disk)).toBe(true);
  });

  it('is kept for all of it when everything is started over from', async () => {
    const disk = await withForeignRecord();
    const key = storedIn(disk)[0];
    expect((await startOver(portsOf(disk, NOW_MS + DAY_MS))).ok).toBe(true);
    expect(storedIn(disk)).toEqual([undefined, undefined]);
    for (const { kept } of disk.cells) expect(kept.get(OLD_KEY)).toBe(key);
    expect(await opens(disk)).toBe(true);
  });

  it('is kept before the key of a new vault is written over it', async () => {
    const disk = await withForeignRecord();
    const { domain } = disk;
    for (const key of ['va', 'vb', 'hw', 's0']) domain.items.delete(key);
    domain.mirror.items.clear();
    expect((await createVault(portsOf(disk), { credential: DEVICE, accounts: [] })).ok).toBe(true);
    expect(await opens(disk)).toBe(true);
  });

  it('stays in a cell that does not keep it, and no new vault is written over it', async () => {
    const disk = await withForeignRecord();
    const [key] = storedIn(disk);
    const [bad] = disk.cells;
    if (bad === undefined) throw new Error('no cell');
    bad.keepAs = async () => {};
    await dropUnneededDeviceKey(portsOf(disk));
    expect(storedIn(disk)).toEqual([key, undefined]);
    for (const name of ['va', 'vb', 'hw', 's0']) disk.domain.items.delete(name);
    disk.domain.mirror.items.clear();
    const created = await createVault(portsOf(disk), { credential: DEVICE, accounts: [] });
    expect(created).toEqual({ ok: false, error: { kind: 'storage-failed' } });
    expect(await opens(disk)).toBe(true);
  });

  it('stays where what is set aside can’t be listed', async () => {
    const disk = await withForeignRecord();
    const before = storedIn(disk);
    const listless = copyOf(disk);
    listless.domain.keys = () => Promise.reject(new Error('the disk failed'));
    await removeDeviceKey(portsOf(listless));
    expect(storedIn(listless)).toEqual(before);
  });

  it('is kept for what can’t be read, which stands in the way of nothing and whose own key is not written over', async () => {
    const disk = await withForeignRecord();
    const [key] = storedIn(disk);
    const unreadable = copyOf(disk);
    unreadable.domain.get = () => Promise.reject(new Error('the disk failed'));
    await removeDeviceKey(portsOf(unreadable));
    expect(storedIn(unreadable)).toEqual([undefined, undefined]);
    expect(await opens(copyOf(unreadable))).toBe(true);
    for (const cell of unreadable.cells) cell.stored = OTHER_KEY;
    await removeDeviceKey(portsOf(unreadable));
    expect(storedIn(unreadable)).toEqual([undefined, undefined]);
    for (const { kept } of unreadable.cells) expect(kept.get(OLD_KEY)).toBe(key);
  });
});

describe('a key that opens none of it', () => {
  it('goes, and what is kept for others stays as it is', async () => {
    const disk = await withForeignRecord();
    const [key] = storedIn(disk);
    for (const cell of disk.cells) {
      cell.kept.set(OLD_KEY, cell.stored);
      cell.stored = OTHER_KEY;
    }
    await dropUnneededDeviceKey(portsOf(disk));
    expect(storedIn(disk)).toEqual([undefined, undefined]);
    expect(disk.cells.map(({ kept }) => [...kept])).toEqual([[[OLD_KEY, key]], [[OLD_KEY, key]]]);
  });

  it('goes without any cell being read where nothing of this device is set aside', async () => {
    const { disk } = await filledVault(withPassphrase());
    await startOver(portsOf(disk));
    const cell = new BrokenCell(OTHER_KEY, 'read');
    await removeDeviceKey(portsOf({ ...disk, cells: [cell] }));
    expect(cell.stored).toBeUndefined();
  });
});

describe.each(ALL_FAULTS)('one call that %s while a key is dropped', (kind) => {
  it('leaves what was set aside open', async () => {
    const disk = await withForeignRecord();
    await atEveryCall(kind, async (fault) => {
      const faulty = withFault(disk, fault);
      await dropUnneededDeviceKey(portsOf(faulty));
      expect(await opens(copyOf(faulty)), `call ${fault.at}`).toBe(true);
      await dropUnneededDeviceKey(portsOf(copyOf(faulty)));
      expect(await opens(copyOf(faulty)), `call ${fault.at}`).toBe(true);
    });
  });
});
