/**
 * The parts of an export, which come in one scan at a time while the popup closes between them. What has come is kept in
 * `storage.session` beside what waits to be saved: for as long, and until every part is there and nothing waits.
 */
import type { Migration } from '../importers/google-migration';
import { exclusive } from '../platform/exclusive';
import { readStored, removeStored, writeStored } from '../platform/storage';
import { isSeen, type KnownBatch, missingOf, missingParts, readKnown, withPart } from './batch-parts';
import { BATCHES_KEY } from './names';
import { addPending, addPendingUnderLock, hasPending, PENDING_MS } from './pending';

export interface ReceivedPart {
  /** The parts of the same export that have not come yet, counted from 0. */
  readonly missing: readonly number[];
  /** This part had come before, so nothing of it was added. */
  readonly isRepeated: boolean;
  /** How many accounts wait anew. */
  readonly added: number;
}

export interface BatchProgress {
  readonly id: number;
  readonly size: number;
  readonly seen: readonly number[];
  readonly missing: readonly number[];
}

/** `again` adds also what had come before, for a person who discarded it. An export that names no part is always added. */
export async function addPart(migration: Migration, nowMs: number, again = false): Promise<ReceivedPart> {
  const { batch } = migration;
  // An export says nothing of the sites: the page that shows it is none of them.
  const accounts = migration.accounts.map((account) => ({ account }));
  if (batch === undefined) {
    await addPending(accounts, nowMs);
    return { missing: [], isRepeated: false, added: accounts.length };
  }
  return await exclusive(async () => {
    const known = await readCurrent(nowMs);
    if (!again && isSeen(known, batch)) return { missing: missingOf(known, batch), isRepeated: true, added: 0 };
    // The accounts first: a part counts only once they wait.
    await addPendingUnderLock(accounts, nowMs);
    const after = withPart(known, batch, accounts.length, nowMs);
    await writeStored('session', { [BATCHES_KEY]: after });
    return { missing: missingOf(after, batch), isRepeated: false, added: accounts.length };
  });
}

/** Exports of which something has come, the latest last; also whole ones while something waits. */
export async function readBatches(nowMs: number): Promise<readonly BatchProgress[]> {
  const known = await readCurrent(nowMs);
  return known.map(({ id, size, seen }) => ({ id, size, seen, missing: missingParts({ size, seen }) }));
}

/** Where nothing waits any more, nothing has come: every part can be scanned anew. */
export async function forgetBatches(nowMs: number): Promise<void> {
  await exclusive(async () => {
    if (!(await hasPending(nowMs))) await removeStored('session', [BATCHES_KEY]);
  });
}

async function readCurrent(nowMs: number): Promise<readonly KnownBatch[]> {
  const known = readKnown(await readStored('session', BATCHES_KEY), nowMs - PENDING_MS);
  return (await hasPending(nowMs)) ? known : known.filter((batch) => missingParts(batch).length > 0);
}
