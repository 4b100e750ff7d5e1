/** What is stored, put into a given state as a profile brought from elsewhere or a damaged disk would. */
import { createHash } from 'node:crypto';
import type { ExtensionBrowser, View } from '../rig/extension-browser';

type Items = Readonly<Record<string, unknown>>;

/** Runs `work`, a statement about `store`, on the vault's second domain, which it makes where there is none. */
const inMirror = (work: string) => `(async () => {
  const opening = indexedDB.open('halfminute');
  const database = await new Promise((done, fail) => Object.assign(opening, {
    onupgradeneeded: () => opening.result.createObjectStore('vault'), onsuccess: () => done(opening.result), onerror: fail }));
  const transaction = database.transaction('vault', 'readwrite');
  const store = transaction.objectStore('vault');
  ${work};
  await new Promise((done, fail) => Object.assign(transaction, { oncomplete: done, onabort: fail }));
  database.close();
})()`;

/** Puts `items` in the place of whatever is stored, in both domains; closes the popup. */
export async function replaceStored(browser: ExtensionBrowser, popup: View, items: Items): Promise<void> {
  const { va, hw } = items;
  const mirrored = va === undefined ? [] : [`put(${JSON.stringify([va])}, 'mirror')`];
  const marked = hw === undefined ? [] : [`put(${JSON.stringify(hw)}, 'hw')`];
  const steps = ['clear()', ...mirrored, ...marked].map((step) => `store.${step}`);
  await popup.evaluate(`(async () => {
    await ${inMirror(steps.join('; '))};
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
    await chrome.storage.local.set(${JSON.stringify(items)});
  })()`);
  await browser.closePopup();
}

/** Flips bytes in both copies of `storage.local` and takes the other domain away, as two accidents at once would. */
export async function damageBoth(view: View): Promise<void> {
  await view.evaluate(`(async () => {
    await ${inMirror('store.clear()')};
    const { va, vb } = await chrome.storage.local.get(['va', 'vb']);
    const flipped = (text) => text.replace(/"ct":"(.)/, (_, first) => '"ct":"' + (first === 'A' ? 'B' : 'A'));
    await chrome.storage.local.set({ va: flipped(va), vb: flipped(vb) });
    await chrome.storage.session.clear();
  })()`);
}

export async function loseLocal(view: View): Promise<void> {
  await view.evaluate("chrome.storage.local.remove(['va', 'vb', 'hw'])");
}

export async function loseMirror(view: View): Promise<void> {
  await view.evaluate(inMirror('store.clear()'));
}

/** Leaves the second domain a database that can be neither read nor written. Waits until no page of Halfminute is open. */
export async function breakMirror(bare: View): Promise<void> {
  await bare.evaluate(`new Promise((done, fail) => {
    const opening = indexedDB.open('halfminute', 1000);
    opening.onupgradeneeded = () => [...opening.result.objectStoreNames].forEach((name) => opening.result.deleteObjectStore(name));
    opening.onsuccess = () => { opening.result.close(); done(null); };
    opening.onerror = () => fail(opening.error);
  })`);
}

/** Takes that database away. */
export async function mendMirror(bare: View): Promise<void> {
  await bare.evaluate(`new Promise((done, fail) => {
    const deleting = indexedDB.deleteDatabase('halfminute');
    deleting.onsuccess = () => done(null);
    deleting.onerror = () => fail(deleting.error);
  })`);
}

/** The record with another body and the sum that fits it: whole as far as anyone without the key can tell, and refused. */
export function withSpoiledBody(stored: unknown): string {
  const record = JSON.parse(String(stored)) as Readonly<Record<'h' | 'iv' | 'ct', string>>;
  const ct = Buffer.from(record.ct, 'base64').map((byte, place) => (place === 0 ? byte ^ 1 : byte));
  const parts = [Buffer.from(record.h), Buffer.alloc(1), Buffer.from(record.iv, 'base64'), ct];
  const sum = createHash('sha256').update(Buffer.concat(parts)).digest('base64');
  return JSON.stringify({ ...record, ct: Buffer.from(ct).toString('base64'), sum });
}

/** From here on this page can write nothing into its databases, as where the browser's own files are spoiled. */
export async function failMirrorWrites(view: View): Promise<void> {
  await view.evaluate("void (IDBObjectStore.prototype.put = () => { throw new Error('the disk failed'); })");
}
