/**
 * The vault's second domain: an IndexedDB database apart from `storage.local`, so that whatever spoils or wipes one leaves
 * the other. Written in one transaction.
 */
import { createStore, delMany, get, setMany } from 'idb-keyval';
import { inTime } from './in-time';
import { isPrivateWindow } from './runtime';

export interface Mirror {
  get(key: string): Promise<unknown>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export function mirror(): Mirror {
  // Firefox gives its private windows databases of their own, which end with them: no second copy, and no sign of a loss.
  if (isPrivateWindow()) return { get: async () => undefined, set: async () => {}, remove: async () => {} };
  const store = createStore('halfminute', 'vault');
  return {
    get: (key) => inTime(get(key, store)),
    set: (items) => inTime(setMany(Object.entries(items), store)),
    remove: (keys) => inTime(delMany([...keys], store)),
  };
}
