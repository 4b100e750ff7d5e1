/**
 * Two places outside the vault for the key of "this device only", apart enough that the damage of one leaves the other.
 * `storage.local` is one of them only where the browser keeps it from content scripts.
 */
import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { canCloseStorage, keepStorageToExtensionPages, readStored, removeStored, writeStored } from './storage';

export interface DeviceKeyCell {
  read(): Promise<unknown>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

const LOCAL_KEY = 'dk';

export function deviceKeyCells(): readonly DeviceKeyCell[] {
  const first = databaseCell('halfminute-device');
  return [first, canCloseStorage() ? localCell : databaseCell('halfminute-device-2')];
}

const localCell: DeviceKeyCell = {
  read: () => readStored('local', LOCAL_KEY),
  write: async (text) => {
    await keepStorageToExtensionPages();
    await writeStored('local', { [LOCAL_KEY]: text });
  },
  remove: () => removeStored('local', LOCAL_KEY),
};

const PATIENCE_MS = 10_000;

/** The vault waits for a cell while it holds the lock of all pages: a database that never answers has failed. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer.')), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Not made only to be emptied: this is asked at every unlock with a passphrase. */
async function removeFrom(name: string, store: UseStore): Promise<void> {
  const known = await indexedDB.databases();
  if (known.some((database) => database.name === name)) await del('device', store);
}

function databaseCell(name: string): DeviceKeyCell {
  // Opens the database at its first use: most people never need it.
  const store = createStore(name, 'keys');
  return {
    read: () => inTime(get('device', store)),
    write: (text) => inTime(set('device', text, store)),
    remove: () => inTime(removeFrom(name, store)),
  };
}
