/** Unlocking: from a passphrase, or from the key this device keeps, to the vault key and the content. */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import { type CopiesFailure, type IntactCopy, readCopies, requireIntact } from './copies';
import { distinctKeys, healCells, readCells } from './device-key';
import { isArgon2idSlot, isDeviceSlot, type Slot } from './header';
import { passphraseProblem } from './passphrase';
import { type Place, type SlotFailure, unwrapWithDeviceKey, unwrapWithPassphrase } from './slots';
import type { VaultPorts } from './storage';
import { type OpenedVault, openNewest } from './vault';

export interface UnlockedVault extends OpenedVault {
  /** 32 bytes. */
  readonly vaultKey: Bytes;
}

export type UnlockFailure = CopiesFailure | { readonly kind: 'wrong-passphrase' | 'no-passphrase' | 'kdf-failed' };
export type DeviceUnlockFailure = CopiesFailure | { readonly kind: 'device-key-missing' };

/**
 * By the passphrase. Only an intact slot that refuses means `wrong-passphrase`; `no-passphrase`: the vault was never
 * given one.
 */
export async function unlockVault(
  ports: VaultPorts,
  passphrase: string,
): Promise<Result<UnlockedVault, UnlockFailure>> {
  const intact = await requireIntact(ports.local, await readCopies(ports.local));
  if (!intact.ok) return intact;
  const slots = slotsOf(intact.value, isArgon2idSlot);
  if (slots.length === 0) return err({ kind: 'no-passphrase' });
  // No vault was made with a passphrase this short, and Argon2id itself refuses the shortest.
  if (passphraseProblem(passphrase) !== undefined) return err({ kind: 'wrong-passphrase' });
  const vaultKey = await unwrapFirst(slots, ({ slot, place }) =>
    unwrapWithPassphrase(ports.argon2id, passphrase, slot, place),
  );
  if (vaultKey.ok) return await openWith(intact.value, vaultKey.value);
  const { kind } = vaultKey.error;
  return err({ kind: kind === 'refused' ? 'wrong-passphrase' : kind });
}

/**
 * By the key this device keeps, from whichever of its copies opens; the others are healed to it. `device-key-missing`: all
 * copies could be read, and none opens. Under the lock, so that no copy is healed to a key that was just replaced. The
 * record is only read.
 */
export async function unlockOnDevice(ports: VaultPorts): Promise<Result<UnlockedVault, DeviceUnlockFailure>> {
  return await ports.exclusive(async () => {
    const intact = await requireIntact(ports.local, await readCopies(ports.local));
    if (!intact.ok) return intact;
    const slots = slotsOf(intact.value, isDeviceSlot);
    if (slots.length === 0) return err({ kind: 'device-key-missing' });
    const cells = await readCells(ports.deviceKeyCells);
    for (const key of distinctKeys(cells)) {
      const vaultKey = await unwrapFirst(slots, ({ slot, place }) => unwrapWithDeviceKey(key, slot, place));
      if (!vaultKey.ok) continue;
      const unlocked = await openWith(intact.value, vaultKey.value);
      if (unlocked.ok) await healCells(cells, key);
      return unlocked;
    }
    return err({ kind: cells.some(({ isUnreadable }) => isUnreadable) ? 'storage-failed' : 'device-key-missing' });
  });
}

interface PlacedSlot<S extends Slot> {
  readonly slot: S;
  readonly place: Place;
}

/** The slots of one kind, each once, those of the highest generation first. */
function slotsOf<S extends Slot>(
  intact: readonly IntactCopy[],
  isOfKind: (slot: Slot) => slot is S,
): readonly PlacedSlot<S>[] {
  const slots = new Map<string, PlacedSlot<S>>();
  for (const { record } of intact) {
    const { vault, epoch, slots: all } = record.header;
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

async function openWith(
  intact: readonly IntactCopy[],
  vaultKey: Bytes,
): Promise<Result<UnlockedVault, { readonly kind: 'damaged' }>> {
  const opened = await openNewest(intact, vaultKey);
  return opened === undefined ? err({ kind: 'damaged' }) : ok({ ...opened.vault, vaultKey });
}
