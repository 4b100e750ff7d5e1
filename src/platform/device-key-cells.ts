/**
 * Two places outside the vault for the key of "this device only", apart enough that the damage of one leaves the other.
 * `storage.local` is one of them only where the browser keeps it from content scripts.
 */
import { createStore, del, get, set } from 'idb-keyval';
import { inTime } from './in-time';
import { canCloseStorage, keepStorageToExtensionPages, readStored, removeStored, writeStored } from './storage';

export interface DeviceKeyCell {
  read(): Promise<unknown>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
  /** Keeps what stands there under another name too. */
  keepAs(name: string): Promise<void>;
  /** What is kept under that name. */
  readKept(name: string): Promise<unknown>;
  removeKept(name: string): Promise<void>;
}

/** One named value at a time. */
interface Shelf {
  get(name: string): Promise<unknown>;
  set(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

const NAME = 'device';

export function deviceKeyCells(): readonly DeviceKeyCell[] {
  const first = cellOn(database('halfminute-device'));
  return [first, cellOn(canCloseStorage() ? local : database('halfminute-device-2'))];
}

function cellOn(shelf: Shelf): DeviceKeyCell {
  return {
    read: () => shelf.get(NAME),
    write: (text) => shelf.set(NAME, text),
    remove: () => shelf.remove(NAME),
    keepAs: async (name) => {
      const text = await shelf.get(NAME);
      if (typeof text === 'string') await shelf.set(name, text);
    },
    readKept: (name) => shelf.get(name),
    removeKept: (name) => shelf.remove(name),
  };
}

const local: Shelf = {
  get: (name) => readStored('local', localKey(name)),
  set: async (name, text) => {
    await keepStorageToExtensionPages();
    await writeStored('local', { [localKey(name)]: text });
  },
  remove: (name) => removeStored('local', [localKey(name)]),
};

function localKey(name: string): string {
  return name === NAME ? 'dk' : `dk-${name}`;
}

function database(databaseName: string): Shelf {
  // Opens the database at its first use: most people never need it.
  const store = createStore(databaseName, 'keys');
  /** Not made only to be emptied or found empty: this is asked at every unlock with a passphrase. */
  const exists = async () => (await indexedDB.databases()).some(({ name }) => name === databaseName);
  return {
    get: (name) => inTime(get(name, store)),
    set: (name, text) => inTime(set(name, text, store)),
    remove: (name) => inTime(exists().then((isThere) => (isThere ? del(name, store) : undefined))),
  };
}
