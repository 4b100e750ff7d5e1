/** T15: which copy is taken for spoiled, what is told where two things are to be told, and what is left as it is. */
import { expect, it } from 'vitest';
import { doorsOf } from '../../src/vault/doors';
import { isDeviceSlot } from '../../src/vault/header';
import { healVault } from '../../src/vault/heal';
import { keepWhatOpens } from '../../src/vault/kept-keys';
import { markText } from '../../src/vault/mark';
import { readRecord } from '../../src/vault/record';
import { unlockVault } from '../../src/vault/unlock';
import { portsOf } from './disk';
import { MemoryCell, PASSPHRASE } from './memory-domain';
import { filledVault, withHeader } from './stage';

it.each(['va', 'vb'])('%s alone spoiled is written again from the other', async (place) => {
  const { disk, vaultKey } = await filledVault();
  disk.domain.items.set(place, 'no record');
  expect((await healVault(portsOf(disk), vaultKey)).ok).toBe(true);
  expect((await readRecord(disk.domain.items.get(place))).ok).toBe(true);
  expect(await unlockVault(portsOf(disk), PASSPHRASE)).toMatchObject({ value: { generation: 2, needsHealing: false } });
});

it('a newest record that does not open needs healing, though all that is stored agrees with it', async () => {
  const { disk } = await filledVault();
  const { items, mirror } = disk.domain;
  const { vault, epoch } = JSON.parse(String(items.get('hw')));
  const forged = await withHeader(String(items.get('vb')), (header) => Object.assign(header, { gen: 900 }));
  const mark = markText({ vault, epoch, gen: 900 });
  items.set('vb', forged).set('hw', mark);
  mirror.items.set('mirror', [forged, items.get('va')]).set('hw', mark);
  const unlocked = await unlockVault(portsOf(disk), PASSPHRASE);
  expect(unlocked).toMatchObject({ ok: true, value: { generation: 1, needsHealing: true } });
});

it('that the vault is here again is told before a mirror that fails', async () => {
  const { disk, vaultKey } = await filledVault();
  const { items, mirror } = disk.domain;
  items.clear();
  mirror.items.delete('hw');
  mirror.set = async () => {
    throw new Error('the disk failed');
  };
  expect(await healVault(portsOf(disk), vaultKey)).toEqual({ ok: true, value: 'local-healed' });
  expect(await healVault(portsOf(disk), vaultKey)).toEqual({ ok: true, value: 'mirror-failing' });
});

it('a key that is kept already is not written again', async () => {
  class CountedCell extends MemoryCell {
    writes = 0;
    override async keepAs(name: string): Promise<void> {
      this.writes += 1;
      await super.keepAs(name);
    }
  }
  const { disk } = await filledVault({ kind: 'device' });
  const record = await readRecord(disk.domain.items.get('vb'));
  if (!record.ok) throw new Error(record.error.kind);
  for (const doors of [doorsOf([record.value], isDeviceSlot), undefined]) {
    const cell = new CountedCell(disk.cells[0]?.stored);
    await keepWhatOpens(cell, [{ key: 'old-1', doors }]);
    await keepWhatOpens(cell, [{ key: 'old-1', doors }]);
    expect([cell.writes, cell.kept.get('old-1')]).toEqual([1, cell.stored]);
  }
});
