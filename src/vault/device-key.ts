/**
 * The device key: 32 random bytes that open a vault kept on this device only. It never stands in a record. Its copies are
 * healed from each other at every open; it is made when there is no trace of a vault, and removed when no copy needs it.
 * It protects nothing against someone who has the profile: every copy lies on the disk in clear.
 */
import { err, ok, type Result } from '../result';
import { decodeBase64, encodeBase64 } from './base64';
import { type Bytes, randomBytes } from './bytes';
import { KEY_BYTES } from './ciphers';
import { readAllCopies } from './copies';
import { isDeviceSlot } from './header';
import { keepWhatOpens, setAsideHere } from './kept-keys';
import type { KeyCell, VaultPorts } from './storage';

/** A cell as it was read. */
interface ReadCell {
  readonly cell: KeyCell;
  readonly isUnreadable: boolean;
  /** Undefined where there is none, or something else stands there. */
  readonly key: Bytes | undefined;
}

/**
 * Makes a key, and counts it as made only when every copy was read back. No copy of a vault may need the old one; for what
 * was set aside it is kept.
 */
export async function makeDeviceKey(ports: VaultPorts): Promise<Result<Bytes, { readonly kind: 'storage-failed' }>> {
  const { deviceKeyCells: cells } = ports;
  const old = await readCells(cells);
  if (old.some(({ key }) => key !== undefined) && !(await keepOld(ports))) return err({ kind: 'storage-failed' });
  const key = randomBytes(KEY_BYTES);
  const text = encodeBase64(key);
  const kept = await Promise.all(cells.map((cell) => keep(cell, text)));
  return kept.length > 0 && kept.every(Boolean) ? ok(key) : err({ kind: 'storage-failed' });
}

async function keepOld({ local, deviceKeyCells }: VaultPorts): Promise<boolean> {
  try {
    const all = await setAsideHere(local);
    for (const cell of deviceKeyCells) await keepWhatOpens(cell, all);
    return true;
  } catch {
    return false;
  }
}

async function keep(cell: KeyCell, text: string): Promise<boolean> {
  try {
    await cell.write(text);
    return (await cell.read()) === text;
  } catch {
    return false;
  }
}

export async function readCells(cells: readonly KeyCell[]): Promise<readonly ReadCell[]> {
  return await Promise.all(cells.map((cell) => readCell(cell, () => cell.read())));
}

/** What the cells keep for that which was set aside under `name`. */
export async function readKeptCells(cells: readonly KeyCell[], name: string): Promise<readonly ReadCell[]> {
  return await Promise.all(cells.map((cell) => readCell(cell, () => cell.readKept(name))));
}

async function readCell(cell: KeyCell, read: () => Promise<unknown>): Promise<ReadCell> {
  try {
    const key = decodeBase64(await read(), KEY_BYTES);
    return { cell, isUnreadable: false, key: key.ok ? key.value : undefined };
  } catch {
    return { cell, isUnreadable: true, key: undefined };
  }
}

/** The keys that were found, each once. */
export function distinctKeys(read: readonly ReadCell[]): readonly Bytes[] {
  const keys = new Map<string, Bytes>();
  for (const { key } of read) if (key !== undefined) keys.set(encodeBase64(key), key);
  return [...keys.values()];
}

/** Brings every copy to the key that opened the vault. One that can't be written is left for the next time. */
export async function healCells(read: readonly ReadCell[], key: Bytes): Promise<void> {
  const text = encodeBase64(key);
  const wrong = read.filter((other) => other.key === undefined || encodeBase64(other.key) !== text);
  await Promise.allSettled(wrong.map(async ({ cell }) => await cell.write(text)));
}

/**
 * Only under the lock. What was set aside and opens by it keeps it. One that can't be removed, or not be kept where it is
 * still needed, is left for `dropUnneededDeviceKey`.
 */
export async function removeDeviceKey({ local, deviceKeyCells }: VaultPorts): Promise<void> {
  try {
    const all = await setAsideHere(local);
    const removed = deviceKeyCells.map(async (cell) => {
      await keepWhatOpens(cell, all);
      await cell.remove();
    });
    await Promise.allSettled(removed);
  } catch {
    // What can't be listed may need the key.
  }
}

/**
 * Removes what a rekey could not remove, or a crash kept it from removing. Does nothing while any copy, of whichever
 * vault, is damaged, newer or unreadable or has a device slot: it may still need the key. Never rejects.
 */
export async function dropUnneededDeviceKey(ports: VaultPorts): Promise<void> {
  try {
    await ports.exclusive(async () => {
      const copies = (await readAllCopies(ports)).copies.filter(({ state }) => state !== 'missing');
      const isUnneeded = copies.every(({ record }) => record !== undefined && !record.header.slots.some(isDeviceSlot));
      if (copies.length > 0 && isUnneeded) await removeDeviceKey(ports);
    });
  } catch {
    // The lock failed. The next unlock tries again.
  }
}
