/** What was set aside opens again, by what opened it when it stood, and is as it was afterwards. */
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { createVault } from '../../src/vault/create';
import { startOver } from '../../src/vault/set-aside';
import { openSetAside } from '../../src/vault/set-aside-opening';
import { copyOf, type Disk, portsOf, withFault } from './disk';
import { ALL_FAULTS, atEveryCall } from './faulty';
import { accountNamed, MemoryCell, NOW_MS, PASSPHRASE, withPassphrase } from './memory-domain';
import { filledVault, newerRecord, withHeader, withSnapshotsOfDays } from './stage';

const OLD_KEY = `old-${NOW_MS}`;
const DEVICE = { kind: 'device' } as const;
const OTHER_KEY = encodeBase64(new Uint8Array(32).fill(7));

async function setAside(credential: Parameters<typeof filledVault>[0]): Promise<Disk> {
  const { disk } = await filledVault(credential);
  await startOver(portsOf(disk));
  return disk;
}

/** The labels that open, or the kind of failure; nothing on the disk may be changed by asking. */
async function answerTo(disk: Disk, passphrase?: string, key = OLD_KEY): Promise<readonly string[] | string> {
  const before = copyOf(disk);
  const opened = await openSetAside(portsOf(disk), key, passphrase);
  expect(copyOf(disk)).toEqual(before);
  return opened.ok ? opened.value.content.accounts.map(({ label }) => label) : opened.error.kind;
}

function changeBundle({ domain }: Disk, change: (bundle: Record<string, unknown>) => void): void {
  const bundle = JSON.parse(String(domain.items.get(OLD_KEY)));
  change(bundle);
  domain.items.set(OLD_KEY, JSON.stringify(bundle));
}

describe('a vault that a passphrase opened', () => {
  it('says so beforehand, and opens by it and by no other', async () => {
    const disk = await setAside(withPassphrase());
    expect(await answerTo(disk)).toBe('passphrase-needed');
    expect(await answerTo(disk, 'not this one')).toBe('wrong-passphrase');
    expect(await answerTo(disk, '')).toBe('wrong-passphrase');
    expect(await answerTo(disk, PASSPHRASE)).toEqual(['first', 'second']);
    const opened = await openSetAside(portsOf(disk), OLD_KEY, PASSPHRASE);
    expect(opened).toMatchObject({ ok: true, value: { atMs: NOW_MS, epoch: 1, generation: 2, isNewer: false } });
  });

  it('asks no cell of the device key', async () => {
    const disk = await setAside(withPassphrase());
    const refused = () => Promise.reject(new Error('asked'));
    for (const cell of disk.cells) Object.assign(cell, { read: refused, readKept: refused });
    expect((await openSetAside(portsOf(disk), OLD_KEY, PASSPHRASE)).ok).toBe(true);
    expect(await openSetAside(portsOf(disk), OLD_KEY, undefined)).toMatchObject({
      error: { kind: 'passphrase-needed' },
    });
  });

  it('tells a machine that could not compute from a wrong passphrase', async () => {
    const disk = await setAside(withPassphrase());
    const ports = { ...portsOf(disk), argon2id: () => Promise.reject(new Error('no memory')) };
    expect(await openSetAside(ports, OLD_KEY, PASSPHRASE)).toEqual({ ok: false, error: { kind: 'kdf-failed' } });
  });
});

describe('a vault of this device', () => {
  it('opens by the key that was kept for it, whether or not a passphrase is given', async () => {
    const disk = await setAside(DEVICE);
    expect(disk.cells.map(({ stored }) => stored)).toEqual([undefined, undefined]);
    expect(await answerTo(disk)).toEqual(['first', 'second']);
    expect(await answerTo(disk, PASSPHRASE)).toEqual(['first', 'second']);
  });

  it('opens while another vault stands, of either kind', async () => {
    for (const credential of [DEVICE, withPassphrase()]) {
      const disk = await setAside(DEVICE);
      const created = await createVault(portsOf(disk), { credential, accounts: [accountNamed('new')] });
      expect(created.ok).toBe(true);
      expect(await answerTo(disk)).toEqual(['first', 'second']);
    }
  });

  it('opens by either cell, and tells a key that is gone from one that can’t be read', async () => {
    const disk = await setAside(DEVICE);
    for (const bad of [undefined, 'garbage', OTHER_KEY, { 0: 1 }]) {
      for (const place of [0, 1]) {
        const half = copyOf(disk);
        half.cells[place]?.kept.set(OLD_KEY, bad);
        expect(await answerTo(half)).toEqual(['first', 'second']);
      }
      const none = copyOf(disk);
      for (const cell of none.cells) cell.kept.set(OLD_KEY, bad);
      expect(await answerTo(none)).toBe('device-key-missing');
    }
    const unreadable = new MemoryCell();
    unreadable.readKept = () => Promise.reject(new Error('the disk failed'));
    expect(await answerTo({ ...disk, cells: [unreadable] })).toBe('storage-failed');
    expect(await answerTo({ ...disk, cells: [unreadable, ...disk.cells] })).toEqual(['first', 'second']);
    expect(await answerTo({ ...disk, cells: [] })).toBe('device-key-missing');
  });

  it('opens also by the key in use, as after a snapshot of the same vault was restored', async () => {
    const disk = await setAside(DEVICE);
    for (const cell of disk.cells) {
      cell.stored = cell.kept.get(OLD_KEY);
      cell.kept.clear();
    }
    expect(await answerTo(disk)).toEqual(['first', 'second']);
  });

  it('opens to the newest record that is whole', async () => {
    const { disk, vaultKey } = await filledVault(DEVICE);
    await withSnapshotsOfDays(disk, vaultKey, 2);
    await startOver(portsOf(disk));
    expect(await answerTo(disk)).toEqual(['first', 'second of day 2']);
    changeBundle(disk, (bundle) => Object.assign(bundle, { va: 'x', vb: 'x', mirror: [] }));
    expect(await answerTo(disk)).toEqual(['first', 'second of day 1']);
  });
});

describe('what does not open', () => {
  it('is damaged where nothing in it is whole, of both kinds', async () => {
    for (const credential of [DEVICE, withPassphrase()]) {
      const disk = await setAside(credential);
      changeBundle(disk, (bundle) => Object.assign(bundle, { va: 'x', vb: 'y', mirror: ['z'] }));
      expect(await answerTo(disk)).toBe('damaged');
      expect(await answerTo(disk, PASSPHRASE)).toBe('damaged');
      for (const text of ['', '{', '[]', 'null', String(disk.domain.items.get(OLD_KEY)).slice(0, 40)]) {
        disk.domain.items.set(OLD_KEY, text);
        expect(await answerTo(disk), text).toBe('damaged');
        expect(await answerTo(disk, PASSPHRASE), text).toBe('damaged');
      }
    }
  });

  it('is damaged where the slot opens and the body was changed', async () => {
    const disk = await setAside(DEVICE);
    const { va } = JSON.parse(String(disk.domain.items.get(OLD_KEY)));
    const forged = await withHeader(va, (header) => Object.assign(header, { gen: 900 }));
    changeBundle(disk, (bundle) => Object.assign(bundle, { va: forged, vb: 'x', mirror: [] }));
    expect(await answerTo(disk)).toBe('damaged');
  });

  it('is newer where only a newer version reads it', async () => {
    const disk = await setAside(DEVICE);
    const { va } = JSON.parse(String(disk.domain.items.get(OLD_KEY)));
    changeBundle(disk, (bundle) => Object.assign(bundle, { vb: 'x', mirror: [] }));
    const slots = [{ id: '00000000-0000-4000-8000-000000000000', kind: 'ring' }];
    for (const newer of [await newerRecord(), await withHeader(va, (header) => Object.assign(header, { slots }))]) {
      changeBundle(disk, (bundle) => Object.assign(bundle, { va: newer }));
      expect(await answerTo(disk)).toBe('newer');
    }
    disk.domain.items.set(OLD_KEY, await newerRecord());
    expect(await answerTo(disk, PASSPHRASE)).toBe('newer');
  });

  it('is a failure of storage where it is not there, can’t be read, or is no key of the kind', async () => {
    const disk = await setAside(DEVICE);
    for (const key of ['old-1', 'va', 'hw', 'old-', 'dk'])
      expect(await answerTo(disk, undefined, key)).toBe('storage-failed');
    disk.domain.items.set('va', disk.domain.items.get(OLD_KEY));
    expect(await answerTo(disk, undefined, 'va')).toBe('storage-failed');
  });
});

describe('a bundle of two vaults', () => {
  /** A bundle of this device's vault with the record of a passphrase vault in it, sealed `laterMs` later. */
  async function mixed(laterMs: number): Promise<Disk> {
    const disk = await setAside(DEVICE);
    const other = await filledVault(withPassphrase());
    const ports = portsOf(other.disk, NOW_MS + laterMs);
    await startOver(ports);
    const accounts = [accountNamed('other')];
    await createVault(ports, { credential: withPassphrase(), accounts });
    changeBundle(disk, (bundle) => Object.assign(bundle, { s4: other.disk.domain.items.get('va') }));
    return disk;
  }

  it('opens to the vault that was sealed last', async () => {
    expect(await answerTo(await mixed(1))).toBe('passphrase-needed');
    expect(await answerTo(await mixed(1), PASSPHRASE)).toEqual(['other']);
    expect(await answerTo(await mixed(-1))).toEqual(['first', 'second']);
  });

  it('asks for the passphrase of the other where the key of the newer is gone', async () => {
    const disk = await mixed(-1);
    for (const cell of disk.cells) cell.kept.clear();
    expect(await answerTo(disk)).toBe('passphrase-needed');
    expect(await answerTo(disk, PASSPHRASE)).toEqual(['other']);
  });
});

describe.each(ALL_FAULTS)('one call that %s', (kind) => {
  it.each([
    ['device', DEVICE, undefined],
    ['passphrase', withPassphrase(), PASSPHRASE],
  ] as const)('never opens an older state, and changes nothing (%s)', async (_name, credential, passphrase) => {
    const { disk, vaultKey } = await filledVault(credential);
    await withSnapshotsOfDays(disk, vaultKey, 2);
    await startOver(portsOf(disk));
    await atEveryCall(kind, async (fault) => {
      const faulty = withFault(disk, fault);
      const opened = await openSetAside(portsOf(faulty), OLD_KEY, passphrase);
      if (opened.ok) expect(opened.value.content.accounts[1]?.label).toBe('second of day 2');
      else expect(['storage-failed', 'device-key-missing']).toContain(opened.error.kind);
      expect(copyOf(faulty)).toEqual(copyOf(disk));
    });
  });
});
