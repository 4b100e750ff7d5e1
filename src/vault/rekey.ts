/**
 * What opens the vault is changed here. A rewrap keeps the vault key and gives it another passphrase; a rekey gives the
 * vault another key too, so that nothing that opened it until now opens it any more. Both copies and every snapshot change
 * in one `set`, then the mirror; whatever is not read back is put back as it was.
 */
import { err, ok, type Result } from '../result';
import { type Bytes, randomBytes } from './bytes';
import { openForWriting, type WriteBase } from './change';
import { KEY_BYTES } from './ciphers';
import { type CommitFailure, itemsOf, opensTo, type Written, writeRecord } from './commit';
import type { VaultContent } from './content';
import { COPY_KEYS } from './copies';
import { removeDeviceKey } from './device-key';
import { isArgon2idSlot, isDeviceSlot } from './header';
import { type Argon2id, isWeakerThanToday } from './kdf';
import { passphraseProblem } from './passphrase';
import { readRecord, sealRecord } from './record';
import { unwrapWithPassphrase, wrapUnderPassphrase } from './slots';
import { placeForSnapshot, readSnapshots, resealSnapshots, type Snapshot } from './snapshots';
import type { LocalDomain, VaultPorts } from './storage';
import { storedRecord } from './stored-record';
import type { UnlockedVault } from './unlock';
import { type OpenFailure, openedFrom } from './vault';

export type RekeyFailure = OpenFailure | CommitFailure | { readonly kind: 'passphrase-too-short' | 'kdf-failed' };
type Rekeyed = Promise<Result<UnlockedVault & Written, RekeyFailure>>;

/**
 * The same content under a new key, the next epoch and this passphrase alone; slots of other kinds wrapped the old key and
 * go. A failure means that the old key still opens what is stored. The device key is removed last: a crash before that
 * leaves a key that opens nothing.
 */
export async function rekeyUnderPassphrase(ports: VaultPorts, vaultKey: Bytes, passphrase: string): Rekeyed {
  return await sealUnder(ports, vaultKey, passphrase, randomBytes(KEY_BYTES));
}

/** The same key under this passphrase alone; slots that no passphrase opens stay. */
export async function rewrapUnderPassphrase(ports: VaultPorts, vaultKey: Bytes, passphrase: string): Rekeyed {
  return await sealUnder(ports, vaultKey, passphrase, vaultKey);
}

/**
 * Brings the cost of guessing up to today's where the slot that `passphrase` opens was made at less. Undefined where there
 * was nothing to do, which is also so where another passphrase was set meanwhile.
 */
export async function raiseCost(
  ports: VaultPorts,
  vaultKey: Bytes,
  passphrase: string,
): Promise<Result<(UnlockedVault & Written) | undefined, RekeyFailure>> {
  return await ports.exclusive(async () => {
    const base = await openForWriting(ports, vaultKey);
    if (!base.ok) return base;
    const slot = base.value.header.slots.find(isArgon2idSlot);
    if (slot === undefined || !isWeakerThanToday({ memoryKib: slot.m, passes: slot.t, lanes: slot.p })) {
      return ok(undefined);
    }
    const opens = await unwrapWithPassphrase(ports.argon2id, passphrase, slot, base.value.header);
    return opens.ok ? await writeUnder(ports, base.value, passphrase, vaultKey, vaultKey) : ok(undefined);
  });
}

async function sealUnder(ports: VaultPorts, vaultKey: Bytes, passphrase: string, newKey: Bytes): Rekeyed {
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'passphrase-too-short' });
  return await ports.exclusive(async () => {
    const base = await openForWriting(ports, vaultKey);
    return base.ok ? await writeUnder(ports, base.value, passphrase, vaultKey, newKey) : base;
  });
}

async function writeUnder(
  ports: VaultPorts,
  base: WriteBase,
  passphrase: string,
  vaultKey: Bytes,
  newKey: Bytes,
): Rekeyed {
  const { header, content, copy } = base;
  const isRekey = newKey !== vaultKey;
  const next = { ...header, epoch: header.epoch + (isRekey ? 1 : 0), gen: base.nextGeneration, ts: ports.nowMs() };
  const slot = await wrapUnderPassphrase(ports.argon2id, passphrase, newKey, next);
  if (!slot.ok) return slot;
  const kept = isRekey ? [] : header.slots.filter((other) => !isArgon2idSlot(other) && !isDeviceSlot(other));
  const slots = [slot.value, ...kept];
  const mark = { ...next, slots };
  const sealed = await sealRecord(newKey, mark, content);
  const proven = await prove(ports.argon2id, passphrase, sealed, content);
  if (!proven.ok) return proven;
  const before = await readSnapshots(ports.local);
  const all = isRekey ? await withSnapshot(before, copy.stored) : before;
  const snapshots = await resealSnapshots(all, header.vault, { vaultKey, newKey, epoch: next.epoch, slots });
  const record = { sealed, mark, vaultKey: newKey, content };
  const beside = { ...base.setAside, ...snapshots };
  const written = await writeRecord(ports, { record, keys: COPY_KEYS, beside });
  if (!written.ok) {
    await putBack(ports.local, base, before, sealed);
    return written;
  }
  // Where the mirror could not follow, its records may still need the device's key: it goes at a later unlock.
  if (written.value.isMirrored) await removeDeviceKey(ports);
  return ok({ ...openedFrom(mark, content), ...written.value, vaultKey: newKey });
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

/** The vault as it is now becomes a snapshot too. */
async function withSnapshot(snapshots: readonly Snapshot[], stored: string): Promise<readonly Snapshot[]> {
  const place = placeForSnapshot(snapshots);
  const taken = await storedRecord(stored);
  return snapshots.map((snapshot) => (snapshot.key === place ? { key: snapshot.key, ...taken } : snapshot));
}

/** After a write that does not count everything stands again as it was, unless nothing was written. */
async function putBack(
  local: LocalDomain,
  { copy, header, setAside }: WriteBase,
  snapshots: readonly Snapshot[],
  sealed: string,
): Promise<void> {
  try {
    const there = await Promise.all(COPY_KEYS.map(async (key) => ({ key, stored: await local.get(key) })));
    if (there.every(({ key, stored }) => (key === copy.place ? stored === copy.stored : stored !== sealed))) return;
  } catch {
    // What can't be read may be the new record.
  }
  const before = Object.fromEntries(snapshots.map(({ key, stored }) => [key, stored ?? null]));
  try {
    await local.set({ ...setAside, ...before, ...itemsOf(COPY_KEYS, copy.stored, header) });
  } catch {
    // The answer already says that the write failed.
  }
}
