/**
 * What the popup's page does of its own accord: what it asks of the browser's storage, which timers it has, what changes in
 * its document. Put there before its first script runs, so nothing gets past it.
 */
import type { View } from '../rig/extension-browser';

/**
 * `window.probe`. The page's clock is set ahead to the sixth second of a minute: until the next boundary of 30 and 60
 * seconds there is time to look.
 */
export const PROBE = `(() => {
  const probe = { storage: [], transactions: [], crypto: 0, fired: 0, pending: new Set(), storageAtCode: [], changes: [] };
  window.probe = probe;
  const { now } = Date;
  const aheadMs = (66_000 - (now() % 60_000)) % 60_000;
  Date.now = () => now() + aheadMs;
  for (const area of ['local', 'session'])
    for (const method of ['get', 'set', 'remove', 'clear', 'getKeys', 'getBytesInUse']) {
      const own = chrome.storage[area][method];
      if (own === undefined) continue;
      chrome.storage[area][method] = function (...given) {
        const keys = typeof given[0] === 'object' && !Array.isArray(given[0]) ? Object.keys(given[0] ?? {}) : given[0];
        probe.storage.push(area + '.' + method + ' ' + [keys].flat().filter((key) => typeof key === 'string').sort());
        return own.apply(this, given);
      };
    }
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode = 'readonly', ...more) {
    probe.transactions.push(mode);
    return transaction.call(this, stores, mode, ...more);
  };
  for (const method of ['sign', 'digest', 'importKey', 'deriveBits', 'decrypt', 'encrypt']) {
    const own = SubtleCrypto.prototype[method];
    SubtleCrypto.prototype[method] = function (...given) {
      probe.crypto += 1;
      return own.apply(this, given);
    };
  }
  for (const [begin, end, isOnce] of [
    ['setTimeout', 'clearTimeout', true],
    ['setInterval', 'clearInterval', false],
    ['requestAnimationFrame', 'cancelAnimationFrame', true],
  ]) {
    const start = window[begin];
    const stop = window[end];
    window[begin] = (work, ...more) => {
      const id = start((...given) => {
        probe.fired += 1;
        if (isOnce) probe.pending.delete(begin + id);
        work(...given);
      }, ...more);
      probe.pending.add(begin + id);
      return id;
    };
    window[end] = (id) => {
      probe.pending.delete(begin + id);
      stop(id);
    };
  }
  new MutationObserver((_, observer) => {
    if (!/\\d/.test(document.querySelector('[data-show=code]')?.textContent ?? '')) return;
    probe.storageAtCode = [...probe.storage];
    observer.disconnect();
    window.codeIsThere?.();
  }).observe(document, { childList: true, subtree: true });
  probe.watch = () => {
    const nameOf = (node) => node.parentElement?.closest('[data-show]')?.dataset.show ?? node.parentElement?.localName;
    probe.changes = [];
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records)
        probe.changes.push(type === 'attributes' ? attributeName + ' of ' + target.localName : 'text of ' + nameOf(target.firstChild ?? target));
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  };
  probe.forget = () => Object.assign(probe, { storage: [], transactions: [], crypto: 0, fired: 0, changes: [] });
})()`;

export interface Probed {
  /** Such as "local.get va", in the order of their letters. */
  readonly storage: readonly string[];
  /** Those until the first code stood there. */
  readonly storageAtCode: readonly string[];
  /** The modes of the database's transactions. */
  readonly transactions: readonly string[];
  readonly crypto: number;
  /** How many timers and frames came to their end, and how many wait for it. */
  readonly fired: number;
  readonly pending: number;
  /** What changed in the document since `watchAnew`: "text of seconds", "style of circle". */
  readonly changes: readonly string[];
}

export async function readProbe(view: View): Promise<Probed> {
  return await view.evaluate<Probed>(`(({ storage, storageAtCode, transactions, crypto, fired, pending, changes }) => ({
    storage: [...storage].sort(), storageAtCode: storageAtCode.sort(), transactions, crypto, fired, pending: pending.size, changes }))(window.probe)`);
}

/** Begins to count anew, and to look at the document. */
export async function watchAnew(view: View): Promise<void> {
  await view.evaluate('(() => { window.probe.forget(); window.probe.watch(); })()');
}

export async function countAnew(view: View): Promise<void> {
  await view.evaluate('void window.probe.forget()');
}

/** All nodes of the document, texts among them. */
export async function nodesOf(view: View): Promise<number> {
  return await view.evaluate<number>(`(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 1;
    while (walker.nextNode() !== null) nodes += 1;
    return nodes;
  })()`);
}

/** The scripts and style sheets that stand in a page by now, in the order of their names. */
export async function filesOf(view: View): Promise<readonly string[]> {
  return await view.evaluate<string[]>(`[...document.querySelectorAll('script[src], link[href]')]
    .map((one) => new URL(one.src ?? one.href).pathname.slice(1)).sort()`);
}
