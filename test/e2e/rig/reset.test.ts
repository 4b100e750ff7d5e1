/** A browser that was used and put back is as one that was just started. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../kinds';
import { type Stage, setStage } from '../stage';
import { CONTOSO, chooseThisDeviceOnly, pasteLink } from '../walks/accounts';
import { evaluateInBackground } from './beside';
import { downloadsFolder } from './downloads';
import type { ExtensionBrowser, View } from './extension-browser';
import { leftInExtension } from './extension-state';

const bare = (browser: ExtensionBrowser): Promise<View> => browser.openPage(`${browser.extensionOrigin}/manifest.json`);

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind, { isOwnBrowser: true });
  });
  afterAll(async () => await stage?.close());

  const open = async (): Promise<View> => {
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    return await stage.browser.openPopup();
  };

  it('the vault, the session, the alarm and the databases of a person are gone', async () => {
    const popup = await open();
    await pasteLink(popup, CONTOSO);
    await chooseThisDeviceOnly(popup);
    await evaluateInBackground(stage.browser, "chrome.action.setBadgeText({ text: '!' })");
    const left = await popup.evaluate<string>(leftInExtension);
    for (const name of ['storage.local.va', 'storage.session.unlocked', 'database halfminute', 'alarm ', 'badge !'])
      expect(left).toContain(name);
    await stage.browser.reset();
    expect(await (await bare(stage.browser)).evaluate(leftInExtension)).toBe('');
    const again = await open();
    await again.waitFor('[data-screen=welcome]');
    await stage.browser.closePopup();
  });

  it('open tabs, windows and the popup are closed, cookies and the clipboard empty', async () => {
    const { browser, site } = stage;
    const page = await browser.openPage(`${site.url}/sign-in`);
    await page.evaluate("document.cookie = 'stays=yes; max-age=900'");
    await browser.openTab(`${site.url}/gallery/qr`);
    await browser.openWindow(`${site.url}/gallery/forms`);
    const popup = await open();
    await pasteLink(popup, CONTOSO);
    await popup.click('[data-do=save]');
    await popup.click('[data-do=keep-here]');
    await popup.click('[data-do=create-here]');
    await popup.click('[data-do=copy]');
    await popup.waitForText('[data-show=notice]', 'Copied');
    expect(await browser.readClipboard()).toMatch(/^\d{6}$/);
    await browser.reset();
    expect(await browser.isPopupOpen()).toBe(false);
    const counted =
      'Promise.all([chrome.tabs.query({}), chrome.windows.getAll()]).then((all) => all.map((of) => of.length))';
    expect(await evaluateInBackground(browser, counted)).toEqual([1, 1]);
    expect(await browser.readClipboard()).toBe('');
    expect(await (await browser.openPage(`${site.url}/sign-in`)).evaluate('document.cookie')).toBe('');
  });

  it('a tab has its colours, its size and no past, and no file stays behind', async () => {
    const { browser, site } = stage;
    const look = '[matchMedia("(prefers-color-scheme: dark)").matches, innerWidth, innerHeight, history.length]';
    await browser.reset();
    const fresh = await (await browser.openPage(`${site.url}/sign-in`)).evaluate(look);
    const page = await browser.openPage(`${site.url}/gallery/forms`);
    await page.preferColors('dark');
    await page.resize(390, 500);
    mkdirSync(downloadsFolder(browser.profilePath), { recursive: true });
    writeFileSync(join(downloadsFolder(browser.profilePath), 'kept.txt'), 'kept');
    await browser.reset();
    expect(await (await browser.openPage(`${site.url}/sign-in`)).evaluate(look)).toEqual(fresh);
    expect(existsSync(join(downloadsFolder(browser.profilePath), 'kept.txt'))).toBe(false);
  });

  it('the background starts as after an installation, and hears what it heard before', async () => {
    await stage.browser.reset();
    const popup = await open();
    await popup.waitFor('[data-screen=welcome]');
    expect(await evaluateInBackground(stage.browser, 'chrome.alarms.getAll()')).toEqual([]);
  });
});
