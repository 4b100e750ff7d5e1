// What a test may do to a profile and around it, in both browsers, on the fixture extension: end, damage, save, install.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../kinds';
import { evaluateInBackground, installBeside } from './beside';
import { downloadAfter } from './downloads';
import type { ExtensionBrowser, View } from './extension-browser';
import { launchFixture } from './fixture-launch';
import { type FixturePage, serveFixturePage } from './fixture-page';
import { endAndCopyProfile, type ProfileCopy } from './profile-copy';
import { damageFirstLength, emptyFiles, flipBitBehind, removeFiles, storageFiles } from './storage-files';

let folder = '';
let site: FixturePage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'halfminute-rig-'));
  site = await serveFixturePage();
});

afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

// Not compressed by a browser: there is nothing in it twice.
const MARK = 'k7Qd2-planted-0xWv';
const withDatabase = (work: string) => `new Promise((done, fail) => {
  const opening = indexedDB.open('kept');
  opening.onupgradeneeded = () => opening.result.createObjectStore('words');
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('words', 'readwrite');
    const request = transaction.objectStore('words').${work};
    transaction.oncomplete = () => { opening.result.close(); done(request.result ?? null); };
    transaction.onabort = fail;
  };
  opening.onerror = fail;
}).catch(() => 'failed')`;
const keep = async (view: View) => {
  await view.evaluate(`chrome.storage.local.set({ words: '${MARK}' }).then(() => null)`);
  await view.evaluate(withDatabase(`put('${MARK}', 'words')`));
};
const inLocal = async (view: View) =>
  await view.evaluate<string | undefined>(
    "chrome.storage.local.get('words').then(({ words }) => words ?? null, () => 'failed')",
  );
const inDatabase = async (view: View) => await view.evaluate<string | undefined>(withDatabase("get('words')"));

describe.each(KINDS)('in %s', (kind) => {
  let browser: ExtensionBrowser;
  const openPopupPage = () => browser.openPage(`${browser.extensionOrigin}/popup.html`);

  beforeAll(async () => {
    browser = await launchFixture(kind, folder, {});
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(['local', 'databases'] as const)('finds the files of %s, and losing them leaves the rest', async (domain) => {
    await keep(await openPopupPage());
    await browser.end();
    const files = storageFiles(browser, domain);
    expect(files.length).toBeGreaterThan(0);
    expect(Buffer.concat(files.map((file) => readFileSync(file))).includes(MARK)).toBe(true);
    if (kind === 'chromium') emptyFiles(files);
    else removeFiles(files);
    await browser.restart();
    const page = await openPopupPage();
    const lost = [null, MARK];
    expect([await inLocal(page), await inDatabase(page)]).toEqual(domain === 'local' ? lost : lost.reverse());
  });

  it('says what is not in the files', () => {
    expect(() => flipBitBehind(storageFiles(browser, 'local'), 'never written', 0)).toThrow(/never written/);
  });

  it('saves what a page hands out as a file', async () => {
    await browser.openPage(`http://127.0.0.1:${site.port}/`);
    const popup = await browser.openPopup();
    const handOut = `Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(new Blob(['für später'])), download: 'words.txt' }).click()`;
    const { name, bytes } = await downloadAfter(browser, () => popup.evaluate(handOut));
    expect([name, bytes.toString()]).toEqual(['words.txt', 'für später']);
    await browser.closePopup();
  });

  it('opens a second window, and both go on', async () => {
    const first = await browser.openTab(`${browser.extensionOrigin}/popup.html`);
    const second = await browser.openWindow(`${browser.extensionOrigin}/popup.html?second`);
    await second.waitFor('#words');
    const windowId = '(globalThis.browser ?? chrome).windows.getCurrent().then(({ id }) => id)';
    expect(await first.evaluate(windowId)).not.toBe(await second.evaluate(windowId));
    await second.type('#words', 'two');
    await first.type('#words', 'one');
    expect([await first.value('#words'), await second.value('#words')]).toEqual(['one', 'two']);
  });

  it('asks the background, in Firefox one that was stopped too', async () => {
    if (kind === 'firefox') await browser.stopBackground();
    const id = await evaluateInBackground<string>(browser, '(globalThis.browser ?? chrome).runtime.id');
    expect(id).not.toBe('');
    expect(await evaluateInBackground(browser, 'Promise.resolve(typeof document)')).toBe(
      kind === 'chromium' ? 'undefined' : 'object',
    );
  });

  it('installs another extension beside', async () => {
    const other = join(folder, `other-${kind}`);
    mkdirSync(other);
    writeFileSync(join(other, 'page.html'), '<!doctype html><title>Other</title><h1>Other</h1>');
    const gecko = { id: 'other@halfminute.example' };
    const manifest = { manifest_version: 3, name: 'Other', version: '1.0', browser_specific_settings: { gecko } };
    writeFileSync(join(other, 'manifest.json'), JSON.stringify(manifest));
    const origin = await installBeside(browser, other);
    expect(origin).not.toBe(browser.extensionOrigin);
    expect(await (await browser.openTab(`${origin}/page.html`)).text('h1')).toBe('Other');
  });
});

describe('in chromium, a log of storage.local', () => {
  let browser: ExtensionBrowser;
  let sound: ProfileCopy;

  beforeAll(async () => {
    browser = await launchFixture('chromium', folder, {});
    await keep(await browser.openPage(`${browser.extensionOrigin}/popup.html`));
    sound = await endAndCopyProfile(browser);
  });

  afterAll(async () => {
    await browser.close();
    sound.remove();
  });

  it.each([
    [
      'with a bit flipped in a value, answers another value',
      (files: readonly string[]) => flipBitBehind(files, 'k7Qd2-planted', 1),
      'k7Qd2-planted-1xWv',
    ],
    ['with its first length damaged, answers nothing', damageFirstLength, null],
    ['with nothing done to it, answers what was kept', () => undefined, MARK],
  ])('%s', async (_name, damage, expected) => {
    await sound.putBack();
    damage(storageFiles(browser, 'local'));
    await browser.restart();
    const page = await browser.openPage(`${browser.extensionOrigin}/popup.html`);
    expect([await inLocal(page), await inDatabase(page)]).toEqual([expected, MARK]);
  });
});
