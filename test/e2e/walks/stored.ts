/** What is stored, put into a given state as a profile brought from elsewhere or a damaged disk would. */
import { createHash } from 'node:crypto';
import { SCAN_MENU } from '../../../src/app/names';
import { evaluateInBackground } from '../rig/beside';
import { ChromiumBrowser } from '../rig/chromium';
import { listTargets } from '../rig/chromium-targets';
import type { ExtensionBrowser, View } from '../rig/extension-browser';
import { type SeededItems, VAULT_KEY } from '../seeded-vault';
import { sessionOf } from './session';

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

/** Puts `items` in the place of whatever is stored, in both domains, from the background: no page of Halfminute should be open. */
export async function storeItems(browser: ExtensionBrowser, items: Items): Promise<void> {
  await store(browser, items, []);
}

/** The same, with the session that an unlock would have begun: what opens next is unlocked. */
export async function storeUnlocked(browser: ExtensionBrowser, items: SeededItems): Promise<void> {
  const session = sessionOf(items[VAULT_KEY], Date.now());
  const { name, when } = session.alarm;
  await store(browser, items, [
    `chrome.storage.session.set(${JSON.stringify(session.items)})`,
    `chrome.alarms.create(${JSON.stringify(name)}, ${JSON.stringify({ when })})`,
  ]);
}

async function store(browser: ExtensionBrowser, items: Items, behind: readonly string[]): Promise<void> {
  const { va, hw } = items;
  const mirrored = va === undefined ? [] : [`put(${JSON.stringify([va])}, 'mirror')`];
  const marked = hw === undefined ? [] : [`put(${JSON.stringify(hw)}, 'hw')`];
  const steps = ['clear()', ...mirrored, ...marked].map((step) => `store.${step}`);
  await background(browser).evaluate(`(async () => {
    ${isInstalled};
    await ${inMirror(steps.join('; '))};
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.alarms.clearAll()]);
    await chrome.storage.local.set(${JSON.stringify(items)});
    ${behind.map((step) => `await ${step};`).join('\n')}
  })()`);
}

type Evaluating = Pick<View, 'evaluate'>;

/** Halfminute's background. Where Chromium's is stopped, which wakes for its own events only: a page where no code of it runs. */
export function background(browser: ExtensionBrowser): Evaluating {
  return {
    evaluate: async <T>(source: string): Promise<T> => {
      if (!(browser instanceof ChromiumBrowser) || (await listTargets(browser.cdp, 'service_worker')).length > 0)
        return await evaluateInBackground<T>(browser, source);
      const page = await browser.context.newPage();
      await page.goto(`${browser.extensionOrigin}/manifest.json`);
      return await page.evaluate<T>(source).finally(() => page.close());
    },
  };
}

/** Until Halfminute made its menus it may still be about to lock, as it does where it was installed. */
const isInstalled = `
  const hasMenu = () => new Promise((done) => {
    chrome.contextMenus.update(${JSON.stringify(SCAN_MENU)}, {}, () => done(!chrome.runtime.lastError));
  });
  while (!(await hasMenu())) await new Promise((done) => setTimeout(done, 10));
  await navigator.locks.request('halfminute-session', () => {})`;

/** Flips bytes in both copies of `storage.local` and takes the other domain away, as two accidents at once would. */
export async function damageBoth(view: Evaluating): Promise<void> {
  await view.evaluate(`(async () => {
    await ${inMirror('store.clear()')};
    const { va, vb } = await chrome.storage.local.get(['va', 'vb']);
    const flipped = (text) => text.replace(/"ct":"(.)/, (_, first) => '"ct":"' + (first === 'A' ? 'B' : 'A'));
    await chrome.storage.local.set({ va: flipped(va), vb: flipped(vb) });
    await chrome.storage.session.clear();
  })()`);
}

export async function loseLocal(view: Evaluating): Promise<void> {
  await view.evaluate("chrome.storage.local.remove(['va', 'vb', 'hw'])");
}

export async function loseMirror(view: Evaluating): Promise<void> {
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
