/** Vaults sealed once, when the format was frozen. Every later version must open them; so must anyone with node:crypto. */
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { openCopies } from '../../scripts/open-vault';
import { sitesOf } from '../../src/vault/account';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { groupIdOf } from '../../src/vault/group-operations';
import { groupsOf } from '../../src/vault/groups';
import { readLockAfter } from '../../src/vault/settings';
import { trashedAccounts } from '../../src/vault/trash';
import { unlockOnDevice, unlockVault } from '../../src/vault/unlock';
import arranged from '../fixtures/arranged-vault-content-1.json' with { type: 'json' };
import goldenDevice from '../fixtures/device-vault-content-1.json' with { type: 'json' };
import golden from '../fixtures/vault-content-1.json' with { type: 'json' };
import { MemoryCell, MemoryDomain, portsOver } from './memory-domain';

const fromBase64 = (text: string) => Buffer.from(text, 'base64');

function openGcm(key: ArrayBuffer, iv: string, sealed: string, associated: string): Buffer {
  const bytes = fromBase64(sealed);
  const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key), fromBase64(iv));
  cipher.setAAD(Buffer.from(associated));
  cipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]);
}

type Slot = Readonly<Record<string, string>> & { readonly id: string; readonly kind: string };

/** The documented format once more, with nothing of the product. `inputOf`: what a slot's key is derived from. */
async function openIndependently(stored: string, inputOf: (slot: Slot) => Promise<Uint8Array>): Promise<unknown> {
  const record = JSON.parse(stored) as Record<'h' | 'iv' | 'ct' | 'sum', string>;
  const summed = [Buffer.from(record.h), Buffer.from([0]), fromBase64(record.iv), fromBase64(record.ct)];
  expect(createHash('sha256').update(Buffer.concat(summed)).digest('base64')).toBe(record.sum);
  const header = JSON.parse(record.h);
  const { iv, wk, ...slot } = header.slots[0];
  const salt = Buffer.from(slot.id.replaceAll('-', ''), 'hex');
  const kek = hkdfSync('sha256', await inputOf(slot), salt, `halfminute/1 kek ${slot.kind}`, 32);
  const canon = `{${Object.keys(slot)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(slot[key])}`)
    .join(',')}}`;
  const vaultKey = openGcm(kek, iv, wk, `halfminute/1 slot\n${header.vault}\n${header.epoch}\n${canon}`);
  expect(vaultKey).toHaveLength(32);
  const bodyKey = hkdfSync('sha256', vaultKey, fromBase64(header.bs), 'halfminute/1 body', 32);
  const body = openGcm(bodyKey, record.iv, record.ct, `halfminute/1 body\n${record.h}`);
  expect(body.length % 4096).toBe(0);
  return JSON.parse(body.toString());
}

function derivedFrom(passphrase: string) {
  return (slot: Slot) =>
    argon2id({
      password: passphrase.normalize('NFKC'),
      salt: fromBase64(slot['salt'] ?? ''),
      memorySize: Number(slot['m']),
      iterations: Number(slot['t']),
      parallelism: Number(slot['p']),
      hashLength: 32,
      outputType: 'binary',
    });
}

describe('the frozen vault of content 1', () => {
  it('opens with the product, at the real cost', async () => {
    const domain = new MemoryDomain();
    await domain.set(golden.copies);
    const { argon2id: real } = await loadArgon2id();
    const unlocked = await unlockVault({ ...portsOver(domain), argon2id: real }, golden.passphrase);
    expect(unlocked).toMatchObject({
      ok: true,
      value: { epoch: 1, generation: 2, protection: 'passphrase', content: { content: 1, accounts: golden.accounts } },
    });
  });

  it('opens with node:crypto and the documented format alone', async () => {
    const body = await openIndependently(golden.copies.vb, derivedFrom(golden.passphrase));
    expect(body).toEqual({ content: 1, n: 3, accounts: golden.accounts, trash: [], groups: [], settings: {} });
  });

  it('gives open:vault the same four answers', async () => {
    const { copies, passphrase } = golden;
    expect(await openCopies(copies, passphrase)).toEqual({ answer: 'ok', epoch: 1, generation: 2, accounts: 3 });
    expect(await openCopies(copies, 'another one')).toEqual({ answer: 'wrong-passphrase' });
    const damaged = { ...copies, vb: copies.vb.replace('"ct":"', '"ct":"A') };
    expect(await openCopies(damaged, passphrase)).toEqual({ answer: 'ok', epoch: 1, generation: 1, accounts: 2 });
    expect(await openCopies({ hw: copies.hw }, passphrase)).toEqual({ answer: 'damaged' });
  });
});

describe('the frozen vault of this device', () => {
  const { deviceKey, copies, accounts, trash, settings } = goldenDevice;

  it('opens with the product, by either copy of its key', async () => {
    for (const kept of [
      [deviceKey, undefined],
      [undefined, deviceKey],
    ]) {
      const domain = new MemoryDomain();
      await domain.set(copies);
      const cells = kept.map((stored) => new MemoryCell(stored));
      const unlocked = await unlockOnDevice(portsOver(domain, cells));
      if (!unlocked.ok) throw new Error(unlocked.error.kind);
      const { content, ...opened } = unlocked.value;
      expect(opened).toMatchObject({ epoch: 1, generation: 2, protection: 'device', isReadOnly: false });
      expect(content).toEqual({ content: 1, accounts, trash, groups: [], settings });
      expect(trashedAccounts(content)).toEqual(trash);
      expect(readLockAfter(content)).toBe('1-hour');
      expect(cells.map(({ stored }) => stored)).toEqual([deviceKey, deviceKey]);
    }
  });

  it('opens with node:crypto and the documented format alone', async () => {
    const body = await openIndependently(copies.vb, async () => fromBase64(deviceKey));
    expect(body).toEqual({ content: 1, n: 2, accounts, trash, groups: [], settings });
  });

  it('is said by open:vault to have no passphrase', async () => {
    expect(await openCopies(copies, 'any passphrase')).toEqual({ answer: 'no-passphrase' });
  });
});

describe('the frozen vault with groups, pins, notes, a picture and sites', () => {
  const { deviceKey, copies, content } = arranged;

  it('opens with the product, with all a person arranged', async () => {
    const domain = new MemoryDomain();
    await domain.set(copies);
    const unlocked = await unlockOnDevice(portsOver(domain, [new MemoryCell(deviceKey), new MemoryCell(deviceKey)]));
    if (!unlocked.ok) throw new Error(unlocked.error.kind);
    const opened = unlocked.value.content;
    expect(opened).toEqual(content);
    expect(groupsOf(opened).map(({ name }) => name)).toEqual(['Arbeit & Verein', '家']);
    const [first, second] = opened.accounts;
    expect(opened.accounts.map(({ issuer }) => issuer)).toEqual(['Zug', 'Grünes Brett', 'Möwe']);
    expect(first?.unverified).toBe(true);
    expect(second && groupIdOf(opened, second)).toBe(groupsOf(opened)[0]?.id);
    expect(second?.notes).toBe('Zwei Zeilen:\n„hinten links“');
    expect(second?.icon).toMatch(/^data:image\/png/);
    expect(second === undefined ? [] : sitesOf(second)).toHaveLength(2);
    expect(opened.accounts.map(({ pinned }) => pinned === true)).toEqual([false, false, true]);
    expect(trashedAccounts(opened).map(({ groupId }) => groupId)).toEqual([groupsOf(opened)[0]?.id]);
  });

  it('opens with node:crypto and the documented format alone', async () => {
    expect(await openIndependently(copies.vb, async () => fromBase64(deviceKey))).toEqual({ ...content, n: 3 });
  });
});
