/**
 * Device keys kept for what was set aside: under its own name in the same cell, for as long as it stands there. A record of
 * this device can be set aside while its key is in use, so it is kept before that key is removed or written over.
 */
import { findRecords } from './backup-records';
import { decodeBase64 } from './base64';
import type { Bytes } from './bytes';
import { KEY_BYTES } from './ciphers';
import { type Door, doorsOf } from './doors';
import { type DeviceSlot, isDeviceSlot } from './header';
import { unwrapWithDeviceKey } from './slots';
import type { Domain, KeyCell, LocalDomain } from './storage';

/** What is set aside stands under such a key. */
export const OLD_KEY = /^old-(\d{1,16})$/;

/** Something that was set aside and may need this device's key. */
export interface SetAsideHere {
  readonly key: string;
  /** Undefined where it can't be read. */
  readonly doors: readonly Door<DeviceSlot>[] | undefined;
}

/** Read twice: undefined where there is nothing, it can't be read, or the two reads differ. */
export async function readSteadily(local: Domain, key: string): Promise<string | undefined> {
  try {
    const text = await local.get(key);
    return typeof text === 'string' && (await local.get(key)) === text ? text : undefined;
  } catch {
    return undefined;
  }
}

/** All of it that this device may open. Rejects where it can't be listed. */
export async function setAsideHere(local: LocalDomain): Promise<readonly SetAsideHere[]> {
  const found: SetAsideHere[] = [];
  for (const key of (await local.keys()).filter((one) => OLD_KEY.test(one))) {
    const text = await readSteadily(local, key);
    const doors = text === undefined ? undefined : await doorsIn(text);
    if (doors === undefined || doors.length > 0) found.push({ key, doors });
  }
  return found;
}

async function doorsIn(text: string): Promise<readonly Door<DeviceSlot>[]> {
  const records = await findRecords(text);
  return records.ok ? doorsOf(records.value.intact, isDeviceSlot) : [];
}

/** Keeps what stands in the cell for all that it opens, or that can't be read and has no key yet. Rejects where that is not kept: then it must stay. */
export async function keepWhatOpens(cell: KeyCell, all: readonly SetAsideHere[]): Promise<void> {
  if (all.length === 0) return;
  const text = await cell.read();
  const key = decodeBase64(text, KEY_BYTES);
  if (!key.ok) return;
  for (const { key: name, doors } of all) {
    const kept = await cell.readKept(name);
    const isNeeded = doors === undefined ? kept === undefined : kept !== text && (await opensOne(key.value, doors));
    if (!isNeeded) continue;
    await cell.keepAs(name);
    if ((await cell.readKept(name)) !== text) throw new Error('The key was not kept.');
  }
}

async function opensOne(key: Bytes, doors: readonly Door<DeviceSlot>[]): Promise<boolean> {
  for (const { slot, place } of doors) if ((await unwrapWithDeviceKey(key, slot, place)).ok) return true;
  return false;
}
