/** Vaults that were set aside and opened again, in real Chromium and real Firefox. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './axe-look';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { chooseThisDeviceOnly, GITHUB, pasteLink } from './walks/accounts';
import { openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { damageBoth, storeItems } from './walks/stored';
import { leaveHalfminute, openUnlockedSettings } from './walks/unlocked';

const NEW_PASSPHRASE = 'seven green kettles sing';
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const ROW = '[data-show=set-aside] .account:first-child';
const namesIn = async (popup: View) =>
  await popup.evaluate<string[]>(
    "[...document.querySelectorAll('.row [data-show=issuer]')].map((one) => one.textContent)",
  );
const setAside = async (view: View) =>
  await view.evaluate<Record<string, string>>(
    "chrome.storage.local.get(null).then((all) => Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('old-'))))",
  );

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  /** What the vault of this device left, by its key. */
  let left: Record<string, string>;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const codeNow = async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list] [data-show=code]');
    return popup;
  };

  const glance = async (page: View, name: string) => {
    await picture(page, `${kind}-${name}`);
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(0);
  };

  it('a damaged vault of this device: started over from, brought back, under a passphrase of its own', async () => {
    const popup = await openWith(stage, {});
    await pasteLink(popup, GITHUB);
    await chooseThisDeviceOnly(popup);
    // An earlier state, as the first change of another day leaves it.
    await popup.evaluate("chrome.storage.local.get('va').then(({ va }) => chrome.storage.local.set({ s0: va }))");
    await damageBoth(popup);
    await stage.browser.closePopup();
    const page = await openSettings(stage.browser, 'backup');
    await page.click('[data-do=start-over]');
    await page.click('[data-do=start-over-surely]');
    await page.waitForText('[data-show=no-vault] [data-show=notice]', 'Started over');
    left = await setAside(page);
    expect(Object.keys(left)).toHaveLength(1);
    await page.click(`${ROW} [data-do=bring-back]`);
    expect(await page.waitForText('[data-show=bring-back] [data-show=backup-read]', '1 account')).toMatch(/^From /);
    await page.type('[data-show=bring-back] [data-field=passphrase]', NEW_PASSPHRASE);
    await glance(page, 'bring-back-device');
    await page.click('[data-show=bring-back] [data-do=create]');
    expect(await page.waitForText('[data-show=backups] [data-show=notice]', 'Brought back')).toMatch(/1 account/);
    expect(await setAside(page)).toEqual(left);
    const list = await codeNow();
    expect(await namesIn(list)).toEqual(['GitHub']);
    expect(await list.text('[data-show=code]')).toMatch(/^\d{3} \d{3}$/);
    expect(await list.has('[data-show=device-mark]')).toBe(false);
  });

  it('the same into another vault: what is missing there is offered, comes back, and stays set aside', async () => {
    // The key that was kept for it stands in the browser; only the vault beside it is another one.
    const page = await openUnlockedSettings(stage, { ...(await seedVault(PASSPHRASE, 1)), ...left }, 'backup');
    await page.click(`${ROW} [data-do=bring-back]`);
    await page.waitFor('[data-show=bring-back] [data-show=changes-new] .account');
    await glance(page, 'bring-back-changes');
    await page.click('[data-show=changes] [data-do=restore-chosen]');
    await page.waitForText('[data-show=backups] [data-show=notice]', 'Brought back');
    await page.waitFor(`${ROW} [data-do=bring-back]`);
    expect(await setAside(page)).toEqual(left);
    expect(await namesIn(await codeNow())).toContain('GitHub');
    await stage.browser.closePopup();
    await page.click(`${ROW} [data-do=forget]`);
    await page.click(`${ROW} [data-do=forget-surely]`);
    await page.waitFor('[data-show=backups]:not(:has([data-show=set-aside]))');
  });

  it('one whose key is gone says so; one with a passphrase asks for it, and opens with it again', async () => {
    // Its key went with the deletion above.
    await leaveHalfminute(stage);
    await storeItems(stage.browser, left);
    const page = await openSettings(stage.browser, 'backup');
    await page.click(`${ROW} [data-do=bring-back]`);
    expect(await page.text('[data-show=bring-back] [data-show=error]')).toMatch(/key that opens it is gone/);
    await page.click('[data-show=bring-back] [data-do=back]');
    await page.waitFor(`${ROW} [data-do=bring-back]:focus`);
    const { va } = await seedVault(PASSPHRASE, 3);
    await leaveHalfminute(stage);
    await storeItems(stage.browser, { 'old-1790000000000': JSON.stringify({ halfminute: 'stored bytes 1', va }) });
    const again = await openSettings(stage.browser, 'backup');
    await again.click(`${ROW} [data-do=bring-back]`);
    await again.type('[data-show=bring-back] [data-field=passphrase]', 'not this one');
    await again.click('[data-show=bring-back] [data-do=continue]');
    expect(await again.text('[data-show=bring-back] [data-show=error]')).toMatch(/not the passphrase/);
    await again.type('[data-show=bring-back] [data-field=passphrase]', PASSPHRASE);
    await again.click('[data-show=bring-back] [data-do=continue]');
    await again.click('[data-show=bring-back] [data-do=restore-all]');
    expect(await again.waitForText('[data-show=backups] [data-show=notice]', 'Brought back')).toMatch(/3 accounts/);
  });
});
