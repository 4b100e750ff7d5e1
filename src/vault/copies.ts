/** The two copies of the record in the local domain, each read by itself, and which of them counts. */
import { err, ok, type Result } from '../result';
import { isCount, isJsonObject, parseJson } from './json';
import { readRecord, type SealedRecord } from './record';
import type { LocalDomain } from './storage';

export const COPY_KEYS = ['va', 'vb'] as const;
export const MARK_KEY = 'hw';
export type CopyKey = (typeof COPY_KEYS)[number];

export interface Copy {
  readonly key: CopyKey;
  /** The stored value; undefined where there is none, or where reading it failed. */
  readonly stored: unknown;
  readonly state: 'intact' | 'missing' | 'damaged' | 'newer' | 'unreadable';
  /** With `intact` only. */
  readonly record: SealedRecord | undefined;
}

export interface IntactCopy extends Copy {
  readonly record: SealedRecord;
}

export type CopiesFailure = { readonly kind: 'absent' | 'damaged' | 'newer' | 'storage-failed' };

export async function readCopies(local: LocalDomain): Promise<readonly Copy[]> {
  return await Promise.all(COPY_KEYS.map((key) => readTwiceIfNeeded(local, key)));
}

/** A copy that is not intact may be written over next, so it is not given up for one failed read. */
async function readTwiceIfNeeded(local: LocalDomain, key: CopyKey): Promise<Copy> {
  const first = await readCopy(local, key);
  return first.state === 'intact' ? first : await readCopy(local, key);
}

async function readCopy(local: LocalDomain, key: CopyKey): Promise<Copy> {
  let stored: unknown;
  try {
    stored = await local.get(key);
  } catch {
    return { key, stored: undefined, state: 'unreadable', record: undefined };
  }
  if (stored === undefined) return { key, stored, state: 'missing', record: undefined };
  const read = await readRecord(stored);
  if (!read.ok) return { key, stored, state: read.error.kind, record: undefined };
  return { key, stored, state: 'intact', record: read.value };
}

/**
 * The intact copies of the current vault, highest epoch and generation first; at least one. Any trace of a vault is
 * never `absent`, and a newer record anywhere keeps this version's hands off everything.
 */
export async function requireIntact(
  local: LocalDomain,
  copies: readonly Copy[],
): Promise<Result<readonly IntactCopy[], CopiesFailure>> {
  if (copies.some(({ state }) => state === 'newer')) return err({ kind: 'newer' });
  const intact = copies.filter(isIntact);
  if (intact.length === 0) return err(await nothingIntact(local, copies));
  const vault = await currentVault(local, intact);
  return ok(intact.filter(({ record }) => record.header.vault === vault).sort(newestFirst));
}

/** Another copy of the same generation is as good: the one named first stays first. */
function newestFirst(a: IntactCopy, b: IntactCopy): number {
  return b.record.header.epoch - a.record.header.epoch || b.record.header.gen - a.record.header.gen;
}

function isIntact(copy: Copy): copy is IntactCopy {
  return copy.record !== undefined;
}

async function nothingIntact(local: LocalDomain, copies: readonly Copy[]): Promise<CopiesFailure> {
  if (copies.some(({ state }) => state === 'unreadable')) return { kind: 'storage-failed' };
  if (copies.some(({ state }) => state === 'damaged')) return { kind: 'damaged' };
  try {
    return { kind: (await local.get(MARK_KEY)) === undefined ? 'absent' : 'damaged' };
  } catch {
    return { kind: 'storage-failed' };
  }
}

/** Copies of different vaults are not compared by generation: the mark names the current one, else the last one sealed is. */
async function currentVault(local: LocalDomain, intact: readonly IntactCopy[]): Promise<string | undefined> {
  const vaults = new Set(intact.map(({ record }) => record.header.vault));
  const [newest] = [...intact].sort((a, b) => b.record.header.ts - a.record.header.ts);
  if (vaults.size === 1) return newest?.record.header.vault;
  const mark = await readMark(local);
  return mark.ok && mark.value !== undefined && vaults.has(mark.value.vault)
    ? mark.value.vault
    : newest?.record.header.vault;
}

/** The last generation ever written, as far as anyone remembers: a hint, never a gate for opening. */
export interface Mark {
  readonly vault: string;
  readonly epoch: number;
  readonly gen: number;
}

/** Undefined where there is no mark or it is damaged. */
export async function readMark(
  local: LocalDomain,
): Promise<Result<Mark | undefined, { readonly kind: 'storage-failed' }>> {
  let stored: unknown;
  try {
    stored = await local.get(MARK_KEY);
  } catch {
    return err({ kind: 'storage-failed' });
  }
  const parsed = typeof stored === 'string' ? parseJson(stored) : ok(stored);
  return ok(parsed.ok && isMark(parsed.value) ? parsed.value : undefined);
}

export function markText({ vault, epoch, gen }: Mark): string {
  return JSON.stringify({ vault, epoch, gen });
}

function isMark(value: unknown): value is Mark {
  return isJsonObject(value) && typeof value['vault'] === 'string' && isCount(value['epoch']) && isCount(value['gen']);
}
