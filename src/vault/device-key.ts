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
import type { KeyCell, VaultPorts } from './storage';

/** A cell as it was read. */
interface ReadCell {
  readonly cell: KeyCell;
  readonly isUnreadable: boolean;
  /** Undefined where there is none, or something else stands there. */
  readonly key: Bytes | undefined;
}

/** Makes a key, and counts it as made only when every copy was read back. Nothing else may need the old one. */
export async function makeDeviceKey(
  cells: readonly KeyCell[],
): Promise<Result<Bytes, { readonly kind: 'storage-failed' }>> {
  const key = randomBytes(KEY_BYTES);
  const text = encodeBase64(key);
  const kept = await Promise.all(cells.map((cell) => keep(cell, text)));
  return kept.length > 0 && kept.every(Boolean) ? ok(key) : err({ kind: 'storage-failed' });
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
  return await Promise.all(cells.map(readCell));
}

async function readCell(cell: KeyCell): Promise<ReadCell> {
  try {
    const key = decodeBase64(await cell.read(), KEY_BYTES);
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

/** One that can't be removed is left for `dropUnneededDeviceKey`. */
export async function removeDeviceKey(cells: readonly KeyCell[]): Promise<void> {
  await Promise.allSettled(cells.map(async (cell) => await cell.remove()));
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
      if (copies.length > 0 && isUnneeded) await removeDeviceKey(ports.deviceKeyCells);
    });
  } catch {
    // The lock failed. The next unlock tries again.
  }
}
