/** Vaults in storage as tests of damage start from, and what can be done to them. */
import { encodeBase64 } from '../../src/vault/base64';
import { type Bytes, utf8 } from '../../src/vault/bytes';
import { commitVault } from '../../src/vault/change';
import { deriveKey, sealBytes } from '../../src/vault/ciphers';
import { type Credential, createVault } from '../../src/vault/create';
import type { Slot } from '../../src/vault/header';
import { canonicalJson } from '../../src/vault/json';
import { editAccount } from '../../src/vault/operations';
import { passphraseBytes } from '../../src/vault/passphrase';
import { openRecord, readRecord, sealRecord } from '../../src/vault/record';
import type { Place } from '../../src/vault/slots';
import type { KeyCell } from '../../src/vault/storage';
import { openVault } from '../../src/vault/vault';
import { type Disk, emptyDisk, portsOf } from './disk';
import {
  accountNamed,
  cheapArgon2id,
  MemoryCell,
  MemoryDomain,
  NOW_MS,
  PASSPHRASE,
  portsOver,
  withPassphrase,
} from './memory-domain';

export interface TwoGenerations {
  readonly domain: MemoryDomain;
  readonly vaultKey: Bytes;
}

/** `va` holds generation 1 with the account "first", `vb` generation 2 with "first" and "second". */
export async function twoGenerations(
  credential: Credential = withPassphrase(),
  cells: readonly KeyCell[] = [],
): Promise<TwoGenerations> {
  const domain = new MemoryDomain();
  const accounts = [accountNamed('first', 1)];
  const created = await createVault(portsOver(domain, cells), { credential, accounts });
  if (!created.ok) throw new Error(created.error.kind);
  const { vaultKey } = created.value;
  const committed = await addAccount(domain, vaultKey, 'second', 2);
  if (committed !== 'ok') throw new Error(committed);
  return { domain, vaultKey };
}

/** The same in the local domain alone: the mirror was lost. */
export async function twoGenerationsLocally(): Promise<TwoGenerations> {
  const stage = await twoGenerations();
  stage.domain.mirror.items.clear();
  return stage;
}

/** The same, opened by a key in two cells. */
export async function deviceVault(): Promise<TwoGenerations & { readonly cells: readonly [MemoryCell, MemoryCell] }> {
  const cells = [new MemoryCell(), new MemoryCell()] as const;
  return { ...(await twoGenerations({ kind: 'device' }, cells)), cells };
}

export async function deviceVaultLocally(): ReturnType<typeof deviceVault> {
  const stage = await deviceVault();
  stage.domain.mirror.items.clear();
  return stage;
}

export const DAY_MS = 86_400_000;

export interface FilledVault {
  readonly disk: Disk;
  readonly vaultKey: Bytes;
}

/** Two generations as above, on a disk with two cells. */
export async function filledVault(credential: Credential = withPassphrase()): Promise<FilledVault> {
  const { cells } = emptyDisk();
  const { domain, vaultKey } = await twoGenerations(credential, cells);
  return { disk: { domain, cells }, vaultKey };
}

/** The first write on each of so many later days: five take every place for a snapshot. */
export async function withSnapshotsOfDays(disk: Disk, vaultKey: Bytes, days = 5): Promise<void> {
  for (let day = 1; day <= days; day += 1) {
    const edit = { label: `second of day ${day}` };
    const ports = portsOf(disk, NOW_MS + day * DAY_MS);
    await commitVault(ports, vaultKey, (content) => editAccount(content, accountNamed('', 2).id, edit));
  }
}

/** The passphrase slot as an earlier version made it, at less than today's cost, in every copy there is. */
export async function withWeakSlot({ domain }: Disk, vaultKey: Bytes): Promise<void> {
  const record = await readRecord(domain.items.get('vb'));
  const content = record.ok ? await openRecord(vaultKey, record.value) : record;
  if (!record.ok || !content.ok) throw new Error('no record');
  const { v, bs, cipher, ...header } = record.value.header;
  const slots = [await weakSlot(vaultKey, header)];
  const sealed = await sealRecord(vaultKey, { ...header, slots }, content.value);
  await domain.set({ va: sealed, vb: sealed });
  await domain.mirror.set({ mirror: [sealed] });
}

async function weakSlot(vaultKey: Bytes, place: Place): Promise<Slot> {
  return await slotOfCost({ m: 32_768, t: 3, p: 1 }, vaultKey, place, PASSPHRASE);
}

/** A slot that names this cost; what it was derived at is the least there is, `{ m: 8, t: 1, p: 1 }`. */
export async function slotOfCost(
  cost: { readonly m: number; readonly t: number; readonly p: number },
  vaultKey: Bytes,
  { vault, epoch }: Place,
  passphrase: string,
): Promise<Slot> {
  const saltOfSlot = new Uint8Array(16).fill(5);
  const described = {
    ...{ id: '00000000-0000-4000-8000-00000000aaaa', kind: 'argon2id', ver: 19, ...cost },
    salt: encodeBase64(saltOfSlot),
  };
  const named = { memoryKib: cost.m, passes: cost.t, lanes: cost.p, salt: saltOfSlot };
  const input = await cheapArgon2id(passphraseBytes(passphrase), named);
  const salt = Uint8Array.from(Buffer.from(described.id.replaceAll('-', ''), 'hex'));
  const iv = new Uint8Array(12).fill(6);
  const associated = `halfminute/1 slot\n${vault}\n${epoch}\n${canonicalJson(described)}`;
  const wk = await sealBytes(await deriveKey(input, salt, 'halfminute/1 kek argon2id'), iv, vaultKey, associated);
  return { ...described, iv: encodeBase64(iv), wk: encodeBase64(wk) };
}

export async function addAccount(domain: MemoryDomain, vaultKey: Bytes, label: string, place: number): Promise<string> {
  const committed = await commitVault(portsOver(domain), vaultKey, (content) => ({
    ...content,
    accounts: [...content.accounts, accountNamed(label, place)],
  }));
  return committed.ok ? 'ok' : committed.error.kind;
}

/** The labels that open by key, or the kind of failure. */
export async function labelsIn(domain: MemoryDomain, vaultKey: Bytes): Promise<readonly string[] | string> {
  const opened = await openVault(domain, vaultKey);
  return opened.ok ? opened.value.content.accounts.map(({ label }) => label) : opened.error.kind;
}

/** Of the copy that opens by key. */
export async function generationIn(domain: MemoryDomain, vaultKey: Bytes): Promise<number> {
  const opened = await openVault(domain, vaultKey);
  return opened.ok ? opened.value.generation : Number.NaN;
}

/** The record again with another header and a `sum` that fits: what someone with the profile in hand can write. */
export async function withHeader(record: string, change: (header: Record<string, unknown>) => void): Promise<string> {
  const fields = JSON.parse(record) as Record<'h' | 'iv' | 'ct' | 'sum', string>;
  const header = JSON.parse(fields.h) as Record<string, unknown>;
  change(header);
  const h = JSON.stringify(header);
  const bytes = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const whole = new Uint8Array([...utf8(h), 0, ...bytes(fields.iv), ...bytes(fields.ct)]);
  const sum = encodeBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)));
  return JSON.stringify({ ...fields, h, sum });
}

/** Of a Halfminute whose envelope this one does not know. */
export async function newerRecord(): Promise<string> {
  const h = JSON.stringify({ v: 2, new: 'shape' });
  const fields = { h, iv: encodeBase64(new Uint8Array(12)), ct: encodeBase64(new Uint8Array([7])), extra: 1 };
  return await withHeader(JSON.stringify(fields), () => undefined);
}

/** What someone with the profile in hand may try. */
export const HEADER_CHANGES: readonly (readonly [string, (header: Record<string, unknown>) => void])[] = [
  ['vault', (header) => Object.assign(header, { vault: '00000000-0000-4000-8000-000000000000' })],
  ['epoch', (header) => Object.assign(header, { epoch: 2 })],
  ['gen', (header) => Object.assign(header, { gen: 900 })],
  ['ts', (header) => Object.assign(header, { ts: 1 })],
  ['bs', (header) => Object.assign(header, { bs: encodeBase64(new Uint8Array(32)) })],
  ['cipher', (header) => Object.assign(header, { cipher: 'none' })],
  ['slots', (header) => Object.assign(header, { slots: [] })],
  ['v', (header) => Object.assign(header, { v: 0 })],
  ['an added field', (header) => Object.assign(header, { more: 1 })],
];

/** Another value of the same shape; `kind` becomes `otherKind`. */
export function changeSlot(header: Record<string, unknown>, field: string, otherKind: string): void {
  const [slot] = header['slots'] as Record<string, unknown>[];
  if (slot === undefined) throw new Error('no slot');
  const value = slot[field];
  if (typeof value === 'number') slot[field] = value + 1;
  else if (field === 'kind') slot[field] = otherKind;
  else if (field === 'id') slot[field] = '00000000-0000-4000-8000-000000000000';
  else slot[field] = encodeBase64(new Uint8Array(atob(String(value)).length));
}

/** What was made, without what was said of the mirror: as an unlock answers it. */
export function vaultOf(made: Awaited<ReturnType<typeof createVault>>): object {
  if (!made.ok) throw new Error(made.error.kind);
  const { isMirrored: _, ...vault } = made.value;
  return { ok: true, value: vault };
}
