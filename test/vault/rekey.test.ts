/** Leaving "this device only": a new key under a passphrase, after which nothing else opens the vault. */
import { describe, expect, it } from 'vitest';
import { commitVault } from '../../src/vault/change';
import type { VaultContent } from '../../src/vault/content';
import { dropUnneededDeviceKey } from '../../src/vault/device-key';
import { readRecord, sealRecord } from '../../src/vault/record';
import { rekeyUnderPassphrase, rewrapUnderPassphrase } from '../../src/vault/rekey';
import { unlockOnDevice, unlockVault } from '../../src/vault/unlock';
import { findVault, openVault } from '../../src/vault/vault';
import { BrokenCell } from './faulty';
import { cheapArgon2id, MemoryCell, type MemoryDomain, NOW_MS, PASSPHRASE, portsOver } from './memory-domain';
import { addAccount, deviceVault, deviceVaultLocally, labelsIn, twoGenerations } from './stage';

function kindOf(result: { ok: true } | { ok: false; error: { kind: string } }): string {
  return result.ok ? 'ok' : result.error.kind;
}

async function headerOf(domain: MemoryDomain, key: string) {
  const record = await readRecord(domain.items.get(key));
  if (!record.ok) throw new Error(record.error.kind);
  const { v, bs, cipher, ...header } = record.value.header;
  return header;
}

describe('rekeying a vault of this device', () => {
  it('opens by the passphrase alone from then on, with every account', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    const deviceKey = cells[0].stored;
    const ports = portsOver(domain, cells);
    const rekeyed = await rekeyUnderPassphrase(ports, vaultKey, PASSPHRASE);
    expect(rekeyed).toMatchObject({ ok: true, value: { epoch: 2, generation: 3, protection: 'passphrase' } });
    expect(await findVault(domain)).toEqual({ ok: true, value: 'passphrase' });
    if (!rekeyed.ok) return;
    expect(rekeyed.value.vaultKey).not.toEqual(vaultKey);
    const { content, vaultKey: newKey } = rekeyed.value;
    expect(await unlockVault(ports, PASSPHRASE)).toMatchObject({ ok: true, value: { content, vaultKey: newKey } });
    expect(await labelsIn(domain, rekeyed.value.vaultKey)).toEqual(['first', 'second']);
    expect(cells.map(({ stored }) => stored)).toEqual([undefined, undefined]);
    expect(domain.items.get('va')).toBe(domain.items.get('vb'));
    expect(JSON.parse(String(domain.items.get('hw')))).toMatchObject({ epoch: 2, gen: 3 });
    expect((await headerOf(domain, 'va')).slots).toMatchObject([{ kind: 'argon2id', m: 65_536, t: 3, p: 1 }]);
    expect(kindOf(await unlockOnDevice(portsOver(domain, [new MemoryCell(deviceKey)])))).toBe('device-key-missing');
    expect(await addAccount(domain, rekeyed.value.vaultKey, 'third', 3)).toBe('ok');
    expect(await unlockVault(ports, PASSPHRASE)).toMatchObject({ ok: true, value: { generation: 4 } });
  });

  it('refuses the old key, which writes nothing any more', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    await rekeyUnderPassphrase(portsOver(domain, cells), vaultKey, PASSPHRASE);
    const before = domain.copy();
    expect(await labelsIn(domain, vaultKey)).toBe('key-refused');
    expect(await addAccount(domain, vaultKey, 'late', 3)).toBe('key-refused');
    expect(kindOf(await rekeyUnderPassphrase(portsOver(domain, cells), vaultKey, 'another one'))).toBe('key-refused');
    expect([...domain.items]).toEqual([...before.items]);
  });

  it('keeps what was committed by another window meanwhile, and refuses what that window commits after', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    const ports = portsOver(domain, cells);
    const add = (label: string) =>
      commitVault(ports, vaultKey, (content) => {
        const [first] = content.accounts;
        return first === undefined ? content : { ...content, accounts: [...content.accounts, { ...first, label }] };
      });
    const [early, rekeyed, late] = await Promise.all([
      add('early'),
      rekeyUnderPassphrase(ports, vaultKey, PASSPHRASE),
      add('late'),
    ]);
    expect([early, rekeyed, late].map(kindOf)).toEqual(['ok', 'ok', 'key-refused']);
    const unlocked = await unlockVault(ports, PASSPHRASE);
    if (!unlocked.ok) throw new Error(unlocked.error.kind);
    expect(unlocked.value.content.accounts.map(({ label }) => label)).toEqual(['first', 'second', 'early']);
  });

  it('drops slots of every other kind and keeps unknown fields of header and content', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    const header = await headerOf(domain, 'vb');
    const later = { id: '00000000-0000-4000-8000-000000000009', kind: 'later' };
    const described = { ...header, gen: 3, slots: [...header.slots, later], hint: 'kept' };
    const content = { content: 1, accounts: [], trash: [7], groups: [], settings: { a: 1 }, more: 'kept' };
    domain.items.set('va', await sealRecord(vaultKey, described, content as VaultContent));
    const rekeyed = await rekeyUnderPassphrase(portsOver(domain, cells), vaultKey, PASSPHRASE);
    expect(rekeyed).toMatchObject({ ok: true, value: { generation: 4, content } });
    expect(await headerOf(domain, 'vb')).toMatchObject({ hint: 'kept', slots: [{ kind: 'argon2id' }] });
    expect((await headerOf(domain, 'vb')).slots).toHaveLength(1);
  });

  it('also gives a passphrase vault another key', async () => {
    const { domain, vaultKey } = await twoGenerations();
    expect(kindOf(await rekeyUnderPassphrase(portsOver(domain), vaultKey, 'another passphrase'))).toBe('ok');
    expect(kindOf(await unlockVault(portsOver(domain), PASSPHRASE))).toBe('wrong-passphrase');
    expect(kindOf(await unlockVault(portsOver(domain), 'another passphrase'))).toBe('ok');
  });

  it('does not fail over a cell that keeps its key, which the next unlock drops', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    const stuck = new BrokenCell(cells[0].stored, 'remove');
    const ports = portsOver(domain, [stuck, cells[1]]);
    expect(kindOf(await rekeyUnderPassphrase(ports, vaultKey, PASSPHRASE))).toBe('ok');
    expect(stuck.stored).toBeDefined();
    expect(cells[1].stored).toBeUndefined();
    expect(kindOf(await unlockOnDevice(ports))).toBe('device-key-missing');
    const mended = new MemoryCell(stuck.stored);
    await dropUnneededDeviceKey(portsOver(domain, [mended]));
    expect(mended.stored).toBeUndefined();
  });
});

describe('a rekey that does not happen', () => {
  const untouched = async (rekey: (stage: Awaited<ReturnType<typeof deviceVault>>) => Promise<unknown>) => {
    const stage = await deviceVault();
    const [before, key] = [stage.domain.copy(), stage.cells[0].stored];
    const answer = await rekey(stage);
    expect([...stage.domain.items]).toEqual([...before.items]);
    expect(stage.cells.map(({ stored }) => stored)).toEqual([key, key]);
    return answer;
  };

  it('leaves everything where the passphrase is too short or Argon2id fails', async () => {
    const short = await untouched(({ domain, cells, vaultKey }) =>
      rekeyUnderPassphrase(portsOver(domain, cells), vaultKey, 'seven77'),
    );
    expect(short).toEqual({ ok: false, error: { kind: 'passphrase-too-short' } });
    for (const failsAt of [1, 2]) {
      let calls = 0;
      const argon2id: typeof cheapArgon2id = async (...question) => {
        calls += 1;
        if (calls === failsAt) throw new RangeError('no memory');
        return await cheapArgon2id(...question);
      };
      const failed = await untouched(({ domain, cells, vaultKey }) =>
        rekeyUnderPassphrase({ ...portsOver(domain, cells), argon2id }, vaultKey, PASSPHRASE),
      );
      expect(failed).toEqual({ ok: false, error: { kind: 'kdf-failed' } });
    }
  });

  it('leaves everything where the new record would not open again', async () => {
    let calls = 0;
    const argon2id: typeof cheapArgon2id = async (...question) => {
      calls += 1;
      const derived = await cheapArgon2id(...question);
      return calls === 1 ? derived.map((byte) => byte ^ 1) : derived;
    };
    const failed = await untouched(({ domain, cells, vaultKey }) =>
      rekeyUnderPassphrase({ ...portsOver(domain, cells), argon2id }, vaultKey, PASSPHRASE),
    );
    expect(failed).toEqual({ ok: false, error: { kind: 'kdf-failed' } });
  });

  it('leaves everything by another key, and in a vault that a newer version wrote', async () => {
    const refused = await untouched(({ domain, cells }) =>
      rekeyUnderPassphrase(portsOver(domain, cells), new Uint8Array(32), PASSPHRASE),
    );
    expect(refused).toEqual({ ok: false, error: { kind: 'key-refused' } });
    const { domain, vaultKey, cells } = await deviceVault();
    const content = { content: 2, accounts: [], trash: [], groups: [], settings: {} };
    domain.items.set('va', await sealRecord(vaultKey, { ...(await headerOf(domain, 'vb')), gen: 9 }, content));
    expect(kindOf(await rekeyUnderPassphrase(portsOver(domain, cells), vaultKey, PASSPHRASE))).toBe('read-only');
    expect(cells[0].stored).toBeDefined();
  });

  it('does not write over a copy that can not be read and may be the newest', async () => {
    const { domain, vaultKey, cells } = await deviceVaultLocally();
    const blind = domain.copy();
    const get = blind.get.bind(blind);
    blind.get = async (key) => {
      if (key === 'vb') throw new Error('the disk failed');
      return await get(key);
    };
    expect(kindOf(await rekeyUnderPassphrase(portsOver(blind, cells), vaultKey, PASSPHRASE))).toBe('storage-failed');
    expect([...blind.items]).toEqual([...domain.items]);
  });

  it('moves a record of another vault aside instead of writing over it', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    const foreign = (await twoGenerations()).domain.items.get('va');
    domain.items.set('va', foreign);
    expect(kindOf(await rekeyUnderPassphrase(portsOver(domain, cells), vaultKey, PASSPHRASE))).toBe('ok');
    expect(domain.items.get(`old-${NOW_MS}`)).toBe(foreign);
    expect(kindOf(await unlockVault(portsOver(domain, cells), PASSPHRASE))).toBe('ok');
  });

  it('puts the old records back where the new ones came back garbled', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    const foreign = (await twoGenerations()).domain.items.get('va');
    domain.items.set('va', foreign);
    const garbling = domain.copy();
    const set = garbling.set.bind(garbling);
    let calls = 0;
    garbling.set = async (items) => {
      calls += 1;
      await set(calls > 1 ? items : Object.fromEntries(Object.keys(items).map((key) => [key, 'garbage'])));
    };
    const ports = portsOver(garbling, cells);
    expect(kindOf(await rekeyUnderPassphrase(ports, vaultKey, PASSPHRASE))).toBe('read-back-failed');
    expect(garbling.items.get('vb')).toBe(domain.items.get('vb'));
    expect(garbling.items.get(`old-${NOW_MS}`)).toBe(foreign);
    expect(kindOf(await unlockOnDevice(ports))).toBe('ok');
    const opened = await openVault(garbling, vaultKey);
    expect(opened).toMatchObject({ ok: true, value: { generation: 2, protection: 'device' } });
  });

  it.each([['va'], ['vb'], ['va', 'vb', 'hw']])(
    'puts them back where %j was written and the write failed',
    async (...keys) => {
      const { domain, vaultKey, cells } = await deviceVault();
      const torn = domain.copy();
      const set = torn.set.bind(torn);
      let calls = 0;
      torn.set = async (items) => {
        calls += 1;
        await set(Object.fromEntries(Object.entries(items).filter(([key]) => calls > 1 || keys.includes(key))));
        if (calls === 1) throw new Error('the answer was lost');
      };
      expect(kindOf(await rekeyUnderPassphrase(portsOver(torn, cells), vaultKey, PASSPHRASE))).toBe('storage-failed');
      expect(await labelsIn(torn, vaultKey)).toEqual(['first', 'second']);
      expect(await addAccount(torn, vaultKey, 'third', 3)).toBe('ok');
      expect(kindOf(await unlockVault(portsOver(torn), PASSPHRASE))).toBe('no-passphrase');
    },
  );
});

describe('a rewrap that the storage silently dropped', () => {
  it('does not count, although what still stands there opens to the same content by the same key', async () => {
    const { domain, vaultKey } = await twoGenerations();
    // Both copies are the same from here on.
    expect(kindOf(await rewrapUnderPassphrase(portsOver(domain), vaultKey, PASSPHRASE))).toBe('ok');
    const before = domain.copy();
    const dropping = domain.copy();
    dropping.set = async () => undefined;
    const changed = await rewrapUnderPassphrase(portsOver(dropping), vaultKey, 'another passphrase');
    expect(kindOf(changed)).toBe('read-back-failed');
    expect([...dropping.items]).toEqual([...before.items]);
    expect([...dropping.mirror.items]).toEqual([...before.mirror.items]);
  });
});
