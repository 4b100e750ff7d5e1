/** T15: one domain lost or spoiled is written again from the other, and what only a mark remembers is told once. */
import { describe, expect, it } from 'vitest';
import { healVault } from '../../src/vault/heal';
import { markText } from '../../src/vault/mark';
import { rekeyUnderPassphrase, rewrapUnderPassphrase } from '../../src/vault/rekey';
import { unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { copyOf, type Disk, localAlone, mirrorAlone, portsOf, withFault } from './disk';
import { atEveryCall, FAULTS, Fault } from './faulty';
import { withFlippedBit } from './garble';
import { PASSPHRASE } from './memory-domain';
import { addAccount, type FilledVault, filledVault, generationIn, labelsIn } from './stage';

const BOTH = ['first', 'second'];
const NEW_PASSPHRASE = 'another good passphrase';

async function news(disk: Disk, vaultKey: FilledVault['vaultKey']): Promise<unknown> {
  const healed = await healVault(portsOf(disk), vaultKey);
  return healed.ok ? healed.value : healed.error;
}

async function kindOfUnlock(disk: Disk, passphrase: string): Promise<string> {
  const unlocked = await unlockVault(portsOf(disk), passphrase);
  return unlocked.ok ? unlocked.value.content.accounts.map(({ label }) => label).join() : unlocked.error.kind;
}

/** Both domains hold the newest record, and each opens by itself. */
async function expectHealed(disk: Disk, vaultKey: FilledVault['vaultKey'], labels = BOTH): Promise<void> {
  expect(await news(disk, vaultKey)).toBeUndefined();
  expect(await labelsIn(localAlone(disk).domain, vaultKey)).toEqual(labels);
  expect(await labelsIn(mirrorAlone(disk).domain, vaultKey)).toEqual(labels);
  const { items, mirror } = disk.domain;
  expect(mirror.items.get('hw')).toBe(items.get('hw'));
  expect([items.get('va'), items.get('vb')]).toContain((mirror.items.get('mirror') as string[])[0]);
}

function generationOf(stored: unknown): unknown {
  return JSON.parse((JSON.parse(String(stored)) as { h: string }).h).gen;
}

describe('T15: one domain lost', () => {
  it('the local one: unlocked from the mirror, and both are equal again', async () => {
    const { disk, vaultKey } = await filledVault();
    disk.domain.items.clear();
    expect(await findVault(disk.domain)).toEqual({ ok: true, value: 'passphrase' });
    expect(await kindOfUnlock(disk, PASSPHRASE)).toBe('first,second');
    expect(await news(disk, vaultKey)).toBe('local-healed');
    expect(disk.domain.items.get('va')).toBe(disk.domain.items.get('vb'));
    await expectHealed(disk, vaultKey);
  });

  it('the local one set back as a whole to an earlier generation: the newest is used and written again', async () => {
    const { disk, vaultKey } = await filledVault();
    const { items } = disk.domain;
    const { vault, epoch } = JSON.parse(String(items.get('hw'))) as { vault: string; epoch: number };
    const older = ['va', 'vb'].map((key) => items.get(key)).find((stored) => generationOf(stored) === 1);
    await disk.domain.set({ va: older, vb: older, hw: markText({ vault, epoch, gen: 1 }) });
    const unlocked = await unlockVault(portsOf(disk), PASSPHRASE);
    expect(unlocked).toMatchObject({ ok: true, value: { generation: 2, needsHealing: true } });
    expect(await news(disk, vaultKey)).toBeUndefined();
    expect(await unlockVault(portsOf(disk), PASSPHRASE)).toMatchObject({ ok: true, value: { needsHealing: false } });
    await expectHealed(disk, vaultKey);
  });

  it('the mirror: made anew from the local copies', async () => {
    const { disk, vaultKey } = await filledVault();
    const before = copyOf(disk);
    disk.domain.mirror.items.clear();
    expect(await news(disk, vaultKey)).toBe('mirror-healed');
    expect([...disk.domain.mirror.items].sort()).toEqual([...before.domain.mirror.items].sort());
    expect([...disk.domain.items]).toEqual([...before.domain.items]);
    await expectHealed(disk, vaultKey);
  });

  it('the mirror, which can not be written: told, and the vault goes on', async () => {
    const { disk, vaultKey } = await filledVault();
    disk.domain.mirror.items.clear();
    disk.domain.mirror.set = () => Promise.reject(new Error('the disk failed'));
    expect(await news(disk, vaultKey)).toBe('mirror-failing');
    expect(await addAccount(disk.domain, vaultKey, 'third', 3)).toBe('ok');
  });

  it('both local copies damaged in different bits: the mirror', async () => {
    const { disk, vaultKey } = await filledVault();
    for (const [key, bit] of [
      ['va', 1_001],
      ['vb', 9_002],
    ] as const) {
      disk.domain.items.set(key, withFlippedBit(String(disk.domain.items.get(key)), bit));
    }
    expect(await kindOfUnlock(disk, PASSPHRASE)).toBe('first,second');
    expect(await news(disk, vaultKey)).toBe('local-healed');
    await expectHealed(disk, vaultKey);
  });

  it('the newest record in the mirror alone is not given up for one bad read', async () => {
    const { disk, vaultKey } = await filledVault();
    disk.domain.items.clear();
    const { mirror } = disk.domain;
    const get = mirror.get.bind(mirror);
    let reads = 0;
    mirror.get = async (key) => {
      const stored = await get(key);
      if (key !== 'mirror') return stored;
      reads += 1;
      return reads === 1 ? ['damaged', (stored as string[])[1]] : stored;
    };
    expect(await news(disk, vaultKey)).toBe('local-healed');
    await expectHealed(disk, vaultKey);
  });
});

describe('T15: a mark above every record', () => {
  it('is told once, and no generation is used twice', async () => {
    const { disk, vaultKey } = await filledVault();
    const { vault } = JSON.parse(String(disk.domain.items.get('hw')));
    disk.domain.items.set('hw', markText({ vault, epoch: 1, gen: 9 }));
    expect(await news(disk, vaultKey)).toBe('older-state');
    expect(await generationIn(disk.domain, vaultKey)).toBe(10);
    await expectHealed(disk, vaultKey);
    expect(await addAccount(disk.domain, vaultKey, 'third', 3)).toBe('ok');
    expect(await generationIn(disk.domain, vaultKey)).toBe(11);
  });

  it('of another vault, or further ahead than anyone writes, is not believed', async () => {
    const { disk, vaultKey } = await filledVault();
    const { vault } = JSON.parse(String(disk.domain.items.get('hw')));
    const foreign = { vault: '00000000-0000-4000-8000-000000000000', epoch: 1, gen: 9 };
    for (const mark of [foreign, { vault, epoch: 1, gen: 2 ** 50 }]) {
      disk.domain.items.set('hw', markText(mark));
      expect(await news(disk, vaultKey)).toBeUndefined();
      expect(await generationIn(disk.domain, vaultKey)).toBe(2);
      await expectHealed(disk, vaultKey);
    }
  });
});

describe('T15: the page ended between the local write and the mirror', () => {
  /** Every call of the mirror fails from its first write on. */
  async function stoppedBeforeMirror(
    change: typeof rekeyUnderPassphrase,
  ): Promise<FilledVault & { readonly newKey: FilledVault['vaultKey'] }> {
    const { disk, vaultKey } = await filledVault();
    const faulty = withFault(disk, Fault.none());
    faulty.domain.mirror.set = () => Promise.reject(new Error('the page ended'));
    const changed = await change(portsOf(faulty), vaultKey, NEW_PASSPHRASE);
    expect(changed).toMatchObject({ ok: true, value: { isMirrored: false } });
    if (!changed.ok) throw new Error(changed.error.kind);
    return { disk: copyOf(faulty), vaultKey, newKey: changed.value.vaultKey };
  }

  it('of a rekey: the old passphrase opens nothing, and the old record is dropped at the next open', async () => {
    const { disk, vaultKey, newKey } = await stoppedBeforeMirror(rekeyUnderPassphrase);
    expect(await kindOfUnlock(disk, PASSPHRASE)).toBe('wrong-passphrase');
    expect(await labelsIn(disk.domain, vaultKey)).toBe('key-refused');
    expect(await kindOfUnlock(disk, NEW_PASSPHRASE)).toBe('first,second');
    await news(disk, newKey);
    expect(disk.domain.mirror.items.get('mirror')).toEqual([disk.domain.items.get('va')]);
    await expectHealed(disk, newKey);
    expect(await kindOfUnlock(mirrorAlone(disk), PASSPHRASE)).toBe('wrong-passphrase');
  });

  it('of a rewrap: the newest opens by either, and by the new one alone after the next open', async () => {
    const { disk, newKey } = await stoppedBeforeMirror(rewrapUnderPassphrase);
    expect(await addAccount(disk.domain, newKey, 'third', 3)).toBe('ok');
    const between = await stoppedBeforeMirror(rewrapUnderPassphrase);
    expect(await kindOfUnlock(between.disk, NEW_PASSPHRASE)).toBe('first,second');
    expect(await kindOfUnlock(between.disk, PASSPHRASE)).toBe('first,second');
    await news(between.disk, between.newKey);
    expect(await kindOfUnlock(between.disk, PASSPHRASE)).toBe('wrong-passphrase');
    expect(await kindOfUnlock(mirrorAlone(between.disk), PASSPHRASE)).toBe('wrong-passphrase');
    await expectHealed(between.disk, between.newKey);
    expect(await kindOfUnlock(disk, PASSPHRASE)).toBe('wrong-passphrase');
  });

  it('and a local domain set back to before a rewrap: the old passphrase opens nothing after the next open', async () => {
    const { disk, vaultKey } = await filledVault();
    const before = copyOf(disk);
    expect((await rewrapUnderPassphrase(portsOf(disk), vaultKey, NEW_PASSPHRASE)).ok).toBe(true);
    await disk.domain.set(Object.fromEntries(before.domain.items));
    expect(await kindOfUnlock(disk, NEW_PASSPHRASE)).toBe('first,second');
    expect(await news(disk, vaultKey)).toBeUndefined();
    expect(await kindOfUnlock(disk, PASSPHRASE)).toBe('wrong-passphrase');
    await expectHealed(disk, vaultKey);
  });
});

describe('T15: another vault in the mirror', () => {
  it('is set aside before the mirror is written over, once, and told', async () => {
    const { disk, vaultKey } = await filledVault();
    const foreign = (await filledVault()).disk.domain.mirror.items.get('mirror') as string[];
    await disk.domain.mirror.set({ mirror: foreign });
    const stuck = copyOf(disk);
    stuck.domain.mirror.set = () => Promise.reject(new Error('the disk failed'));
    for (const left of [disk, stuck]) {
      expect(await news(left, vaultKey)).toBe('other-vault');
      const kept = [...left.domain.items].filter(([key]) => key.startsWith('old-'));
      expect(kept.map(([, text]) => text)).toEqual(foreign);
    }
    await expectHealed(disk, vaultKey);
    expect(await news(stuck, vaultKey)).toBe('mirror-failing');
    expect([...stuck.domain.items.keys()].filter((key) => key.startsWith('old-'))).toHaveLength(2);
  });

  it.each(FAULTS)('stays there, or is kept, with a storage that %s at any call', async (kind) => {
    const { disk, vaultKey } = await filledVault();
    const foreign = (await filledVault()).disk.domain.mirror.items.get('mirror') as string[];
    await disk.domain.mirror.set({ mirror: foreign });
    await atEveryCall(kind, async (fault) => {
      const faulty = withFault(disk, fault);
      await healVault(portsOf(faulty), vaultKey).catch(() => {});
      const left = [...faulty.domain.items.values(), ...(faulty.domain.mirror.items.get('mirror') as string[])];
      for (const record of foreign) expect(left, `call ${fault.at}`).toContain(record);
    });
  });
});
