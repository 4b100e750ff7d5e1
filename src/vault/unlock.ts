/** Unlocking: from a passphrase, or from the key this device keeps, to the vault key and the content. */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { type CopiesFailure, type FoundVault, findAllCopies, isInOrder } from './copies';
import { distinctKeys, healCells, readCells } from './device-key';
import { type Header, isArgon2idSlot, isDeviceSlot, type Slot } from './header';
import { passphraseProblem } from './passphrase';
import type { SealedRecord } from './record';
import { type Place, type SlotFailure, unwrapWithDeviceKey, unwrapWithPassphrase } from './slots';
import type { VaultPorts } from './storage';
import { type OpenedVault, openNewest } from './vault';

export interface UnlockedVault extends OpenedVault {
  /** 32 bytes. */
  readonly vaultKey: Bytes;
}

/** `needsHealing`: something in either domain is not as the last commit left it. */
export type UnlockedFrom = UnlockedVault & { readonly needsHealing: boolean };

export type PassphraseFailure = { readonly kind: 'wrong-passphrase' | 'no-passphrase' | 'kdf-failed' | 'damaged' };
export type UnlockFailure = CopiesFailure | PassphraseFailure;
export type DeviceKeyFailure = { readonly kind: 'device-key-missing' | 'storage-failed' };
export type DeviceUnlockFailure = CopiesFailure | DeviceKeyFailure;

/**
 * By the passphrase. Only an intact slot that refuses means `wrong-passphrase`; `no-passphrase`: the vault was never
 * given one.
 */
export async function unlockVault(ports: VaultPorts, passphrase: string): Promise<Result<UnlockedFrom, UnlockFailure>> {
  const found = await findAllCopies(ports);
  if (!found.ok) return found;
  const vaultKey = await keyByPassphrase(ports, found.value.intact, passphrase);
  return vaultKey.ok ? await openWith(found.value, vaultKey.value) : vaultKey;
}

/**
 * By the key this device keeps, from whichever of its copies opens; the others are healed to it. `device-key-missing`: all
 * copies could be read, and none opens. Under the lock, so that no copy is healed to a key that was just replaced. The
 * record is only read.
 */
export async function unlockOnDevice(ports: VaultPorts): Promise<Result<UnlockedFrom, DeviceUnlockFailure>> {
  return await ports.exclusive(async () => {
    const found = await findAllCopies(ports);
    if (!found.ok) return found;
    const vaultKey = await keyByDevice(ports, found.value.intact);
    return vaultKey.ok ? await openWith(found.value, vaultKey.value) : vaultKey;
  });
}

async function openWith(
  found: FoundVault,
  vaultKey: Bytes,
): Promise<Result<UnlockedFrom, { readonly kind: 'damaged' }>> {
  const opened = await openNewest(found.intact, vaultKey);
  if (opened === undefined) return err({ kind: 'damaged' });
  return ok({ ...opened.vault, vaultKey, needsHealing: opened.copy !== found.intact[0] || !isInOrder(found) });
}

type Slotted = { readonly record: SealedRecord };

/** The vault key from the first passphrase slot that gives it, those of the first record before others. */
export async function keyByPassphrase(
  { argon2id }: Pick<VaultPorts, 'argon2id'>,
  records: readonly Slotted[],
  passphrase: string,
): Promise<Result<Bytes, PassphraseFailure>> {
  const slots = slotsOf(records, isArgon2idSlot);
  if (slots.length === 0) return err({ kind: 'no-passphrase' });
  // No vault was made with a passphrase this short, and Argon2id itself refuses the shortest.
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'wrong-passphrase' });
  const vaultKey = await unwrapFirst(slots, ({ slot, place }) =>
    unwrapWithPassphrase(argon2id, passphrase, slot, place),
  );
  if (vaultKey.ok) return vaultKey;
  const { kind } = vaultKey.error;
  return err({ kind: kind === 'refused' ? 'wrong-passphrase' : kind });
}

/** The vault key by whichever key the cells hold, which are healed to it. Only under the lock. */
export async function keyByDevice(
  { deviceKeyCells }: Pick<VaultPorts, 'deviceKeyCells'>,
  records: readonly Slotted[],
): Promise<Result<Bytes, DeviceKeyFailure>> {
  const slots = slotsOf(records, isDeviceSlot);
  if (slots.length === 0) return err({ kind: 'device-key-missing' });
  const cells = await readCells(deviceKeyCells);
  for (const key of distinctKeys(cells)) {
    const vaultKey = await unwrapFirst(slots, ({ slot, place }) => unwrapWithDeviceKey(key, slot, place));
    if (!vaultKey.ok) continue;
    await healCells(cells, key);
    return ok(vaultKey.value);
  }
  return err({ kind: cells.some(({ isUnreadable }) => isUnreadable) ? 'storage-failed' : 'device-key-missing' });
}

interface PlacedSlot<S extends Slot> {
  readonly slot: S;
  readonly place: Place;
}

/** The slots of one kind, each once. */
function slotsOf<S extends Slot>(
  records: readonly Slotted[],
  isOfKind: (slot: Slot) => slot is S,
): readonly PlacedSlot<S>[] {
  const slots = new Map<string, PlacedSlot<S>>();
  for (const { record } of records) {
    const { vault, epoch, slots: all }: Header = record.header;
    for (const slot of all.filter(isOfKind)) {
      slots.set(JSON.stringify([epoch, slot]), { slot, place: { vault, epoch } });
    }
  }
  return [...slots.values()];
}

/** The key from the first slot that gives it; otherwise `refused` where one slot was whole. */
async function unwrapFirst<S extends Slot>(
  slots: readonly PlacedSlot<S>[],
  unwrap: (placed: PlacedSlot<S>) => Promise<Result<Bytes, SlotFailure>>,
): Promise<Result<Bytes, SlotFailure>> {
  let failure: SlotFailure = { kind: 'damaged' };
  for (const placed of slots) {
    const vaultKey = await unwrap(placed);
    if (vaultKey.ok || vaultKey.error.kind === 'kdf-failed') return vaultKey;
    if (vaultKey.error.kind === 'refused') failure = vaultKey.error;
  }
  return err(failure);
}
