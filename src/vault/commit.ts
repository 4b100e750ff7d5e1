/**
 * The one write of the vault: one `set` of the local domain, which counts only after it was read back and opened, then one
 * transaction of the mirror.
 */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { hasSameBytes } from './bytes';
import { encodeContent, type VaultContent } from './content';
import { type CopyKey, MIRROR_KEY, NO_SNAPSHOTS, SNAPSHOT_KEYS } from './copies';
import { MARK_KEY, type Mark, markText } from './mark';
import { openRecord, readRecord } from './record';
import type { Domain, Domains } from './storage';

export type WriteFailure = { readonly kind: 'storage-failed' | 'storage-full' | 'read-back-failed' };
/** `superseded`: the key opens an older state, and beside it stands one of a newer key, which must not be written over. */
export type NotWritable = { readonly kind: 'read-only' | 'superseded' };
export type CommitFailure = WriteFailure | NotWritable;

/** A sealed record and what must come out of it again. */
export interface NewRecord {
  readonly sealed: string;
  readonly mark: Mark;
  readonly vaultKey: Bytes;
  readonly content: VaultContent;
}

export interface Write {
  readonly record: NewRecord;
  /** The copies that become this record. */
  readonly keys: readonly CopyKey[];
  /** Strings written with it, or `null` to take one away; read back as well. */
  readonly beside?: Readonly<Record<string, string | null>>;
  /** Written with it where there is room. */
  readonly snapshot?: Readonly<Record<string, string>>;
  /** The snapshots are all that is left of the vault, and make room for nothing. */
  readonly needsSnapshots?: boolean;
  /** The record before this one, which the mirror keeps behind it. */
  readonly previous?: string;
}

/** What a write that counts tells of the mirror: false where it could not follow. */
export interface Written {
  readonly isMirrored: boolean;
}

export async function writeRecord(domains: Domains, write: Write): Promise<Result<Written, WriteFailure>> {
  const { record, keys, previous } = write;
  const set = await setLocal(domains.local, write);
  if (!set.ok) return set;
  const there = [isKept(domains.local, write.beside), ...keys.map((key) => isThere(domains.local, key, record))];
  if (!(await Promise.all(there)).every(Boolean)) return err({ kind: 'read-back-failed' });
  const records = previous === undefined ? [record.sealed] : [record.sealed, previous];
  return ok({ isMirrored: await writeMirror(domains.mirror, records, record.mark) });
}

/** Whether both, records and mark, are written. */
export async function writeMirror(mirror: Domain, records: readonly string[], mark: Mark): Promise<boolean> {
  try {
    await mirror.set({ [MIRROR_KEY]: records, [MARK_KEY]: markText(mark) });
    return true;
  } catch {
    return false;
  }
}

/** What one `set` stores: the same record under every key, and the mark of it. */
export function itemsOf(keys: readonly CopyKey[], sealed: unknown, mark: Mark): Record<string, unknown> {
  return { ...Object.fromEntries(keys.map((key) => [key, sealed])), [MARK_KEY]: markText(mark) };
}

/** A write that fails is tried without its snapshot; where the disk is full, the older snapshots make room for it. */
async function setLocal(
  local: Domain,
  { record, keys, beside, snapshot, needsSnapshots }: Write,
): Promise<Result<void, WriteFailure>> {
  const needed = { ...beside, ...itemsOf(keys, record.sealed, record.mark) };
  const first = await trySet(local, { ...snapshot, ...needed });
  if (first.ok) return first;
  const second = snapshot === undefined ? first : await trySet(local, needed);
  const mustStay = needsSnapshots || SNAPSHOT_KEYS.some((key) => key in needed);
  if (second.ok || second.error.kind !== 'storage-full' || mustStay) return second;
  // In the same write: where even that is refused, the snapshots stay.
  return await trySet(local, { ...NO_SNAPSHOTS, ...needed });
}

export async function trySet(
  local: Domain,
  items: Record<string, unknown>,
): Promise<Result<void, { readonly kind: 'storage-failed' | 'storage-full' }>> {
  try {
    await local.set(items);
    return ok(undefined);
  } catch (error) {
    return err({ kind: /quota|no.?space|disk.*full/i.test(String(error)) ? 'storage-full' : 'storage-failed' });
  }
}

async function isKept(local: Domain, items: Write['beside'] = {}): Promise<boolean> {
  try {
    const kept = Object.entries(items).map(async ([key, value]) => ((await local.get(key)) ?? null) === value);
    return (await Promise.all(kept)).every(Boolean);
  } catch {
    return false;
  }
}

/** The very record that was written: under the same key an older one may hold the same content, behind another passphrase. */
async function isThere(local: Domain, key: CopyKey, { sealed, vaultKey, content }: NewRecord): Promise<boolean> {
  try {
    const stored = await local.get(key);
    return stored === sealed && (await opensTo(stored, vaultKey, content));
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
