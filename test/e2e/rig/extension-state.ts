// What an extension keeps, emptied and looked at: expressions for a page of its own, the same in both browsers.

/** Empties every area of storage and every database, and takes back alarms and what was granted later. */
export const EMPTY_EXTENSION = `(async () => {
  const { storage, alarms, permissions } = chrome;
  const remove = (name) => new Promise((done, fail) =>
    Object.assign(indexedDB.deleteDatabase(name), { onsuccess: () => done(), onerror: () => fail(new Error('stays: ' + name)) }));
  await Promise.all([storage.local.clear(), storage.session.clear(), storage.sync?.clear(), alarms.clearAll()]);
  await Promise.all((await indexedDB.databases()).map(({ name }) => remove(name)));
  localStorage.clear();
  sessionStorage.clear();
  const optional = chrome.runtime.getManifest().optional_host_permissions ?? [];
  if (optional.length > 0) await permissions.remove({ origins: optional });
})()`;

/** Names what there still is; '' where there is nothing. */
export const leftInExtension = `(async () => {
  const { storage, alarms, action } = chrome;
  const areas = ['local', 'session', 'sync'].filter((name) => storage[name] !== undefined);
  const items = await Promise.all(areas.map(async (name) =>
    Object.keys(await storage[name].get(null)).map((key) => 'storage.' + name + '.' + key)));
  const databases = (await indexedDB.databases()).map(({ name }) => 'database ' + name);
  const rings = (await alarms.getAll()).map(({ name }) => 'alarm ' + name);
  const badge = await action.getBadgeText({});
  return [...items.flat(), ...databases, ...rings, ...(badge === '' ? [] : ['badge ' + badge])].join(', ');
})()`;
