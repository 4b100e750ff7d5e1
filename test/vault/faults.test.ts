/**
 * T15: storage that throws, drops, garbles, ends or is full at its k-th call, for every k of every operation and over both
 * domains and the device key's cells together: before or after, never a third state.
 */
import { describe, expect, it } from 'vitest';
import { createVault } from '../../src/vault/create';
import { unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { OPERATIONS } from './fault-operations';
import { disturb } from './fault-points';
import { ALL_FAULTS, GoneDomain } from './faulty';
import { MemoryDomain, PASSPHRASE, portsOver, withPassphrase } from './memory-domain';
import { withQuickCrypto } from './quick-crypto';
import { addAccount, labelsIn, twoGenerations } from './stage';

withQuickCrypto();

describe('T15: storage that fails, ends or is full at any call', () => {
  it.each(OPERATIONS)('$name: before or after, never a third state', async (operation) => {
    let faultPoints = 0;
    for (const kind of ALL_FAULTS) {
      const one = await disturb(operation, kind);
      expect(one.thirdStates).toEqual([]);
      faultPoints += one.faultPoints;
    }
    expect(faultPoints).toBeGreaterThan(10);
  });
});

describe('T15: one key that can no longer be read', () => {
  class BlindDomain extends MemoryDomain {
    blind = '';
    override async get(key: string): Promise<unknown> {
      if (key === this.blind) throw new Error('the disk failed');
      return await super.get(key);
    }
  }

  async function blindTo(key: string) {
    const { domain, vaultKey } = await twoGenerations();
    const blind = new BlindDomain();
    for (const [name, value] of domain.items) blind.items.set(name, value);
    blind.blind = key;
    return { blind, vaultKey };
  }

  it('is never written over while it holds the newest generation', async () => {
    const { blind, vaultKey } = await blindTo('vb');
    expect(await labelsIn(blind, vaultKey)).toEqual(['first']);
    expect(await addAccount(blind, vaultKey, 'third', 3)).toBe('storage-failed');
    expect(await labelsIn(blind.copy(), vaultKey)).toEqual(['first', 'second']);
  });

  it('that holds the older one is healed; a write that stays unreadable does not count', async () => {
    const { blind, vaultKey } = await blindTo('va');
    expect(await addAccount(blind, vaultKey, 'third', 3)).toBe('read-back-failed');
    expect(await labelsIn(blind.copy(), vaultKey)).toEqual(['first', 'second', 'third']);
  });
});

describe('T15: a storage that is gone', () => {
  it('is a storage failure for everyone, never an absent vault', async () => {
    const gone = new GoneDomain();
    const failed = { ok: false, error: { kind: 'storage-failed' } };
    expect(await findVault(gone)).toEqual(failed);
    expect(await unlockVault(portsOver(gone), PASSPHRASE)).toEqual(failed);
    expect(await createVault(portsOver(gone), { credential: withPassphrase(), accounts: [] })).toEqual(failed);
  });
});
