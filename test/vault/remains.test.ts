/** T15: nothing valid left in either domain. What remains is told, and a snapshot becomes the vault again. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../../src/vault/bytes';
import { newContent } from '../../src/vault/content';
import { createVault, replaceVault } from '../../src/vault/create';
import { findRemains, openSnapshots, restoreSnapshot } from '../../src/vault/remains';
import { setAsideText, startOver } from '../../src/vault/set-aside';
import type { VaultPorts } from '../../src/vault/storage';
import { unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { copyOf, type Disk, mirrorAlone, portsOf, withFault } from './disk';
import { atEveryCall } from './faulty';
import { withFlippedBit } from './garble';
import { NOW_MS, PASSPHRASE, withPassphrase } from './memory-domain';
import { filledVault, generationIn, labelsIn, withSnapshotsOfDays } from './stage';

const DAMAGED = { ok: false, error: { kind: 'damaged' } };

/** A vault of five days, of which no copy is whole. */
async function damagedVault(): Promise<{ readonly disk: Disk; readonly vaultKey: Bytes }> {
  const { disk, vaultKey } = await filledVault();
  await withSnapshotsOfDays(disk, vaultKey);
  const { items, mirror } = disk.domain;
  for (const key of ['va', 'vb']) items.set(key, withFlippedBit(String(items.get(key)), 7_001));
  const records = mirror.items.get('mirror') as string[];
  mirror.items.set(
    'mirror',
    records.map((record) => withFlippedBit(record, 8_002)),
  );
  return { disk, vaultKey };
}

describe('T15: both domains damaged, and snapshots left', () => {
  let disk: Disk;
  let vaultKey: Bytes;

  beforeEach(async () => {
    ({ disk, vaultKey } = await damagedVault());
  });

  it('is damaged for everyone, and says what remains', async () => {
    expect(await findVault(disk.domain)).toEqual(DAMAGED);
    expect(await unlockVault(portsOf(disk), PASSPHRASE)).toEqual(DAMAGED);
    const made = await createVault(portsOf(disk), { credential: withPassphrase(), accounts: [] });
    expect(made).toEqual({ ok: false, error: { kind: 'vault-exists' } });
    const { copies, snapshots, protection } = await findRemains(disk.domain);
    expect(protection).toBe('passphrase');
    expect(copies.map(({ state }) => state)).toEqual(['damaged', 'damaged', 'damaged', 'damaged']);
    expect(snapshots.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'intact'));
  });

  it('says a wrong passphrase, and opens every snapshot by the right one, newest first', async () => {
    expect(await openSnapshots(portsOf(disk), 'another good passphrase')).toEqual({
      ok: false,
      error: { kind: 'wrong-passphrase' },
    });
    const opened = await openSnapshots(portsOf(disk), PASSPHRASE);
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.snapshots.map(({ content }) => content.accounts.map(({ label }) => label).join())).toEqual([
      'first,second of day 4',
      'first,second of day 3',
      'first,second of day 2',
      'first,second of day 1',
      'first,second',
    ]);
  });

  it('a restored one is the vault again, above every generation, and the old bytes are kept', async () => {
    const text = await setAsideText(disk.domain);
    const opened = await openSnapshots(portsOf(disk), PASSPHRASE);
    const newest = opened.ok ? opened.value.snapshots[0] : undefined;
    if (newest === undefined) throw new Error('no snapshot');
    expect((await restoreSnapshot(portsOf(disk), vaultKey, newest.key)).ok).toBe(true);
    expect(await labelsIn(disk.domain, vaultKey)).toEqual(['first', 'second of day 4']);
    expect(await labelsIn(mirrorAlone(disk).domain, vaultKey)).toEqual(['first', 'second of day 4']);
    expect(await generationIn(disk.domain, vaultKey)).toBe(8);
    expect(disk.domain.items.get(`old-${NOW_MS}`)).toBe(text);
    expect((await unlockVault(portsOf(disk), PASSPHRASE)).ok).toBe(true);
    const again = await restoreSnapshot(portsOf(disk), vaultKey, newest.key);
    expect(again).toEqual({ ok: false, error: { kind: 'vault-exists' } });
  });

  it('where the disk is full the snapshots stay: they are all there is', async () => {
    const full = copyOf(disk);
    full.domain.set = () => Promise.reject(new Error('QuotaExceededError'));
    const restored = await restoreSnapshot(portsOf(full), vaultKey, 's0');
    expect(restored).toEqual({ ok: false, error: { kind: 'storage-full' } });
    expect([...full.domain.items]).toEqual([...disk.domain.items]);
  });

  it.each(['throws', 'drops', 'garbles'] as const)('keeps the old bytes whole after one read that %s', async (kind) => {
    const text = await setAsideText(disk.domain);
    await atEveryCall(kind, async (fault) => {
      const faulty = withFault(disk, fault);
      const restored = await restoreSnapshot(portsOf(faulty), vaultKey, 's1');
      if (restored.ok) expect(faulty.domain.items.get(`old-${NOW_MS}`), `call ${fault.at}`).toBe(text);
    });
  });
});

describe('T15: a trace alone', () => {
  it.each([
    ['a snapshot', 'local', 's3'],
    ['the mark', 'local', 'hw'],
    ["the mirror's mark", 'mirror', 'hw'],
    ["the mirror's records, damaged", 'mirror', 'mirror'],
  ] as const)('%s is never absent', async (_name, where, key) => {
    const { disk } = await damagedVault();
    const { items, mirror } = disk.domain;
    const stored = (where === 'local' ? items : mirror.items).get(key);
    items.clear();
    mirror.items.clear();
    (where === 'local' ? items : mirror.items).set(key, stored);
    expect(await findVault(disk.domain)).toEqual(DAMAGED);
    expect(await unlockVault(portsOf(disk), PASSPHRASE)).toEqual(DAMAGED);
    const made = await createVault(portsOf(disk), { credential: withPassphrase(), accounts: [] });
    expect(made).toEqual({ ok: false, error: { kind: 'vault-exists' } });
  });
});

describe('T15: a part that can not be read', () => {
  /** `va`, as it stands there now, and the mirror where `isMirrorGone`. */
  function withUnreadable({ domain }: Disk, isMirrorGone: boolean): void {
    const [get, stood] = [domain.get.bind(domain), domain.items.get('va')];
    domain.get = async (key) => (key === 'va' && domain.items.get(key) === stood ? await gone() : await get(key));
    if (!isMirrorGone) return;
    for (const call of ['get', 'set', 'remove'] as const) domain.mirror[call] = gone;
  }
  const gone = (): Promise<never> => Promise.reject(new Error('the disk failed'));
  const FAILED = { ok: false, error: { kind: 'storage-failed' } };

  it.each([false, true])(
    'stops every way back, until the person gives it up (mirror gone: %s)',
    async (isMirrorGone) => {
      const { disk, vaultKey } = await damagedVault();
      withUnreadable(disk, isMirrorGone);
      const ports = portsOf(disk);
      const before = [...disk.domain.items];
      expect(await findVault(disk.domain)).toEqual(FAILED);
      expect(await startOver(ports)).toEqual(FAILED);
      expect(await replaceVault(ports, PASSPHRASE, newContent([]))).toEqual(FAILED);
      expect(await restoreSnapshot(ports, vaultKey, 's1')).toEqual(FAILED);
      expect([...disk.domain.items]).toEqual(before);
      const started = await startOver(ports, 'give-up');
      if (isMirrorGone) {
        expect(started).toEqual(FAILED);
        return expect([...disk.domain.items]).toEqual(before);
      }
      expect(started).toEqual({ ok: true, value: undefined });
      expect([...disk.domain.items.keys()]).toEqual([`old-${NOW_MS}`]);
      expect(JSON.parse(String(disk.domain.items.get(`old-${NOW_MS}`)))).toHaveProperty('s1');
    },
  );

  it('is written over by a backup or an earlier state where the person gives it up', async () => {
    const { disk, vaultKey } = await damagedVault();
    for (const restore of [
      (ports: VaultPorts) => restoreSnapshot(ports, vaultKey, 's1', 'give-up'),
      (ports: VaultPorts) => replaceVault(ports, PASSPHRASE, newContent([]), 'give-up'),
    ]) {
      const left = copyOf(disk);
      withUnreadable(left, true);
      expect(await restore(portsOf(left))).toMatchObject({ ok: true, value: { isMirrored: false } });
    }
  });
});
