/** What was set aside, opened again where it stands: by its passphrase, or by the key of this device that was kept for it. */
import { err, type Result } from '../result';
import { openBackup } from './backup';
import { findRecords } from './backup-records';
import { distinctKeys, readCells, readKeptCells } from './device-key';
import { type DoorFailure, doorsOf, type OpenedBackup, openDoor } from './doors';
import { isArgon2idSlot, isDeviceSlot } from './header';
import { OLD_KEY, readSteadily } from './kept-keys';
import type { SealedRecord } from './record';
import { unwrapWithDeviceKey } from './slots';
import type { VaultPorts } from './storage';

export type OpenSetAsideFailure =
  | { readonly kind: 'passphrase-needed' }
  | {
      readonly kind: 'wrong-passphrase' | 'device-key-missing' | 'damaged' | 'newer' | 'kdf-failed' | 'storage-failed';
    };

/**
 * The newest record of it that opens; nothing is written. Without a passphrase this device's keys are tried, and
 * `passphrase-needed` tells that one would help. `device-key-missing`: every cell could be read, and no key in them opens it.
 * `damaged`: nothing in it is whole, or a slot opens and what it seals does not. `newer`: a newer version wrote it.
 * `storage-failed`: it is not there, or it or a cell can't be read.
 */
export async function openSetAside(
  ports: VaultPorts,
  key: string,
  passphrase: string | undefined,
): Promise<Result<OpenedBackup, OpenSetAsideFailure>> {
  // One bad read must not bring back an older state than the one that stands there.
  const text = OLD_KEY.test(key) ? await readSteadily(ports.local, key) : undefined;
  if (text === undefined) return err({ kind: 'storage-failed' });
  // Under the lock: a key that is being moved stands in neither place for a moment.
  if (passphrase === undefined) return await ports.exclusive(() => openHere(ports, key, text));
  const opened = await openBackup(ports, text, passphrase);
  if (opened.ok) return opened;
  const { kind } = opened.error;
  if (kind === 'no-passphrase') return await ports.exclusive(() => openHere(ports, key, text));
  return err({ kind: kind === 'too-large' || kind === 'not-a-backup' ? 'damaged' : kind });
}

async function openHere(
  { deviceKeyCells }: VaultPorts,
  name: string,
  text: string,
): Promise<Result<OpenedBackup, OpenSetAsideFailure>> {
  const found = await findRecords(text);
  if (!found.ok) return err({ kind: 'damaged' });
  const { intact, hasNewer } = found.value;
  const [newest] = intact;
  if (newest === undefined) return err({ kind: hasNewer ? 'newer' : 'damaged' });
  if (hasPassphrase(newest)) return err({ kind: 'passphrase-needed' });
  const cells = [...(await readKeptCells(deviceKeyCells, name)), ...(await readCells(deviceKeyCells))];
  const failures = new Set<DoorFailure>();
  const doors = doorsOf(intact, isDeviceSlot);
  for (const door of doors) {
    for (const key of distinctKeys(cells)) {
      const opened = await openDoor(door, (slot, place) => unwrapWithDeviceKey(key, slot, place));
      if (opened.ok) return opened;
      failures.add(opened.error.kind);
    }
  }
  if (intact.some(hasPassphrase)) return err({ kind: 'passphrase-needed' });
  // Only slots of kinds that this version does not know.
  if (doors.length === 0) return err({ kind: 'newer' });
  if (failures.has('body-refused')) return err({ kind: 'damaged' });
  return err({ kind: cells.some(({ isUnreadable }) => isUnreadable) ? 'storage-failed' : 'device-key-missing' });
}

function hasPassphrase({ header }: SealedRecord): boolean {
  return header.slots.some(isArgon2idSlot);
}
