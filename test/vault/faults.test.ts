/** T15: a storage that throws, drops or garbles at its k-th call, for every k: before or after, never a third state. */
import { describe, expect, it } from 'vitest';
import { createVault } from '../../src/vault/create';
import { unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { atEveryCall, FAULTS, FaultyDomain, GoneDomain } from './faulty';
import { accountNamed, MemoryDomain, PASSPHRASE, portsOver, withPassphrase } from './memory-domain';
import { addAccount, labelsIn, twoGenerations } from './stage';

const AFTER = ['first', 'second', 'third'];

describe.each(FAULTS)('a storage that %s at any call', (kind) => {
  it('leaves a commit before or after', async () => {
    const { domain: start, vaultKey } = await twoGenerations();
    const hits = await atEveryCall(kind, async (fault) => {
      const domain = new FaultyDomain(start, fault);
      const committed = await addAccount(domain, vaultKey, 'third', 3);
      const left = await labelsIn(domain.copy(), vaultKey);
      if (committed === 'ok') expect(left, `call ${fault.at}`).toEqual(AFTER);
      else expect([['first', 'second'], AFTER], `call ${fault.at}: ${committed}`).toContainEqual(left);
    });
    expect(hits).toBeGreaterThan(1);
  });

  it('leaves the making of a vault before or after', async () => {
    await atEveryCall(kind, async (fault) => {
      const domain = new FaultyDomain(new MemoryDomain(), fault);
      const accounts = [accountNamed('first', 1)];
      const created = await createVault(portsOver(domain), { credential: withPassphrase(), accounts });
      const sound = domain.copy();
      const found = await findVault(sound);
      if (!created.ok && found.ok && found.value === 'absent') expect(sound.items.size).toBe(0);
      else expect((await unlockVault(portsOver(sound), PASSPHRASE)).ok, `call ${fault.at}`).toBe(true);
    });
  });

  it('never makes an unlock say that a right passphrase is wrong', async () => {
    const { domain: start } = await twoGenerations();
    await atEveryCall(kind, async (fault) => {
      const unlocked = await unlockVault(portsOver(new FaultyDomain(start, fault)), PASSPHRASE);
      expect(unlocked.ok, `call ${fault.at}`).toBe(true);
    });
  });
});

describe('one key that can no longer be read', () => {
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

describe('a storage that is gone', () => {
  it('is a storage failure for everyone, never an absent vault', async () => {
    const gone = new GoneDomain();
    const failed = { ok: false, error: { kind: 'storage-failed' } };
    expect(await findVault(gone)).toEqual(failed);
    expect(await unlockVault(portsOver(gone), PASSPHRASE)).toEqual(failed);
    expect(await createVault(portsOver(gone), { credential: withPassphrase(), accounts: [] })).toEqual(failed);
  });
});
