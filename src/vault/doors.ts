/** The doors of several records: each slot of a kind once, with what its key seals, so that no passphrase is tried twice. */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { CONTENT_VERSION, type VaultContent } from './content';
import type { Slot } from './header';
import { isShallow } from './nesting';
import { openRecord, type SealedRecord } from './record';
import type { Place, SlotFailure } from './slots';

/** What a backup, or a vault that was set aside, turned out to hold. */
export interface OpenedBackup {
  /** Milliseconds since 1970 when it was sealed. */
  readonly atMs: number;
  /** The vault it was made of, and its generation then. */
  readonly vaultId: string;
  readonly epoch: number;
  readonly generation: number;
  readonly content: VaultContent;
  /** Written by a newer Halfminute: there may be more to an account than this version knows. */
  readonly isNewer: boolean;
}

/** A slot, and the records that the key in it seals, newest first. */
export interface Door<S extends Slot> {
  readonly slot: S;
  readonly place: Place;
  readonly records: SealedRecord[];
}

/** `body-refused`: the slot opened, and nothing that its key seals did. */
export type DoorFailure = SlotFailure['kind'] | 'body-refused';

/** No version nests deeper than four levels. Much deeper, and the content could be read but not written again. */
const MAX_LEVELS = 64;

/** In the order of the records. */
export function doorsOf<S extends Slot>(
  records: readonly SealedRecord[],
  isOfKind: (slot: Slot) => slot is S,
): readonly Door<S>[] {
  const doors = new Map<string, Door<S>>();
  for (const record of records) {
    const { vault, epoch, slots } = record.header;
    for (const slot of slots.filter(isOfKind)) {
      const key = JSON.stringify([vault, epoch, slot]);
      const door = doors.get(key) ?? { slot, place: { vault, epoch }, records: [] };
      door.records.push(record);
      doors.set(key, door);
    }
  }
  return [...doors.values()];
}

/** The newest record behind the door that opens and could be written again. */
export async function openDoor<S extends Slot>(
  { slot, place, records }: Door<S>,
  unwrap: (slot: S, place: Place) => Promise<Result<Bytes, SlotFailure>>,
): Promise<Result<OpenedBackup, { readonly kind: DoorFailure }>> {
  const key = await unwrap(slot, place);
  if (!key.ok) return key;
  for (const record of records) {
    const content = await openRecord(key.value, record);
    if (content.ok && isShallow(content.value, MAX_LEVELS)) return ok(openedFrom(record, content.value));
  }
  return err({ kind: 'body-refused' });
}

function openedFrom({ header }: SealedRecord, content: VaultContent): OpenedBackup {
  const { vault, epoch, gen, ts } = header;
  const isNewer = content.content > CONTENT_VERSION;
  return { atMs: ts, vaultId: vault, epoch, generation: gen, content, isNewer };
}
