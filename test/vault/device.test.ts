/** A vault that opens by a key this device keeps: made, unlocked, healed. */
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/vault/base64';
import { createVault } from '../../src/vault/create';
import { readRecord, sealRecord } from '../../src/vault/record';
import { unlockOnDevice, unlockVault } from '../../src/vault/unlock';
import { findVault, openVault } from '../../src/vault/vault';
import { BrokenCell, GoneDomain } from './faulty';
import { accountNamed, MemoryCell, MemoryDomain, PASSPHRASE, portsOver, withPassphrase } from './memory-domain';
import { addAccount, deviceVault, deviceVaultLocally, labelsIn, twoGenerations, vaultOf } from './stage';

const DEVICE = { kind: 'device' } as const;
const OTHER_KEY = encodeBase64(new Uint8Array(32).fill(7));
const MISSING = { ok: false, error: { kind: 'device-key-missing' } };
const FAILED = { ok: false, error: { kind: 'storage-failed' } };

describe('making a vault on this device', () => {
  it('puts one key into every cell and none into the record, and asks for no passphrase', async () => {
    const [domain, cells] = [new MemoryDomain(), [new MemoryCell(), new MemoryCell()] as const];
    const ports = { ...portsOver(domain, cells), argon2id: () => Promise.reject(new Error('asked for a passphrase')) };
    const created = await createVault(ports, { credential: DEVICE, accounts: [accountNamed('a')] });
    expect(created).toMatchObject({ ok: true, value: { epoch: 1, generation: 1, protection: 'device' } });
    expect(cells[0].stored).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(cells[1].stored).toBe(cells[0].stored);
    expect(JSON.stringify([...domain.items])).not.toContain(cells[0].stored);
    expect(await findVault(domain)).toEqual({ ok: true, value: 'device' });
    expect(await unlockOnDevice(ports)).toMatchObject(vaultOf(created));
    expect(await unlockVault(ports, PASSPHRASE)).toEqual({ ok: false, error: { kind: 'no-passphrase' } });
    expect(await unlockVault(ports, '')).toEqual({ ok: false, error: { kind: 'no-passphrase' } });
  });

  it('writes nothing of the vault while a cell does not keep the key', async () => {
    const silent = new MemoryCell();
    silent.write = async () => undefined;
    for (const bad of [new BrokenCell(undefined, 'write'), new BrokenCell(undefined, 'read'), silent]) {
      for (const cells of [[bad], [new MemoryCell(), bad], [bad, new MemoryCell()], []]) {
        const domain = new MemoryDomain();
        expect(await createVault(portsOver(domain, cells), { credential: DEVICE, accounts: [] })).toEqual(FAILED);
        expect(domain.items.size).toBe(0);
      }
    }
  });

  it('never touches a key while there is any trace of a vault', async () => {
    for (const key of ['va', 'vb', 'hw']) {
      const [domain, cell] = [new MemoryDomain(), new MemoryCell(OTHER_KEY)];
      domain.items.set(key, 'trace');
      const created = await createVault(portsOver(domain, [cell]), { credential: DEVICE, accounts: [] });
      expect(created).toEqual({ ok: false, error: { kind: 'vault-exists' } });
      expect(cell.stored).toBe(OTHER_KEY);
    }
    const cell = new MemoryCell(OTHER_KEY);
    expect(await createVault(portsOver(new GoneDomain(), [cell]), { credential: DEVICE, accounts: [] })).toEqual(
      FAILED,
    );
    expect(cell.stored).toBe(OTHER_KEY);
  });

  it('in two windows at once makes one vault, whichever way each of them chose', async () => {
    for (const second of [DEVICE, withPassphrase()]) {
      const cells = [new MemoryCell(), new MemoryCell()];
      const ports = portsOver(new MemoryDomain(), cells);
      const [one, other] = await Promise.all([
        createVault(ports, { credential: DEVICE, accounts: [accountNamed('one')] }),
        createVault(ports, { credential: second, accounts: [accountNamed('other')] }),
      ]);
      expect(other).toEqual({ ok: false, error: { kind: 'vault-exists' } });
      expect(await unlockOnDevice(ports)).toMatchObject(vaultOf(one));
    }
  });
});

describe('unlocking on this device', () => {
  it.each([
    ['empty', undefined],
    ['empty text', ''],
    ['no base64', 'x'.repeat(44)],
    ['too short', encodeBase64(new Uint8Array(31))],
    ['another key', OTHER_KEY],
    ['no text', { 0: 1 }],
  ])('heals a cell that holds %s from the other', async (_name, stored) => {
    for (const place of [0, 1] as const) {
      const { domain, cells } = await deviceVault();
      const right = cells[0].stored;
      cells[place].stored = stored;
      const before = domain.copy();
      expect(await unlockOnDevice(portsOver(domain, cells))).toMatchObject({ ok: true, value: { generation: 2 } });
      expect(cells.map((cell) => cell.stored)).toEqual([right, right]);
      expect([...domain.items]).toEqual([...before.items]);
    }
  });

  it('opens by the one cell that can be read, and fails at no healing', async () => {
    const { domain, cells } = await deviceVault();
    const key = cells[0].stored;
    for (const bad of [new BrokenCell(key, 'read'), new BrokenCell(OTHER_KEY, 'write'), new BrokenCell('', 'write')]) {
      for (const pair of [
        [bad, new MemoryCell(key)],
        [new MemoryCell(key), bad],
      ]) {
        expect((await unlockOnDevice(portsOver(domain, pair))).ok).toBe(true);
      }
    }
  });

  it('says that the key is missing only where every cell could be read', async () => {
    const { domain } = await deviceVault();
    const garbage = [new MemoryCell(), new MemoryCell('garbage')];
    expect(await unlockOnDevice(portsOver(domain, garbage))).toEqual(MISSING);
    expect(garbage.map(({ stored }) => stored)).toEqual([undefined, 'garbage']);
    expect(await unlockOnDevice(portsOver(domain, [new MemoryCell(OTHER_KEY)]))).toEqual(MISSING);
    expect(await unlockOnDevice(portsOver(domain, []))).toEqual(MISSING);
    const unreadable = [new MemoryCell(OTHER_KEY), new BrokenCell(undefined, 'read')];
    expect(await unlockOnDevice(portsOver(domain, unreadable))).toEqual(FAILED);
    expect(unreadable[0]?.stored).toBe(OTHER_KEY);
  });

  it('opens no vault that has no device slot, and touches no cell', async () => {
    const { domain } = await twoGenerations();
    const cells = [new MemoryCell(OTHER_KEY), new MemoryCell()];
    expect(await unlockOnDevice(portsOver(domain, cells))).toEqual(MISSING);
    expect(await unlockOnDevice(portsOver(new MemoryDomain(), cells))).toEqual({
      ok: false,
      error: { kind: 'absent' },
    });
    expect(cells.map(({ stored }) => stored)).toEqual([OTHER_KEY, undefined]);
  });

  it('uses the other generation where one copy is damaged, and is damaged where both are', async () => {
    const { domain, cells } = await deviceVaultLocally();
    domain.items.set('vb', String(domain.items.get('vb')).slice(1));
    expect(await unlockOnDevice(portsOver(domain, cells))).toMatchObject({ ok: true, value: { generation: 1 } });
    domain.items.set('va', '');
    expect(await unlockOnDevice(portsOver(domain, cells))).toEqual({ ok: false, error: { kind: 'damaged' } });
  });

  it('keeps what is committed', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    expect(await addAccount(domain, vaultKey, 'third', 3)).toBe('ok');
    const unlocked = await unlockOnDevice(portsOver(domain, cells));
    expect(unlocked).toMatchObject({ ok: true, value: { generation: 3, protection: 'device', vaultKey } });
    expect(await labelsIn(domain, vaultKey)).toEqual(['first', 'second', 'third']);
  });
});

describe('which door a vault has', () => {
  it('with both kinds of slots is the passphrase: a lost device key must not hide it', async () => {
    const { domain, vaultKey, cells } = await deviceVault();
    const current = await readRecord(domain.items.get('vb'));
    const passphrase = await twoGenerations();
    const other = await readRecord(passphrase.domain.items.get('vb'));
    if (!current.ok || !other.ok) throw new Error('no record');
    const { v, bs, cipher, ...header } = current.value.header;
    const described = { ...header, gen: 9, slots: [...header.slots, ...other.value.header.slots] };
    const opened = await openVault(domain, vaultKey);
    if (!opened.ok) throw new Error(opened.error.kind);
    domain.items.set('va', await sealRecord(vaultKey, described, opened.value.content));
    expect(await findVault(domain)).toEqual({ ok: true, value: 'passphrase' });
    expect(await unlockOnDevice(portsOver(domain, cells))).toMatchObject({ ok: true, value: { generation: 9 } });
  });
});
