/**
 * Accounts scanned or pasted and not yet saved. A popup closes at any click, so they wait in `storage.session`: sealed
 * under the vault key while the vault is unlocked, else in memory only. Some may wait in either form at once, when the vault
 * locked itself between two of them. They end when saved, discarded or after a day.
 */
import type { AccountDetails } from '../otp/otp';
import { exclusive } from '../platform/exclusive';
import { readStored, removeStored, writeStored } from '../platform/storage';
import { type StoredAccount, storedFrom } from '../vault/account';
import type { Bytes } from '../vault/bytes';
import { openPending, sealPending } from '../vault/pending';

export const PENDING_KEY = 'pending';
const PENDING_MS = 24 * 60 * 60 * 1000;

type Waiting = readonly StoredAccount[];

interface StoredPending {
  readonly atMs: number;
  readonly sealed?: string;
  readonly text?: string;
}

/** What waits, oldest first, as far as `vaultKey` opens it. Nothing where it is too old. */
export async function readPending(vaultKey: Bytes | undefined, nowMs: number): Promise<Waiting> {
  const { sealed, text } = await readCurrent(nowMs);
  return [...(await opened(sealed, vaultKey)), ...parsed(text)];
}

/** Adds accounts behind those that already wait. */
export async function addPending(
  details: readonly AccountDetails[],
  vaultKey: Bytes | undefined,
  nowMs: number,
): Promise<void> {
  const added = details.map((account) => storedFrom(account, crypto.randomUUID(), nowMs));
  await change(vaultKey, nowMs, (waiting) => [...waiting, ...added]);
}

export async function dropPending(id: string, vaultKey: Bytes | undefined, nowMs: number): Promise<void> {
  await change(vaultKey, nowMs, (waiting) => waiting.filter((account) => account.id !== id));
}

/** Seals what waits in plain memory; what waits under `oldKey` comes along. */
export async function sealAllPending(vaultKey: Bytes, nowMs: number, oldKey: Bytes = vaultKey): Promise<void> {
  await exclusive(async () => await write(await readPending(oldKey, nowMs), vaultKey, undefined, nowMs));
}

/** Without a key, what is sealed stays as it is. */
async function change(
  vaultKey: Bytes | undefined,
  nowMs: number,
  operation: (waiting: Waiting) => Waiting,
): Promise<void> {
  await exclusive(async () => {
    const { sealed } = await readCurrent(nowMs);
    const left = operation(await readPending(vaultKey, nowMs));
    await write(left, vaultKey, vaultKey === undefined ? sealed : undefined, nowMs);
  });
}

async function write(
  waiting: Waiting,
  vaultKey: Bytes | undefined,
  untouched: string | undefined,
  nowMs: number,
): Promise<void> {
  if (waiting.length === 0 && untouched === undefined) return await removeStored('session', PENDING_KEY);
  const text = JSON.stringify(waiting);
  const kept: StoredPending =
    vaultKey !== undefined
      ? { atMs: nowMs, sealed: await sealPending(vaultKey, text) }
      : { atMs: nowMs, text, ...(untouched === undefined ? {} : { sealed: untouched }) };
  await writeStored('session', { [PENDING_KEY]: kept });
}

async function readCurrent(nowMs: number): Promise<Partial<StoredPending>> {
  const stored = (await readStored('session', PENDING_KEY)) as StoredPending | undefined;
  if (stored === undefined) return {};
  if (nowMs - stored.atMs <= PENDING_MS) return stored;
  await removeStored('session', PENDING_KEY);
  return {};
}

async function opened(sealed: string | undefined, vaultKey: Bytes | undefined): Promise<Waiting> {
  if (sealed === undefined || vaultKey === undefined) return [];
  const text = await openPending(vaultKey, sealed);
  return text.ok ? parsed(text.value) : [];
}

function parsed(text: string | undefined): Waiting {
  return text === undefined ? [] : (JSON.parse(text) as Waiting);
}
