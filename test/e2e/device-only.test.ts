/** "This device only", from the deliberate choice to the passphrase that ends it, in real Chromium and real Firefox. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readDatabases } from './databases';
import { KINDS } from './kinds';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { picture, type Stage, setStage } from './stage';
import { allStored, chooseThisDeviceOnly, GITHUB, pasteLink, unlock } from './walks/accounts';
import { forgetConfirmation, openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { failMirrorWrites } from './walks/stored';

// The copies of the device's key, as a person with the profile could reach them.
const DATABASES = "['halfminute-device', 'halfminute-device-2']";
const withKeys = (mode: string, work: string) => `(async () => {
  const known = new Set((await indexedDB.databases()).map(({ name }) => name));
  const answers = [];
  for (const name of ${DATABASES}.filter((name) => known.has(name))) {
    const database = await new Promise((done, fail) => Object.assign(indexedDB.open(name), { onsuccess: (event) => done(event.target.result), onerror: fail }));
    const request = database.transaction('keys', '${mode}').objectStore('keys').${work};
    answers.push(await new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result ?? null), onerror: fail })));
    database.close();
  }
  return answers;
})()`;
const readKeys = async (view: View) => {
  const inDatabases = await view.evaluate<(string | null)[]>(withKeys('readonly', "get('device')"));
  const { dk } = await view.evaluate<{ dk?: string }>("chrome.storage.local.get('dk')");
  return [...inDatabases, ...(dk === undefined ? [] : [dk])].filter((key) => key !== null);
};
const loseDatabaseCopies = async (view: View) => await view.evaluate(withKeys('readwrite', "delete('device')"));
const loseFirstCopy = async (view: View) =>
  await view.evaluate(withKeys('readwrite', "delete('device')").replace(DATABASES, "['halfminute-device']"));

/** From here on `workBegan` settles when the page first hands something to a worker. */
const TELL_OF_WORK = `void (window.workBegan = new Promise((begun) => {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...given) {
    begun(null);
    return postMessage.apply(this, given);
  };
}))`;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  /** A new vault without a passphrase, and one typed that will protect it. */
  const choosingPassphrase = async () => {
    const popup = await openWith(stage, {});
    await pasteLink(popup, GITHUB);
    await chooseThisDeviceOnly(popup);
    await popup.click('[data-do=protect]');
    await popup.click('[data-show=ask-again] [data-do=continue]');
    await popup.type('[data-field=passphrase]', PASSPHRASE);
    return popup;
  };

  it('is a second choice that says what it does not protect from, and can be stepped back from', async () => {
    const popup = await stage.browser.openPopup();
    await pasteLink(popup, GITHUB);
    await popup.click('[data-do=save]');
    await popup.click('[data-do=keep-here]');
    expect(await popup.text('[data-screen=keep-here]')).toMatch(/Anyone who can use this computer/);
    await popup.click('[data-do=back]');
    await popup.waitFor('[data-screen=passphrase]');
    await popup.click('[data-do=back]');
    await popup.waitFor('[data-screen=preview]');
    await chooseThisDeviceOnly(popup);
    expect(await popup.text('[data-show=device-mark]')).toMatch(/no passphrase protects/);
    expect(await popup.has('[data-do=lock]')).toBe(false);
    await picture(popup, `${kind}-device-list`);
    expect(new Set(await readKeys(popup)).size).toBe(1);
    expect(await readKeys(popup)).toHaveLength(2);
    expect(await allStored(popup)).not.toMatch(/JBSWY3DPEHPK3PXP|otpauth|GitHub/i);
  });

  it('opens by itself after a restart, still marked, and after its session was locked away', async () => {
    await stage.browser.restart();
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list] [data-show=device-mark]');
    expect(await popup.text('[data-show=code]')).toMatch(/^\d{3} \d{3}$/);
    await popup.evaluate('chrome.storage.session.clear()');
    await popup.waitFor('[data-screen=list] [data-show=code]');
  });

  it('heals a lost copy of its key from the other one', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    await loseFirstCopy(popup);
    expect(await readKeys(popup)).toHaveLength(1);
    await popup.evaluate('chrome.storage.session.clear()');
    await stage.browser.closePopup();
    const again = await stage.browser.openPopup();
    await again.waitFor('[data-screen=list]');
    expect(await readKeys(again)).toHaveLength(2);
  });

  it('with both copies gone says so, writes nothing, and comes back with one of them', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    const [key = ''] = await readKeys(popup);
    const stored = await popup.evaluate<{ va: string; vb: string }>("chrome.storage.local.get(['va', 'vb'])");
    await loseDatabaseCopies(popup);
    await popup.evaluate("Promise.all([chrome.storage.local.remove('dk'), chrome.storage.session.clear()])");
    await stage.browser.closePopup();
    const bereft = await stage.browser.openPopup();
    await bereft.waitFor('[data-screen=problem]');
    expect(await bereft.text('[data-show=error]')).toMatch(/key that this browser kept/);
    await picture(bereft, `${kind}-device-key-missing`);
    expect(await bereft.evaluate("chrome.storage.local.get(['va', 'vb'])")).toEqual(stored);
    await bereft.evaluate(withKeys('readwrite', `put(${JSON.stringify(key)}, 'device')`));
    await bereft.click('[data-do=try-again]');
    await bereft.waitFor('[data-screen=list]');
    expect(await readKeys(bereft)).toEqual([key, key]);
  });

  it('T6: whoever sits down at it is asked before a passphrase is set, and told what is at stake', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    await popup.click('[data-do=protect]');
    expect(await popup.text('[data-show=ask-again]')).toMatch(/nothing opens.*is it you/is);
    expect(await popup.has('[data-field=passphrase]')).toBe(false);
    await picture(popup, `${kind}-device-ask`);
    await popup.click('[data-do=back]');
    await popup.waitFor('[data-screen=list]');
    const page = await openSettings(stage.browser, 'locking');
    await page.click('[data-do=protect]');
    expect(await page.text('[data-show=ask-again]')).toMatch(/nothing opens.*is it you/is);
    expect(await page.has('[data-field=passphrase]')).toBe(false);
    await picture(page, `${kind}-device-ask-settings`);
    await page.click('[data-do=continue]');
    // Typing may take longer than a confirmation lasts.
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await forgetConfirmation(page);
    const before = await page.evaluate("chrome.storage.local.get('va')");
    await page.click('[data-do=create]');
    await page.waitFor('[data-show=ask-again]');
    expect(await page.text('[data-show=error]')).toMatch(/More than a minute/);
    expect(await page.evaluate("chrome.storage.local.get('va')")).toEqual(before);
    await page.click('[data-do=back]');
    await page.waitFor('[data-do=protect]');
    expect(await readKeys(page)).toHaveLength(2);
    await stage.browser.openTab(`${stage.site.url}/sign-in`);
  });

  it('ends with a passphrase: everything under a new key, the device’s key gone, the next start locked', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    const before = await popup.evaluate<{ va: string }>("chrome.storage.local.get('va')");
    await popup.evaluate(`chrome.storage.local.set({ 'old-1767225600000': '{"halfminute":"stored bytes 1"}' })`);
    await popup.click('[data-do=protect]');
    await popup.waitFor('[data-show=ask-again]');
    await popup.click('[data-do=continue]');
    await popup.type('[data-field=passphrase]', 'short');
    await popup.click('[data-do=create]');
    expect(await popup.text('[data-show=error]')).toMatch(/at least 8/);
    await popup.type('[data-field=passphrase]', PASSPHRASE);
    await popup.click('[data-do=create]');
    expect(await popup.waitForText('[data-show=notice]', /now protects/)).toMatch(/set aside .* opens without it/);
    expect(await popup.has('[data-show=device-mark]')).toBe(false);
    expect(await readKeys(popup)).toEqual([]);
    const after = await popup.evaluate<{ va: string; vb: string }>("chrome.storage.local.get(['va', 'vb'])");
    expect(after.va).toBe(after.vb);
    const header = (record: string) => JSON.parse(JSON.parse(record).h);
    expect(header(after.va)).toMatchObject({ vault: header(before.va).vault, epoch: 2, slots: [{ kind: 'argon2id' }] });
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await stage.browser.restart();
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    const locked = await stage.browser.openPopup();
    await locked.waitFor('[data-screen=locked]');
    await unlock(locked);
    await locked.waitFor('[data-screen=list]');
    expect(await locked.has('[data-show=device-mark]')).toBe(false);
  });

  it('T6: locked while the passphrase is set, stays locked, and says that the passphrase opens it', async () => {
    const popup = await choosingPassphrase();
    await popup.evaluate(TELL_OF_WORK);
    await popup.click('[data-do=create]');
    // Before the key is being derived it is too early: nothing would have begun.
    await popup.evaluate('window.workBegan');
    await popup.evaluate("chrome.storage.session.remove('unlocked')");
    expect(await popup.waitForText('[data-screen=locked] [data-show=notice]', 'locked meanwhile')).toMatch(
      /new passphrase/,
    );
    expect(await popup.evaluate('chrome.storage.session.get(null)')).toEqual({});
    await unlock(popup);
    await popup.waitFor('[data-screen=list]');
    expect(await readKeys(popup)).toEqual([]);
  });

  it('says so where the second copy can’t be sealed anew: it opens without the passphrase until the next unlock', async () => {
    const popup = await choosingPassphrase();
    await failMirrorWrites(popup);
    await popup.click('[data-do=create]');
    const said = await popup.waitForText('[data-show=notice]', 'second copy');
    expect(said).toMatch(/still opens.*without the passphrase/);
    expect(said).not.toMatch(/all accounts/);
    expect(await popup.text('[data-show=news]')).toMatch(/second copy could not be written/);
    await picture(popup, `${kind}-device-mirror-left`);
    expect(await readKeys(popup)).toHaveLength(2);
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await stage.browser.closePopup();
    const healed = await stage.browser.openPopup();
    await unlock(healed);
    await healed.waitFor('[data-screen=list]');
    await eventually(
      async () => (await readKeys(healed)).length === 0,
      () => 'the key of the device to go',
    );
    const { va } = await healed.evaluate<{ va: string }>("chrome.storage.local.get('va')");
    expect((await readDatabases(healed))['halfminute']?.['mirror']).toEqual([va]);
  });
});
