/** The one write of the vault: record and mark in a single `set`, which counts only after it was read back and opened. */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { hasSameBytes } from './bytes';
import { encodeContent, type VaultContent } from './content';
import { type CopyKey, MARK_KEY, markText } from './copies';
import type { Header } from './header';
import { openRecord, readRecord, sealRecord } from './record';
import type { LocalDomain } from './storage';

export type WriteFailure = { readonly kind: 'storage-failed' | 'read-back-failed' };
export type CommitFailure = WriteFailure | { readonly kind: 'read-only' };

/** Seals `content` into the copies named by `keys`, and keeps `setAside` with it. */
export async function writeRecord(
  local: LocalDomain,
  keys: readonly CopyKey[],
  vaultKey: Bytes,
  described: Omit<Header, 'v' | 'bs' | 'cipher'>,
  content: VaultContent,
  setAside: Readonly<Record<string, unknown>> = {},
): Promise<Result<void, WriteFailure>> {
  const sealed = await sealRecord(vaultKey, described, content);
  try {
    const copies = Object.fromEntries(keys.map((key) => [key, sealed]));
    await local.set({ ...setAside, ...copies, [MARK_KEY]: markText(described) });
  } catch {
    return err({ kind: 'storage-failed' });
  }
  const there = await Promise.all(keys.map((key) => isThere(local, key, vaultKey, content)));
  return there.every(Boolean) ? ok(undefined) : err({ kind: 'read-back-failed' });
}

async function isThere(local: LocalDomain, key: CopyKey, vaultKey: Bytes, content: VaultContent): Promise<boolean> {
  let stored: unknown;
  try {
    stored = await local.get(key);
  } catch {
    return false;
  }
  const record = await readRecord(stored);
  if (!record.ok) return false;
  const opened = await openRecord(vaultKey, record.value);
  return opened.ok && hasSameBytes(encodeContent(opened.value), encodeContent(content));
}
