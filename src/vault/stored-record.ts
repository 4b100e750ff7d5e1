/** One stored value as a record: read by itself, and read again before it is given up. */
import { readRecord, type SealedRecord } from './record';
import type { Domain } from './storage';

export interface StoredRecord {
  /** The stored value; undefined where there is none, or where reading it failed. */
  readonly stored: unknown;
  readonly state: 'intact' | 'missing' | 'damaged' | 'newer' | 'unreadable';
  /** With `intact` only. */
  readonly record: SealedRecord | undefined;
}

export type Intact<R extends StoredRecord> = R & { readonly stored: string; readonly record: SealedRecord };

export const UNREADABLE: StoredRecord = { stored: undefined, state: 'unreadable', record: undefined };

/** What is not intact may be written over next, so it is not given up for one failed read. */
export async function readStoredRecord(domain: Domain, key: string): Promise<StoredRecord> {
  const first = await readOnce(domain, key);
  return first.state === 'intact' ? first : await readOnce(domain, key);
}

async function readOnce(domain: Domain, key: string): Promise<StoredRecord> {
  try {
    return await storedRecord(await domain.get(key));
  } catch {
    return UNREADABLE;
  }
}

/** `null` stands where a value was taken away in the same `set` that wrote others. */
export async function storedRecord(stored: unknown): Promise<StoredRecord> {
  if (stored === undefined || stored === null) return { stored: undefined, state: 'missing', record: undefined };
  const read = await readRecord(stored);
  return read.ok
    ? { stored, state: 'intact', record: read.value }
    : { stored, state: read.error.kind, record: undefined };
}

export function isIntact<R extends StoredRecord>(found: R): found is Intact<R> {
  return found.record !== undefined;
}
