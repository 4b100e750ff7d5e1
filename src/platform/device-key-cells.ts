/**
 * Two places outside the vault for the key of "this device only", apart enough that the damage of one leaves the other.
 * `storage.local` is one of them only where the browser keeps it from content scripts.
 */
import { createStore, del, get, set } from 'idb-keyval';
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

function databaseCell(name: string): DeviceKeyCell {
  // Opens the database at its first use: most people never need it.
  const store = createStore(name, 'keys');
  return {
    read: () => get('device', store),
    write: (text) => set('device', text, store),
    remove: () => del('device', store),
  };
}
