/**
 * Accounts scanned or pasted and not yet saved. A popup closes at any click, so they wait in `storage.session`: sealed
 * under the vault key while the vault is unlocked, else in memory only. They end when saved, discarded or after a day.
 */
import type { AccountDetails } from '../otp/otp';
import { readStored, removeStored, writeStored } from '../platform/storage';
import { type StoredAccount, storedFrom } from '../vault/account';
import type { Bytes } from '../vault/bytes';
import { openPending, sealPending } from '../vault/pending';

export const PENDING_KEY = 'pending';
const PENDING_MS = 24 * 60 * 60 * 1000;

interface StoredPending {
  readonly atMs: number;
  readonly text?: string;
  readonly sealed?: string;
}

/** What waits, oldest first. Nothing where it is too old, or sealed under another key than `vaultKey`. */
export async function readPending(vaultKey: Bytes | undefined, nowMs: number): Promise<readonly StoredAccount[]> {
  const stored = (await readStored('session', PENDING_KEY)) as StoredPending | undefined;
  if (stored === undefined) return [];
  if (nowMs - stored.atMs > PENDING_MS) {
    await removeStored('session', PENDING_KEY);
    return [];
  }
  const text = await pendingText(stored, vaultKey);
  return text === undefined ? [] : (JSON.parse(text) as StoredAccount[]);
}

/** Adds accounts behind those that already wait. */
export async function addPending(
  details: readonly AccountDetails[],
  vaultKey: Bytes | undefined,
  nowMs: number,
): Promise<void> {
  const added = details.map((account) => storedFrom(account, crypto.randomUUID(), nowMs));
  await writePending([...(await readPending(vaultKey, nowMs)), ...added], vaultKey, nowMs);
}

export async function dropPending(id: string, vaultKey: Bytes | undefined, nowMs: number): Promise<void> {
  const left = (await readPending(vaultKey, nowMs)).filter((account) => account.id !== id);
  await writePending(left, vaultKey, nowMs);
}

export async function writePending(
  accounts: readonly StoredAccount[],
  vaultKey: Bytes | undefined,
  nowMs: number,
): Promise<void> {
  if (accounts.length === 0) return await removeStored('session', PENDING_KEY);
  const text = JSON.stringify(accounts);
  const kept = vaultKey === undefined ? { text } : { sealed: await sealPending(vaultKey, text) };
  await writeStored('session', { [PENDING_KEY]: { atMs: nowMs, ...kept } satisfies StoredPending });
}

async function pendingText(stored: StoredPending, vaultKey: Bytes | undefined): Promise<string | undefined> {
  if (stored.sealed === undefined) return stored.text;
  if (vaultKey === undefined) return undefined;
  const opened = await openPending(vaultKey, stored.sealed);
  return opened.ok ? opened.value : undefined;
}
