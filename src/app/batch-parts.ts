/** Which parts of an export have come in. Pure, and without secrets: numbers only. */
import type { MigrationBatch } from '../importers/google-migration';

export interface KnownBatch {
  readonly id: number;
  readonly size: number;
  /** Indices from 0, in the order in which they came. */
  readonly seen: readonly number[];
  /** How many accounts the parts seen held. */
  readonly accounts: number;
  /** When the last part came. */
  readonly atMs: number;
}

/** What is stored, as far as it is what was written, and not from before `sinceMs`. */
export function readKnown(stored: unknown, sinceMs: number): readonly KnownBatch[] {
  return Array.isArray(stored) ? stored.filter(isKnownBatch).filter(({ atMs }) => atMs >= sinceMs) : [];
}

/** Indices from 0, in order. */
export function missingParts({ size, seen }: Pick<KnownBatch, 'size' | 'seen'>): readonly number[] {
  return Array.from({ length: size }, (_, index) => index).filter((index) => !seen.includes(index));
}

/** An id of 0 is none at all: two exports that share it need not be the same. */
export function isSeen(known: readonly KnownBatch[], batch: MigrationBatch): boolean {
  return batch.id !== 0 && (find(known, batch)?.seen.includes(batch.index) ?? false);
}

export function withPart(
  known: readonly KnownBatch[],
  { id, index, size }: MigrationBatch,
  accounts: number,
  nowMs: number,
): readonly KnownBatch[] {
  const before = find(known, { id, size });
  const seen = before?.seen ?? [];
  const after = {
    id,
    size,
    seen: seen.includes(index) ? seen : [...seen, index],
    accounts: (before?.accounts ?? 0) + accounts,
    atMs: nowMs,
  };
  return [...known.filter((one) => one !== before), after];
}

export function missingOf(known: readonly KnownBatch[], batch: Omit<MigrationBatch, 'index'>): readonly number[] {
  return missingParts(find(known, batch) ?? { size: batch.size, seen: [] });
}

function find(known: readonly KnownBatch[], batch: Omit<MigrationBatch, 'index'>): KnownBatch | undefined {
  return known.find(({ id, size }) => id === batch.id && size === batch.size);
}

function isKnownBatch(value: unknown): value is KnownBatch {
  if (typeof value !== 'object' || value === null) return false;
  const { id, size, seen, accounts, atMs } = value as Partial<Record<keyof KnownBatch, unknown>>;
  const isSize = Number.isInteger(size) && Number(size) >= 1 && Number(size) <= 100;
  return isSize && [id, accounts].every(Number.isInteger) && Number.isFinite(atMs) && isIndices(seen, Number(size));
}

function isIndices(value: unknown, size: number): boolean {
  return Array.isArray(value) && value.every((index) => Number.isInteger(index) && index >= 0 && index < size);
}
