/**
 * Snapshots: whole records of earlier days in `s0` to `s4` of the local domain, each the stored text of a copy as it was
 * before a write. They are taken before the first write of a day and before many accounts come or go at once.
 */
import type { Bytes } from './bytes';
import { migratedFrom, type VaultContent } from './content';
import { SNAPSHOT_KEYS, type SnapshotKey } from './copies';
import type { Slot } from './header';
import { openRecord, sealRecord } from './record';
import type { Domain } from './storage';
import { type Intact, isIntact, readStoredRecord, type StoredRecord } from './stored-record';

const DAY_MS = 86_400_000;

export interface Snapshot extends StoredRecord {
  readonly key: SnapshotKey;
}
export type IntactSnapshot = Intact<Snapshot>;

export async function readSnapshots(local: Domain): Promise<readonly Snapshot[]> {
  return await Promise.all(SNAPSHOT_KEYS.map(async (key) => ({ key, ...(await readStoredRecord(local, key)) })));
}

/**
 * Before the first write of a day, before many accounts come or go at once, and before content of an older version is
 * written as today's. `lastMs`: when what would be kept was written. Days are those of UTC.
 */
export function isSnapshotDue(lastMs: number, nowMs: number, before: VaultContent, after: VaultContent): boolean {
  const isFirstOfDay = Math.floor(lastMs / DAY_MS) !== Math.floor(nowMs / DAY_MS);
  return isFirstOfDay || migratedFrom(before) !== undefined || isMany(before, after) || isMany(after, before);
}

/** Whether more than one account of `before` is not in `after`. */
function isMany(before: VaultContent, after: VaultContent): boolean {
  const ids = new Set(after.accounts.map(({ id }) => id));
  return before.accounts.filter(({ id }) => !ids.has(id)).length > 1;
}

/** Where the next snapshot goes: what holds none first, then the oldest. Nowhere where none could be read, or one is newer. */
export function placeForSnapshot(snapshots: readonly Snapshot[]): SnapshotKey | undefined {
  const usable = snapshots.filter(({ state }) => state !== 'unreadable' && state !== 'newer');
  const empty = usable.find((snapshot) => !isIntact(snapshot));
  const [oldest] = usable.filter(isIntact).sort((a, b) => a.record.header.ts - b.record.header.ts);
  return (empty ?? oldest)?.key;
}

/** How snapshots are sealed anew when what opens the vault changes. */
export interface Resealing {
  readonly vaultKey: Bytes;
  readonly newKey: Bytes;
  readonly epoch: number;
  readonly slots: readonly Slot[];
}

/**
 * What to store in place of each snapshot of the vault `vault`: the same content, date and generation under the new key.
 * `null` for one that can't be read or opened, since it might still open by what is given up. Those of other vaults are left
 * out.
 */
export async function resealSnapshots(
  snapshots: readonly Snapshot[],
  vault: string,
  resealing: Resealing,
): Promise<Record<string, string | null>> {
  const items: Record<string, string | null> = {};
  for (const snapshot of snapshots) {
    const { key, record, state } = snapshot;
    if (record?.header.vault === vault) items[key] = await resealed(snapshot as IntactSnapshot, resealing);
    else if (state === 'damaged' || state === 'unreadable') items[key] = null;
  }
  return items;
}

async function resealed({ record }: IntactSnapshot, resealing: Resealing): Promise<string | null> {
  const content = await openRecord(resealing.vaultKey, record);
  if (!content.ok) return null;
  const { v, bs, cipher, ...header } = record.header;
  const { newKey, epoch, slots } = resealing;
  return await sealRecord(newKey, { ...header, epoch, slots }, content.value);
}
