/** T15: a storage that throws, drops or garbles at its k-th call, for every k: before or after, never a third state. */
import { describe, expect, it } from 'vitest';
import { createVault } from '../../src/vault/create';
import { unlockVault } from '../../src/vault/unlock';
import { commitVault, findVault } from '../../src/vault/vault';
import { accountNamed, MemoryDomain, PASSPHRASE, portsOver, withPassphrase } from './memory-domain';
import { addAccount, labelsIn, twoGenerations } from './stage';

type Fault = 'throws' | 'throws-after' | 'drops' | 'garbles';
const FAULTS: readonly Fault[] = ['throws', 'throws-after', 'drops', 'garbles'];

/** Memory that fails once, at its k-th call of either kind, and keeps count. */
class FaultyDomain extends MemoryDomain {
  calls = 0;

  readonly fault: Fault;
  readonly at: number;

  constructor(sound: MemoryDomain, fault: Fault, at: number) {
    super();
    this.fault = fault;
    this.at = at;
    for (const [key, value] of sound.items) this.items.set(key, value);
  }

  override async get(key: string): Promise<unknown> {
    const isHit = this.#hit();
    if (isHit && this.fault.startsWith('throws')) throw new Error('the disk failed');
    const value = await super.get(key);
    if (!isHit) return value;
    return this.fault === 'drops' || typeof value !== 'string' ? undefined : value.replace(/[a-m]/, 'z');
  }

  override async set(items: Record<string, unknown>): Promise<void> {
    const isHit = this.#hit();
    if (isHit && this.fault === 'throws') throw new Error('the disk is full');
    if (isHit && this.fault === 'drops') return;
    if (isHit && this.fault === 'garbles') {
      const garbled = Object.entries(items).map(([key, value]) => [key, String(value).replace(/[a-m]/, 'z')]);
      return await super.set(Object.fromEntries(garbled) as Record<string, unknown>);
    }
    await super.set(items);
    if (isHit) throw new Error('the answer was lost');
  }

  #hit(): boolean {
    this.calls += 1;
    return this.calls === this.at;
  }
}

async function callsOf(work: (domain: FaultyDomain) => Promise<unknown>, start: MemoryDomain): Promise<number> {
  const domain = new FaultyDomain(start, 'throws', Number.POSITIVE_INFINITY);
  await work(domain);
  return domain.calls;
}

describe.each(FAULTS)('a storage that %s at any call', (fault) => {
  it('leaves a commit before or after', async () => {
    const { domain: start, vaultKey } = await twoGenerations();
    const commit = (domain: MemoryDomain) =>
      commitVault(portsOver(domain), vaultKey, (content) => ({
        ...content,
        accounts: [...content.accounts, accountNamed('third', 3)],
      }));
    const calls = await callsOf(commit, start);
    expect(calls).toBeGreaterThan(3);
    for (let at = 1; at <= calls; at += 1) {
      const domain = new FaultyDomain(start, fault, at);
      const committed = await commit(domain);
      const left = await labelsIn(domain.copy(), vaultKey);
      const after = ['first', 'second', 'third'];
      if (committed.ok) expect(left, `call ${at}`).toEqual(after);
      else expect([['first', 'second'], after], `call ${at}: ${committed.error.kind}`).toContainEqual(left);
    }
  });

  it('leaves the making of a vault before or after', async () => {
    const create = (domain: MemoryDomain) =>
      createVault(portsOver(domain), { credential: withPassphrase(), accounts: [accountNamed('first', 1)] });
    const calls = await callsOf(create, new MemoryDomain());
    for (let at = 1; at <= calls; at += 1) {
      const domain = new FaultyDomain(new MemoryDomain(), fault, at);
      const created = await create(domain);
      const sound = domain.copy();
      if (created.ok) expect(await unlockVault(portsOver(sound), PASSPHRASE)).toMatchObject({ ok: true });
      else if (sound.items.size === 0) expect(await findVault(sound)).toEqual({ ok: true, value: 'absent' });
      else {
        const found = await unlockVault(portsOver(sound), PASSPHRASE);
        expect(found.ok || found.error.kind === 'damaged', `call ${at}`).toBe(true);
      }
    }
  });

  it('never makes an unlock say that a right passphrase is wrong', async () => {
    const { domain: start } = await twoGenerations();
    const unlock = (domain: MemoryDomain) => unlockVault(portsOver(domain), PASSPHRASE);
    const calls = await callsOf(unlock, start);
    for (let at = 1; at <= calls; at += 1) {
      expect((await unlock(new FaultyDomain(start, fault, at))).ok, `call ${at}`).toBe(true);
    }
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
    const gone = {
      get: () => Promise.reject(new Error('gone')),
      set: () => Promise.reject(new Error('gone')),
    };
    const failed = { ok: false, error: { kind: 'storage-failed' } };
    expect(await findVault(gone)).toEqual(failed);
    expect(await unlockVault(portsOver(gone), PASSPHRASE)).toEqual(failed);
    expect(await createVault(portsOver(gone), { credential: withPassphrase(), accounts: [] })).toEqual(failed);
  });
});
