/**
 * The backup file: one record, sealed under a key of its own that one passphrase opens. It has no part of the vault's key,
 * so that neither opens the other. It counts as made only after it was opened again from its text.
 */
import { err, ok, type Result } from '../result';
import { type FileRecords, findRecords } from './backup-records';
import { hasSameBytes, randomBytes } from './bytes';
import { KEY_BYTES } from './ciphers';
import { encodeContent, type VaultContent } from './content';
import { type DoorFailure, doorsOf, type OpenedBackup, openDoor } from './doors';
import { isArgon2idSlot } from './header';
import type { Argon2id } from './kdf';
import { passphraseProblem } from './passphrase';
import { sealRecord } from './record';
import { unwrapWithPassphrase, wrapUnderPassphrase } from './slots';

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
  const doors = doorsOf(found.value.intact, isArgon2idSlot);
  if (doors.length === 0) return err({ kind: kindWithoutDoor(found.value) });
  // No backup was made with a passphrase this short, and Argon2id itself refuses the shortest.
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'wrong-passphrase' });
  const failures = new Set<DoorFailure>();
  for (const door of doors.slice(0, MAX_SLOTS)) {
    const opened = await openDoor(door, (slot, place) => unwrapWithPassphrase(argon2id, passphrase, slot, place));
    if (opened.ok) return opened;
    failures.add(opened.error.kind);
  }
  return err({ kind: ANSWERS.find(([failure]) => failures.has(failure))?.[1] ?? 'damaged' });
}

/** What the failures of several slots come to: the first that is among them. */
const ANSWERS: readonly (readonly [DoorFailure, OpenBackupFailure['kind']])[] = [
  ['kdf-failed', 'kdf-failed'],
  // The passphrase was the right one there.
  ['body-refused', 'damaged'],
  ['refused', 'wrong-passphrase'],
];

function kindWithoutDoor({ intact, hasNewer }: FileRecords): 'newer' | 'no-passphrase' | 'damaged' {
  if (hasNewer) return 'newer';
  return intact.length > 0 ? 'no-passphrase' : 'damaged';
}
