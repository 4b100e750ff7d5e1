/**
 * The vault key while unlocked: in `storage.session`, which lives in memory and ends with the browser. Its deadline is
 * checked at every access, so a stopped background or a suspended computer can't stretch it.
 */
import { readStored, removeStored, writeStored } from '../platform/storage';
import { decodeBase64, encodeBase64 } from '../vault/base64';
import type { Bytes } from '../vault/bytes';

export const SESSION_KEY = 'unlocked';
const UNLOCK_MS = 8 * 60 * 60 * 1000;
const CLOCK_SLACK_MS = 60_000;

interface StoredKey {
  readonly key: string;
  readonly deadline: number;
  readonly lastSeen: number;
}

export interface SessionKey {
  readonly vaultKey: Bytes;
  readonly deadlineMs: number;
}

/** The key, unless there is none, its time is over, or the clock was turned back to before it was last used. */
export async function findSessionKey(nowMs: number): Promise<SessionKey | undefined> {
  const stored = await readStored('session', SESSION_KEY);
  if (stored === undefined) return undefined;
  const key = isStoredKey(stored) && isCurrent(stored, nowMs) ? decodeBase64(stored.key) : undefined;
  if (!isStoredKey(stored) || !key?.ok) {
    await dropSessionKey();
    return undefined;
  }
  if (nowMs - stored.lastSeen > CLOCK_SLACK_MS)
    await writeStored('session', { [SESSION_KEY]: { ...stored, lastSeen: nowMs } });
  return { vaultKey: key.value, deadlineMs: stored.deadline };
}

/** Keeps the key for 8 hours at most; returns when that ends. */
export async function keepSessionKey(vaultKey: Uint8Array, nowMs: number): Promise<number> {
  const stored: StoredKey = { key: encodeBase64(vaultKey), deadline: nowMs + UNLOCK_MS, lastSeen: nowMs };
  await writeStored('session', { [SESSION_KEY]: stored });
  return stored.deadline;
}

export async function dropSessionKey(): Promise<void> {
  await removeStored('session', SESSION_KEY);
}

function isCurrent(stored: StoredKey, nowMs: number): boolean {
  return nowMs <= stored.deadline && nowMs >= stored.lastSeen - CLOCK_SLACK_MS;
}

function isStoredKey(value: unknown): value is StoredKey {
  const stored = value as Partial<StoredKey> | null;
  return (
    typeof stored === 'object' &&
    typeof stored?.key === 'string' &&
    Number.isSafeInteger(stored.deadline) &&
    Number.isSafeInteger(stored.lastSeen)
  );
}
