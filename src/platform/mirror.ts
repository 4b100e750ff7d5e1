/**
 * The vault's second domain: an IndexedDB database apart from `storage.local`, so that whatever spoils or wipes one leaves
 * the other. Written in one transaction.
 */
import type { UseStore } from 'idb-keyval';
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
  let store: UseStore | undefined;
  /** Loaded when it is asked: it is not, where the other domain is in order. */
  const open = async () => {
    const idb = await import('idb-keyval');
    store ??= idb.createStore('halfminute', 'vault');
    return { ...idb, store };
  };
  return {
    get: (key) => inTime(open().then(({ get, store: of }) => get(key, of))),
    set: (items) => inTime(open().then(({ setMany, store: of }) => setMany(Object.entries(items), of))),
    remove: (keys) => inTime(open().then(({ delMany, store: of }) => delMany([...keys], of))),
  };
}
