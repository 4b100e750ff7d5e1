/** T15: what is set aside is all that stood there, byte for byte, and nothing is taken away before it is kept. */
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteSetAside, listSetAside, readSetAside, setAsideText, startOver } from '../../src/vault/set-aside';
import { findVault } from '../../src/vault/vault';
import { copyOf, type Disk, portsOf, withFault } from './disk';
import { atEveryCall } from './faulty';
import { NOW_MS, portsOver } from './memory-domain';
import { filledVault, newerRecord, withSnapshotsOfDays } from './stage';

const OLD_KEY = `old-${NOW_MS}`;
const FAILED = { ok: false, error: { kind: 'storage-failed' } };
const ABSENT = { ok: true, value: 'absent' };

describe('T15: starting over', () => {
  let disk: Disk;
  let text: string;

  beforeEach(async () => {
    const filled = await filledVault({ kind: 'device' });
    disk = filled.disk;
    await withSnapshotsOfDays(disk, filled.vaultKey);
    text = await setAsideText(disk.domain);
  });

  it('keeps every stored byte and the device key under one name, and leaves no other trace', async () => {
    const [stood, key] = [copyOf(disk), disk.cells[0]?.stored];
    expect(await startOver(portsOf(disk))).toEqual({ ok: true, value: undefined });
    expect(await findVault(disk.domain)).toEqual(ABSENT);
    expect([...disk.domain.items]).toEqual([[OLD_KEY, text]]);
    expect(disk.domain.mirror.items.size).toBe(0);
    const { halfminute, mirror, ...kept } = JSON.parse(text);
    expect(halfminute).toBe('stored bytes 1');
    expect(kept).toEqual(Object.fromEntries(stood.domain.items));
    expect(Object.keys(kept).sort()).toEqual(['hw', 's0', 's1', 's2', 's3', 's4', 'va', 'vb']);
    expect(mirror).toEqual(stood.domain.mirror.items.get('mirror'));
    expect(disk.cells.map(({ stored, kept: names }) => [stored, [...names]])).toEqual([
      [undefined, [[OLD_KEY, key]]],
      [undefined, [[OLD_KEY, key]]],
    ]);
    expect(await listSetAside(disk.domain)).toEqual({
      ok: true,
      value: [{ key: OLD_KEY, atMs: NOW_MS, length: text.length }],
    });
    expect(await readSetAside(disk.domain, OLD_KEY)).toEqual({ ok: true, value: text });
  });

  it.each(['throws', 'drops', 'garbles'] as const)('takes nothing away after one read that %s', async (kind) => {
    await atEveryCall(kind, async (fault) => {
      const faulty = withFault(disk, fault);
      const done = await startOver(portsOf(faulty));
      const kept = faulty.domain.items.get(OLD_KEY);
      if (done.ok) expect(kept, `call ${fault.at}`).toBe(text);
      else expect(kept === text || faulty.domain.items.has('va'), `call ${fault.at}`).toBe(true);
    });
  });

  it('refuses what a newer version wrote', async () => {
    disk.domain.items.set('va', await newerRecord());
    const before = copyOf(disk);
    expect(await startOver(portsOf(disk))).toEqual({ ok: false, error: { kind: 'newer' } });
    expect([...disk.domain.items]).toEqual([...before.domain.items]);
  });

  it('says where there is no room for it, and is not done where nothing was taken away', async () => {
    const full = copyOf(disk);
    full.domain.set = () => Promise.reject(new Error('QuotaExceededError'));
    expect(await startOver(portsOf(full))).toEqual({ ok: false, error: { kind: 'storage-full' } });
    const stuck = copyOf(disk);
    stuck.domain.remove = async () => {};
    expect(await startOver(portsOf(stuck))).toEqual(FAILED);
    expect(stuck.cells.map(({ stored }) => stored)).toEqual(disk.cells.map(({ stored }) => stored));
  });
});

describe('T15: deleting what was set aside', () => {
  it('takes the text and its key, and the key never before the text', async () => {
    const { disk } = await filledVault({ kind: 'device' });
    await startOver(portsOf(disk));
    const stuck = copyOf(disk);
    stuck.domain.remove = async () => {};
    expect(await deleteSetAside(portsOf(stuck), OLD_KEY)).toEqual(FAILED);
    expect(stuck.cells.map(({ kept }) => kept.size)).toEqual([1, 1]);
    expect(await deleteSetAside(portsOf(disk), OLD_KEY)).toEqual({ ok: true, value: undefined });
    expect(disk.domain.items.size).toBe(0);
    expect(disk.cells.map(({ kept }) => kept.size)).toEqual([0, 0]);
  });

  it('touches nothing else', async () => {
    const { disk } = await filledVault();
    const before = copyOf(disk);
    for (const key of ['va', 'old-', 'old-1x', 's0']) {
      expect(await deleteSetAside(portsOver(disk.domain), key)).toEqual(FAILED);
      expect(await readSetAside(disk.domain, key)).toEqual(FAILED);
    }
    expect([...disk.domain.items]).toEqual([...before.domain.items]);
  });
});
