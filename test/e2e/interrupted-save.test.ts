/**
 * T15: a popup closes at any click and the browser stops the background whenever it likes, also in the middle of a save.
 * What was to be saved is then in the list or still waits; it is never gone, and never there twice.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boundAccount } from './bound-accounts';
import { IS_LONG, KINDS } from './kinds';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { sealAccounts } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { GITHUB, pasteLink, unlock } from './walks/accounts';
import { PASSPHRASE, saveWithPassphrase } from './walks/journey';
import { storeUnlocked } from './walks/stored';

/** From before the first read of a commit until after its last write. */
const MOMENTS_MS = IS_LONG ? [0, 5, 15, 30, 50, 90] : [0, 15, 50];
/** From before the passphrase is worked on until the vault is there. */
const FIRST_MOMENTS_MS = IS_LONG ? [0, 200, 400, 800] : [0, 400];
const linkOf = (place: number) =>
  `otpauth://totp/Example:person${place}?secret=${'ABCDEFGHIJKLMNOP'.slice(place)}${'ABCDEFGHIJKLMNOP'.slice(0, place)}&issuer=Example`;
const labelsSource = "[...document.querySelectorAll('.row [data-show=label]')].map((one) => one.textContent)";

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  beforeEach(async () => await forgetEverything());
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  /** Clicks, and takes the popup away `afterMs` later: where in the work that falls is the point. */
  const clickAndVanish = async (popup: View, button: string, afterMs: number) => {
    const source = `(() => {
      document.querySelector('${button}').click();
      setTimeout(() => window.close(), ${afterMs});
    })()`;
    await popup.evaluate(source).catch(() => undefined);
    await eventually(
      async () => !(await stage.browser.isPopupOpen()),
      () => 'the popup to close itself',
    );
    await stage.browser.closePopup();
  };
  const openPopup = async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen]');
    return popup;
  };
  /** By a page of the extension where none of its code runs, and holds a database open. */
  const forgetEverything = async () => {
    const { browser, site } = stage;
    const bare = await browser.openPage(`${browser.extensionOrigin}/manifest.json`);
    await bare.evaluate(`Promise.all([
      chrome.storage.local.clear(),
      chrome.storage.session.clear(),
      new Promise((done) => { indexedDB.deleteDatabase('halfminute').onsuccess = () => done(); }),
    ]).then(() => null)`);
    await browser.openPage(`${site.url}/sign-in`);
  };
  const storeOne = async () =>
    await storeUnlocked(
      stage.browser,
      await sealAccounts(PASSPHRASE, [boundAccount(0, 'GitHub', [], { label: 'octocat' })]),
    );
  const labels = async (popup: View) => await popup.evaluate<string[]>(labelsSource);

  it('T15: an account whose popup closed while it was saved is in the list or still waits', async () => {
    await storeOne();
    const expected = ['octocat'];
    for (const [place, afterMs] of MOMENTS_MS.entries()) {
      const saving = await openPopup();
      await pasteLink(saving, linkOf(place));
      await clickAndVanish(saving, '[data-do=save]', afterMs);
      expected.push(`person${place}`);
      const again = await openPopup();
      if (await again.has('[data-screen=preview]')) {
        expect(await again.value('[data-field=label]')).toBe(`person${place}`);
        await again.click('[data-do=save]');
      }
      await again.waitFor(`[data-screen=list][data-count="${expected.length}"]`);
      expect(await labels(again)).toEqual(expected);
      await stage.browser.closePopup();
    }
  });

  it('T15: an account whose popup closed while the vault was made is saved or still waits', async () => {
    for (const afterMs of FIRST_MOMENTS_MS) {
      await forgetEverything();
      const fresh = await openPopup();
      await fresh.waitFor('[data-screen=welcome]');
      await pasteLink(fresh, GITHUB);
      await fresh.click('[data-do=save]');
      await fresh.type('[data-field=passphrase]', PASSPHRASE);
      await clickAndVanish(fresh, '[data-do=create]', afterMs);
      const again = await openPopup();
      if (await again.has('[data-screen=locked]')) await unlock(again);
      await again.waitFor('[data-screen=preview], [data-screen=list]');
      if (await again.has('[data-screen=preview]')) {
        expect(await again.value('[data-field=label]')).toBe('octocat');
        await again.click('[data-do=save]');
        await again.waitFor('[data-screen=passphrase], [data-screen=list]');
      }
      if (await again.has('[data-screen=passphrase]')) {
        await again.type('[data-field=passphrase]', PASSPHRASE);
        await again.click('[data-do=create]');
      }
      await again.waitFor('[data-screen=list]');
      expect(await labels(again)).toEqual(['octocat']);
      await stage.browser.closePopup();
    }
  });

  it('T15: a name whose popup closed while it was changed is the old one or the new one', async () => {
    await storeOne();
    let name = 'octocat';
    for (const [place, afterMs] of MOMENTS_MS.entries()) {
      const editing = await openPopup();
      await editing.click('[data-do=edit]');
      await editing.type('[data-field=label]', `name ${place}`);
      await clickAndVanish(editing, '[data-do=save]', afterMs);
      const again = await openPopup();
      await again.waitFor('[data-screen=list]');
      const [found = ''] = await labels(again);
      expect([name, `name ${place}`]).toContain(found);
      name = found;
      await stage.browser.closePopup();
    }
  });

  it('T15: the background stopped before, within and after every save takes nothing away', async () => {
    const popup = await openPopup();
    await stage.browser.stopBackground();
    await pasteLink(popup, GITHUB);
    await stage.browser.stopBackground();
    await Promise.all([saveWithPassphrase(popup), stage.browser.stopBackground()]);
    const expected = ['octocat'];
    for (const place of MOMENTS_MS.keys()) {
      await pasteLink(popup, linkOf(place));
      await Promise.all([popup.click('[data-do=save]'), stage.browser.stopBackground()]);
      expected.push(`person${place}`);
      await popup.waitFor(`[data-screen=list][data-count="${expected.length}"]`);
      await stage.browser.stopBackground();
      expect(await labels(popup)).toEqual(expected);
    }
    await stage.browser.restart();
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    const again = await openPopup();
    await unlock(again);
    await again.waitFor(`[data-screen=list][data-count="${expected.length}"]`);
    expect(await labels(again)).toEqual(expected);
  });
});
