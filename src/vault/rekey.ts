/**
 * Rekey: a new vault key under a passphrase, so that nothing that opened the vault until now opens it any more. Both copies
 * change in one `set`; whatever is not read back is put back as it was.
 */
import { err, ok, type Result } from '../result';
import { type Bytes, randomBytes } from './bytes';
import { KEY_BYTES } from './ciphers';
import { type CommitFailure, itemsOf, opensTo, writeRecord } from './commit';
import type { VaultContent } from './content';
import { COPY_KEYS } from './copies';
import { removeDeviceKey } from './device-key';
import { isArgon2idSlot } from './header';
import type { Argon2id } from './kdf';
import { passphraseProblem } from './passphrase';
import { readRecord, sealRecord } from './record';
import { unwrapWithPassphrase, wrapUnderPassphrase } from './slots';
import type { LocalDomain, VaultPorts } from './storage';
import type { UnlockedVault } from './unlock';
import { type OpenFailure, openedFrom, openForWriting, type WriteBase } from './vault';

export type RekeyFailure = OpenFailure | CommitFailure | { readonly kind: 'passphrase-too-short' | 'kdf-failed' };

/**
 * The same content under a new key, the next epoch and this passphrase alone; slots of other kinds wrapped the old key and
 * go. A failure means that the old key still opens what is stored. The device key is removed last: a crash before that
 * leaves a key that opens nothing.
 */
export async function rekeyUnderPassphrase(
  ports: VaultPorts,
  vaultKey: Bytes,
  passphrase: string,
): Promise<Result<UnlockedVault, RekeyFailure>> {
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'passphrase-too-short' });
  return await ports.exclusive(async () => {
    const base = await openForWriting(ports, vaultKey);
    if (!base.ok) return base;
    const { header, content, setAside } = base.value;
    const newKey = randomBytes(KEY_BYTES);
    const next = { ...header, epoch: header.epoch + 1, gen: header.gen + 1, ts: ports.nowMs() };
    const slot = await wrapUnderPassphrase(ports.argon2id, passphrase, newKey, next);
    if (!slot.ok) return slot;
    const mark = { ...next, slots: [slot.value] };
    const sealed = await sealRecord(newKey, mark, content);
    const proven = await prove(ports.argon2id, passphrase, sealed, content);
    if (!proven.ok) return proven;
    const record = { sealed, mark, vaultKey: newKey, content };
    const written = await writeRecord(ports.local, COPY_KEYS, record, setAside);
    if (!written.ok) {
      await putBack(ports.local, base.value, sealed);
      return written;
    }
    await removeDeviceKey(ports.deviceKeyCells);
    return ok({ ...openedFrom(mark, content), vaultKey: newKey });
  });
}

/** Opens the record in memory, from the passphrase on: once it is written, nothing else opens the vault. */
async function prove(
  argon2id: Argon2id,
  passphrase: string,
  sealed: string,
  content: VaultContent,
): Promise<Result<void, { readonly kind: 'kdf-failed' | 'read-back-failed' }>> {
  const record = await readRecord(sealed);
  const slot = record.ok ? record.value.header.slots.find(isArgon2idSlot) : undefined;
  if (!record.ok || slot === undefined) return err({ kind: 'read-back-failed' });
  const unwrapped = await unwrapWithPassphrase(argon2id, passphrase, slot, record.value.header);
  if (!unwrapped.ok) return err({ kind: 'kdf-failed' });
  return (await opensTo(sealed, unwrapped.value, content)) ? ok(undefined) : err({ kind: 'read-back-failed' });
}

/** After a write that does not count, the copy it started from stands again in both places, unless nothing was written. */
async function putBack(local: LocalDomain, { copy, header, setAside }: WriteBase, sealed: string): Promise<void> {
  try {
    const there = await Promise.all(COPY_KEYS.map(async (key) => ({ key, stored: await local.get(key) })));
    if (there.every(({ key, stored }) => (key === copy.key ? stored === copy.stored : stored !== sealed))) return;
  } catch {
    // What can't be read may be the new record.
  }
  try {
    await local.set({ ...setAside, ...itemsOf(COPY_KEYS, copy.stored, header) });
  } catch {
    // The answer already says that the write failed.
  }
}
