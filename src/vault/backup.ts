/**
 * The backup file: one record, sealed under a key of its own that one passphrase opens. It has no part of the vault's key,
 * so that neither opens the other. It counts as made only after it was opened again from its text.
 */
import { err, ok, type Result } from '../result';
import { type FileRecords, findRecords } from './backup-records';
import { hasSameBytes, randomBytes } from './bytes';
import { KEY_BYTES } from './ciphers';
import { CONTENT_VERSION, encodeContent, type VaultContent } from './content';
import { type Argon2idSlot, isArgon2idSlot } from './header';
import type { Argon2id } from './kdf';
import { isShallow } from './nesting';
import { passphraseProblem } from './passphrase';
import { openRecord, type SealedRecord, sealRecord } from './record';
import { type Place, unwrapWithPassphrase, wrapUnderPassphrase } from './slots';

export type SealBackupFailure = { readonly kind: 'passphrase-too-short' | 'kdf-failed' | 'backup-unproven' };

export type OpenBackupFailure = {
  readonly kind:
    | 'too-large'
    | 'not-a-backup'
    | 'damaged'
    | 'newer'
    | 'no-passphrase'
    | 'wrong-passphrase'
    | 'kdf-failed';
};

export interface SealedFrom {
  readonly passphrase: string;
  readonly vaultId: string;
  readonly epoch: number;
  readonly generation: number;
  readonly content: VaultContent;
}

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

/** No version nests deeper than four levels. Much deeper, and the content could be read but not written again. */
const MAX_LEVELS = 64;
/** Every one may cost a gibibyte and minutes. The most that a bundle of ours can hold is one for each record in it. */
const MAX_SLOTS = 16;

/** The text of the file. `backup-unproven`: what came out of it again is not, byte for byte, what went in. */
export async function sealBackup(
  { argon2id, nowMs }: { readonly argon2id: Argon2id; readonly nowMs: () => number },
  { passphrase, vaultId, epoch, generation, content }: SealedFrom,
): Promise<Result<string, SealBackupFailure>> {
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'passphrase-too-short' });
  const key = randomBytes(KEY_BYTES);
  const place = { vault: vaultId, epoch };
  const slot = await wrapUnderPassphrase(argon2id, passphrase, key, place);
  if (!slot.ok) return slot;
  const text = await sealRecord(key, { ...place, gen: generation, ts: nowMs(), slots: [slot.value] }, content);
  key.fill(0);
  const opened = await openBackup({ argon2id }, text, passphrase);
  if (opened.ok && hasSameBytes(encodeContent(opened.value.content), encodeContent(content))) return ok(text);
  return err({ kind: !opened.ok && opened.error.kind === 'kdf-failed' ? 'kdf-failed' : 'backup-unproven' });
}

/**
 * What a file's text holds: a backup, or the newest record of a bundle of stored bytes that the passphrase opens. Only an
 * intact slot that refuses means `wrong-passphrase`; `damaged`: it is ours, and nothing in it is intact; `no-passphrase`:
 * what is intact opens on its own device only. Nothing is computed for a slot whose cost is above the caps.
 */
export async function openBackup(
  { argon2id }: { readonly argon2id: Argon2id },
  text: string,
  passphrase: string,
): Promise<Result<OpenedBackup, OpenBackupFailure>> {
  const found = await findRecords(text);
  if (!found.ok) return found;
  const doors = doorsOf(found.value.intact);
  if (doors.length === 0) return err({ kind: kindWithoutDoor(found.value) });
  // No backup was made with a passphrase this short, and Argon2id itself refuses the shortest.
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'wrong-passphrase' });
  const failures = new Set<DoorFailure>();
  for (const door of doors.slice(0, MAX_SLOTS)) {
    const opened = await openDoor(argon2id, passphrase, door);
    if (opened.ok) return opened;
    failures.add(opened.error.kind);
  }
  return err({ kind: ANSWERS.find(([failure]) => failures.has(failure))?.[1] ?? 'damaged' });
}

type DoorFailure = 'refused' | 'damaged' | 'body-refused' | 'kdf-failed';

/** What the failures of several slots come to: the first that is among them. */
const ANSWERS: readonly (readonly [DoorFailure, OpenBackupFailure['kind']])[] = [
  ['kdf-failed', 'kdf-failed'],
  // The passphrase was the right one there.
  ['body-refused', 'damaged'],
  ['refused', 'wrong-passphrase'],
];

/** A slot, and the records that the key in it seals, newest first. */
interface Door {
  readonly slot: Argon2idSlot;
  readonly place: Place;
  readonly records: SealedRecord[];
}

/** Each slot once, those of the newest record first. */
function doorsOf(records: readonly SealedRecord[]): readonly Door[] {
  const doors = new Map<string, Door>();
  for (const record of records) {
    const { vault, epoch, slots } = record.header;
    for (const slot of slots.filter(isArgon2idSlot)) {
      const key = JSON.stringify([vault, epoch, slot]);
      const door = doors.get(key) ?? { slot, place: { vault, epoch }, records: [] };
      door.records.push(record);
      doors.set(key, door);
    }
  }
  return [...doors.values()];
}

function kindWithoutDoor({ intact, hasNewer }: FileRecords): 'newer' | 'no-passphrase' | 'damaged' {
  if (hasNewer) return 'newer';
  return intact.length > 0 ? 'no-passphrase' : 'damaged';
}

async function openDoor(
  argon2id: Argon2id,
  passphrase: string,
  { slot, place, records }: Door,
): Promise<Result<OpenedBackup, { readonly kind: DoorFailure }>> {
  const key = await unwrapWithPassphrase(argon2id, passphrase, slot, place);
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
