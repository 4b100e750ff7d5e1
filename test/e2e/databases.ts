/** The extension's IndexedDB databases, as a person with the profile could reach them. */
import type { View } from './rig/extension-browser';

export type Databases = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const readAll = `(async () => {
  const asked = (request) => new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: fail }));
  const databases = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    databases[name] = {};
    for (const store of database.objectStoreNames) {
      const items = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([asked(items.getAllKeys()), asked(items.getAll())]);
      keys.forEach((key, place) => { databases[name][key] = values[place]; });
    }
    database.close();
  }
  return databases;
})()`;

/** Every item by its key, of every database by its name. */
export async function readDatabases(view: View): Promise<Databases> {
  return await view.evaluate<Databases>(readAll);
}

/** Puts `items` into the vault's second domain, or takes away those that are null. */
export async function writeMirror(view: View, items: Readonly<Record<string, unknown>>): Promise<void> {
  await view.evaluate(`new Promise((done, fail) => {
    const opening = indexedDB.open('halfminute');
    opening.onerror = fail;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('vault', 'readwrite');
      const store = transaction.objectStore('vault');
      for (const [key, value] of Object.entries(${JSON.stringify(items)}))
        if (value === null) store.delete(key); else store.put(value, key);
      transaction.oncomplete = () => { opening.result.close(); done(null); };
      transaction.onabort = fail;
    };
  })`);
}
