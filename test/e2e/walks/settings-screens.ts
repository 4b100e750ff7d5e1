/** Every section of the settings page, in every state a person can meet it. */

import { niceAccounts } from '../nice-accounts';
import type { View } from '../rig/extension-browser';
import { seedVault } from '../seeded-vault';
import type { Stage } from '../stage';
import { chooseThisDeviceOnly, GITHUB, pasteLink, unlock } from './accounts';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { storeItems } from './stored';
import { leaveHalfminute } from './unlocked';

export async function settings(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  await leaveHalfminute(stage);
  await storeItems(browser, await seedVault(PASSPHRASE, 0, niceAccounts()));
  const page = await browser.openTab(`${browser.extensionOrigin}/options/index.html`);
  await page.waitFor('[data-show=locked]');
  await look(page, 'settings-locked');
  await unlock(page);
  await page.waitFor('.account');
  await look(page, 'settings-accounts');
  await page.click('[data-do=edit]');
  await page.waitFor('.account-edit');
  await look(page, 'settings-edit');
  await page.click('[data-do=delete]');
  await page.waitFor('[data-show=trash]');
  await look(page, 'settings-deleted');
  await section(page, 'locking');
  await page.click('[data-choice="1-hour"]');
  await page.waitFor('[data-show=notice]');
  await look(page, 'settings-locking');
  await section(page, 'appearance');
  await look(page, 'settings-appearance');
  await section(page, 'about');
  await look(page, 'settings-about');
  await page.resize(320, 640);
  await look(page, 'settings-about-narrow');
  await section(page, 'accounts');
  await look(page, 'settings-accounts-narrow');
}

export async function settingsThisDeviceOnly(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  await leaveHalfminute(stage);
  await storeItems(browser, {});
  const page = await browser.openTab(`${browser.extensionOrigin}/options/index.html`);
  await page.waitFor('[data-show=empty]');
  await look(page, 'settings-empty');
  await browser.openPage(`${stage.site.url}/sign-in`);
  const again = await browser.openPopup();
  await pasteLink(again, GITHUB);
  await chooseThisDeviceOnly(again);
  await browser.closePopup();
  const device = await browser.openTab(`${browser.extensionOrigin}/options/index.html#locking`);
  await device.waitFor('[data-show=device-only]');
  await look(device, 'settings-this-device-only');
  await device.click('[data-do=protect]');
  await device.waitFor('[data-show=ask-again]');
  await look(device, 'settings-set-passphrase-surely');
}

async function section(page: View, name: string): Promise<void> {
  await page.click(`[data-do=open-${name}]`);
  await page.waitFor(`[data-screen=${name}]`);
}
