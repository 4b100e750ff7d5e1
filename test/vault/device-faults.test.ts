/**
 * T15 for a vault of this device: records and cells that fail together at the k-th call, for every k. Before or after,
 * never a third state; no account lost; never `absent` where there was something.
 */
import { describe, expect, it } from 'vitest';
import { createVault } from '../../src/vault/create';
import { rekeyUnderPassphrase } from '../../src/vault/rekey';
import { unlockOnDevice, unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { atEveryCall, FAULTS, type Fault, FaultyCell, FaultyDomain } from './faulty';
import { accountNamed, MemoryCell, MemoryDomain, PASSPHRASE, portsOver, withPassphrase } from './memory-domain';
import { deviceVault, labelsIn, vaultOf } from './stage';

const DEVICE = { kind: 'device' } as const;

/** Storage under one fault, and the same as it lies there once the fault is over. */
function faultyStage(fault: Fault, start: MemoryDomain, startCells: readonly MemoryCell[]) {
  const domain = new FaultyDomain(start, fault);
  const cells = startCells.map((cell) => new FaultyCell(cell, fault));
  const afterwards = () =>
    portsOver(
      domain.copy(),
      cells.map(({ stored }) => new MemoryCell(stored)),
    );
  return { ports: portsOver(domain, cells), domain, cells, afterwards };
}

describe.each(FAULTS)('records and cells that fail (%s) at any call', (kind) => {
  it('leave the making of a vault before or after, and either can be gone on from', async () => {
    const hits = await atEveryCall(kind, async (fault) => {
      const { ports, domain, afterwards } = faultyStage(fault, new MemoryDomain(), [
        new MemoryCell(),
        new MemoryCell(),
      ]);
      const created = await createVault(ports, { credential: DEVICE, accounts: [accountNamed('first', 1)] });
      const left = afterwards();
      const found = await findVault(left);
      if (created.ok || domain.items.size > 0) {
        expect(found, `call ${fault.at}`).toEqual({ ok: true, value: 'device' });
        const unlocked = await unlockOnDevice(left);
        expect(unlocked, `call ${fault.at}`).toMatchObject({
          ok: true,
          value: { content: { accounts: [{ label: 'first' }] } },
        });
        if (created.ok) expect(unlocked).toMatchObject(vaultOf(created));
      } else {
        expect(found, `call ${fault.at}`).toEqual({ ok: true, value: 'absent' });
        expect((await createVault(left, { credential: DEVICE, accounts: [] })).ok).toBe(true);
        expect((await unlockOnDevice(left)).ok).toBe(true);
      }
    });
    expect(hits).toBeGreaterThan(1);
  });

  it('never let a second making touch the vault or the key that are there', async () => {
    const { domain: start, cells: startCells } = await deviceVault();
    for (const credential of [DEVICE, withPassphrase()]) {
      await atEveryCall(kind, async (fault) => {
        const { ports, domain, cells } = faultyStage(fault, start, startCells);
        expect((await createVault(ports, { credential, accounts: [] })).ok, `call ${fault.at}`).toBe(false);
        expect([...domain.items]).toEqual([...start.items]);
        expect(cells.map(({ stored }) => stored)).toEqual(startCells.map(({ stored }) => stored));
      });
    }
  });

  it.each(['two sound cells', 'one empty', 'one with garbage'])('never keep %s from opening', async (name) => {
    const { domain: start, cells: startCells } = await deviceVault();
    const key = startCells[0].stored;
    if (name === 'one empty') startCells[1].stored = undefined;
    if (name === 'one with garbage') startCells[1].stored = 'garbage';
    await atEveryCall(kind, async (fault) => {
      const { ports, domain, cells, afterwards } = faultyStage(fault, start, startCells);
      const unlocked = await unlockOnDevice(ports);
      // With one cell left, a fault at the very read of it is the second one.
      if (name === 'two sound cells') expect(unlocked.ok, `call ${fault.at}`).toBe(true);
      expect([...domain.items], `call ${fault.at}`).toEqual([...start.items]);
      expect(cells.map(({ stored }) => stored)).toContain(key);
      expect(await unlockOnDevice(afterwards()), `call ${fault.at}`).toMatchObject({ ok: true });
    });
  });

  it('leave a rekey before or after', async () => {
    const { domain: start, cells: startCells, vaultKey } = await deviceVault();
    const hits = await atEveryCall(kind, async (fault) => {
      const { ports, cells, afterwards } = faultyStage(fault, start, startCells);
      const rekeyed = await rekeyUnderPassphrase(ports, vaultKey, PASSPHRASE);
      const left = afterwards();
      const [byDevice, byPassphrase] = [await unlockOnDevice(left), await unlockVault(left, PASSPHRASE)];
      expect(byPassphrase.ok, `call ${fault.at}`).toBe(rekeyed.ok);
      expect(byDevice.ok, `call ${fault.at}`).toBe(!rekeyed.ok);
      const key = rekeyed.ok ? rekeyed.value.vaultKey : vaultKey;
      const labels = await labelsIn(left.local as MemoryDomain, key);
      expect(labels, `call ${fault.at}`).toEqual(['first', 'second']);
      if (!rekeyed.ok) expect(cells.map(({ stored }) => stored)).toEqual(startCells.map(({ stored }) => stored));
    });
    expect(hits).toBeGreaterThan(1);
  });
});
