/** The one write of the vault: record and mark in a single `set`, which counts only after it was read back and opened. */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { hasSameBytes } from './bytes';
import { encodeContent, type VaultContent } from './content';
import { type CopyKey, MARK_KEY, type Mark, markText } from './copies';
import { openRecord, readRecord } from './record';
import type { LocalDomain } from './storage';

export type WriteFailure = { readonly kind: 'storage-failed' | 'read-back-failed' };
export type CommitFailure = WriteFailure | { readonly kind: 'read-only' };

/** A sealed record and what must come out of it again. */
export interface NewRecord {
  readonly sealed: string;
  readonly mark: Mark;
  readonly vaultKey: Bytes;
  readonly content: VaultContent;
}

/** Writes the record into the copies named by `keys`, and keeps `setAside` with it. */
export async function writeRecord(
  local: LocalDomain,
  keys: readonly CopyKey[],
  record: NewRecord,
  setAside: Readonly<Record<string, unknown>> = {},
): Promise<Result<void, WriteFailure>> {
  try {
    await local.set({ ...setAside, ...itemsOf(keys, record.sealed, record.mark) });
  } catch {
    return err({ kind: 'storage-failed' });
  }
  const there = await Promise.all(keys.map((key) => isThere(local, key, record)));
  return there.every(Boolean) ? ok(undefined) : err({ kind: 'read-back-failed' });
}

/** What one `set` stores: the same record under every key, and the mark of it. */
export function itemsOf(keys: readonly CopyKey[], sealed: unknown, mark: Mark): Record<string, unknown> {
  return { ...Object.fromEntries(keys.map((key) => [key, sealed])), [MARK_KEY]: markText(mark) };
}

async function isThere(local: LocalDomain, key: CopyKey, { vaultKey, content }: NewRecord): Promise<boolean> {
  try {
    return await opensTo(await local.get(key), vaultKey, content);
  } catch {
    return false;
  }
}

/** Whether a stored value is a record that this key opens to exactly this content. */
export async function opensTo(stored: unknown, vaultKey: Bytes, content: VaultContent): Promise<boolean> {
  const record = await readRecord(stored);
  if (!record.ok) return false;
  const opened = await openRecord(vaultKey, record.value);
  return opened.ok && hasSameBytes(encodeContent(opened.value), encodeContent(content));
}
