/** Vaults in storage as tests of damage start from, and what can be done to them. */
import { encodeBase64 } from '../../src/vault/base64';
import { type Bytes, utf8 } from '../../src/vault/bytes';
import { type Credential, createVault } from '../../src/vault/create';
import type { KeyCell } from '../../src/vault/storage';
import { commitVault, openVault } from '../../src/vault/vault';
import { accountNamed, MemoryCell, MemoryDomain, portsOver, withPassphrase } from './memory-domain';

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
