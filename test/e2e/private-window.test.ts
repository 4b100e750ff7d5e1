/**
 * A private window of Firefox: it shares `storage.local` and the session with the normal ones, and has databases of its own.
 * Everyday use works there; what must reach the second copy too is left to a normal window. Chromium shares the databases.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agedVault } from './aged-vault';
import { readDatabases } from './databases';
import type { View } from './rig/extension-browser';
import type { FirefoxBrowser } from './rig/firefox';
import { FirefoxView } from './rig/firefox-view';
import { picture, type Stage, setStage } from './stage';
import { CONTOSO, pasteLink, unlock } from './walks/accounts';
import { giveBackup } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';

/** What a person does in the add-on's own settings: "Run in private windows". Argument: the add-on's id. */
const allowPrivate = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add(arguments[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID(arguments[0])).reload();
`;

/** A private window with that address: its browser id. Argument: the address. */
const openPrivateWindow = `
  const { BrowserWindowTracker } = ChromeUtils.importESModule('resource:///modules/BrowserWindowTracker.sys.mjs');
  const opened = await BrowserWindowTracker.promiseOpenWindow({ private: true });
  const browser = opened.gBrowser.selectedBrowser;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  browser.fixupAndLoadURIString(arguments[0], { triggeringPrincipal });
  return browser.browserId;
`;

const recordsIn = async (view: View) => await view.evaluate("chrome.storage.local.get(['va', 'vb'])");

describe('firefox', () => {
  let stage: Stage;
  let firefox: FirefoxBrowser;
  beforeAll(async () => {
    stage = await setStage('firefox');
    firefox = stage.browser as FirefoxBrowser;
    await firefox.marionette.runInBrowser(allowPrivate, [firefox.addonId]);
  });
  afterAll(async () => await stage?.close());

  const openPrivate = async (path: string): Promise<View> => {
    const url = `${firefox.extensionOrigin}/${path}`;
    const browserId = await firefox.marionette.runInBrowser<number>(openPrivateWindow, [url]);
    return new FirefoxView(firefox.marionette, browserId, 15_000);
  };
  const expectRefused = async (view: View) =>
    expect(await view.waitForText('[data-show=error]', 'normal window')).toMatch(/Nothing was changed/);

  it('with nothing stored that it can see, it begins no vault and sends to a normal window', async () => {
    await openWith(stage, {});
    await firefox.closePopup();
    const popup = await openPrivate('popup/index.html');
    await popup.waitFor('[data-screen=problem]');
    expect(await popup.text('[data-show=error]')).toMatch(/Use a normal window first/);
    expect(await popup.has('[data-do=open-recovery], [data-do=scan], [data-do=paste]')).toBe(false);
    await picture(popup, 'firefox-private-first');
    const page = await openPrivate('options/index.html#backup');
    await page.waitFor('[data-problem=mirror-elsewhere]');
    expect(await page.has('[data-do=restore-backup], [data-do=start-over], [data-show=found]')).toBe(false);
    await picture(page, 'firefox-private-recovery');
  });

  it('where local copies are damaged or lost, it goes on from no older one, and the normal window brings them back', async () => {
    const { items } = await agedVault(PASSPHRASE);
    const popup = await openWith(stage, items);
    await popup.waitFor('[data-screen=locked]');
    await popup.evaluate("chrome.storage.local.set({ va: 'damaged' })");
    await firefox.closePopup();
    const lost = await openPrivate('popup/index.html');
    await lost.waitFor('[data-screen=problem]');
    await lost.evaluate('chrome.storage.local.clear()');
    await lost.waitFor('[data-screen=problem]');
    expect(await lost.evaluate('chrome.storage.local.get(null)')).toEqual({});
    const normal = await firefox.openTab(`${firefox.extensionOrigin}/popup/index.html`);
    await normal.waitFor('[data-screen=locked]');
    await unlock(normal);
    await normal.waitFor('[data-screen=list]');
    await lost.waitFor('[data-screen=list]');
  });

  it('saves an account, but changes no passphrase, starts nothing over and makes no backup the vault', async () => {
    const { items, backup } = await agedVault(PASSPHRASE);
    const popup = await openWith(stage, items);
    await popup.waitFor('[data-screen=locked]');
    await firefox.closePopup();
    const settings = await openPrivate('options/index.html#locking');
    await unlock(settings);
    await settings.click('[data-do=change-passphrase]');
    const before = await recordsIn(settings);
    await settings.type('[data-field=passphrase]', 'seven lamps above the harbour');
    await settings.click('[data-do=create]');
    await expectRefused(settings);
    await picture(settings, 'firefox-private-change');
    expect(await recordsIn(settings)).toEqual(before);
    await settings.evaluate('chrome.storage.session.clear()');
    await settings.click('[data-do=open-backup]');
    await settings.click('[data-do=start-over]');
    await settings.click('[data-do=start-over-surely]');
    await expectRefused(settings);
    await settings.click('[data-show=way-start-over] [data-do=back]');
    await settings.click('[data-do=restore-backup]');
    await giveBackup(settings, backup);
    await settings.click('[data-do=restore-all]');
    await expectRefused(settings);
    expect(await recordsIn(settings)).toEqual(before);
    const small = await openPrivate('popup/index.html');
    await unlock(small);
    await pasteLink(small, CONTOSO);
    await small.click('[data-do=save], [data-do=keep-both]');
    await small.waitForText('[data-show=notice]', 'Saved');
    const normal = await firefox.openTab(`${firefox.extensionOrigin}/manifest.json`);
    expect((await readDatabases(normal))['halfminute']?.['mirror']).toEqual([items['va']]);
  });
});
