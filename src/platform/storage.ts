/**
 * The two storage areas the extension writes. Values are strings and plain JSON only: the browsers differ in what
 * else survives. Reads are one key at a time, because one damaged key makes a read of several fail whole; who reads
 * several at once, for speed, must go on without.
 */
import browser from 'webextension-polyfill';

export type StorageDomain = 'local' | 'session';

export async function readStored(domain: StorageDomain, key: string): Promise<unknown> {
  return (await browser.storage[domain].get(key))[key];
}

export async function readStoredOf(domain: StorageDomain, keys: readonly string[]): Promise<Record<string, unknown>> {
  return await browser.storage[domain].get([...keys]);
}

export async function writeStored(domain: StorageDomain, items: Record<string, unknown>): Promise<void> {
  await browser.storage[domain].set(items);
}

export async function removeStored(domain: StorageDomain, keys: readonly string[]): Promise<void> {
  await browser.storage[domain].remove([...keys]);
}

interface Listable {
  getKeys?(): Promise<string[]>;
}

/** Older browsers list keys only with all values, which fails whole where one is damaged. */
export async function storedKeys(): Promise<readonly string[]> {
  const local = browser.storage.local as Listable;
  return (await local.getKeys?.()) ?? Object.keys(await browser.storage.local.get(null));
}

/** Calls `changed` with the keys another page or the background has written. Returns the way to stop listening. */
export function onStoredChange(changed: (domain: StorageDomain, keys: readonly string[]) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' || area === 'session') changed(area, Object.keys(changes));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

interface Closable {
  setAccessLevel?(access: { accessLevel: string }): Promise<void>;
}

/** Chromium lets content scripts read `storage.local` unless told otherwise; Firefox has no such call. */
export async function keepStorageToExtensionPages(): Promise<void> {
  await (browser.storage.local as Closable).setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

export function canCloseStorage(): boolean {
  return 'setAccessLevel' in browser.storage.local;
}
