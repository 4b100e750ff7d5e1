/** Halfminute over given accounts, open and unlocked: nobody types a passphrase that is not what a test is about. */
import type { View } from '../rig/extension-browser';
import type { SeededItems } from '../seeded-vault';
import type { Stage } from '../stage';
import { storeUnlocked } from './stored';

/** The demo site's page to sign in is all that is open. */
export async function leaveHalfminute({ browser, site }: Stage): Promise<void> {
  await browser.closePopup();
  await browser.closeOtherTabs();
  await browser.openPage(`${site.url}/sign-in`);
}

/** The popup over `items` in the place of whatever was stored, with codes on the screen. */
export async function openUnlocked(stage: Stage, items: SeededItems): Promise<View> {
  await leaveHalfminute(stage);
  await storeUnlocked(stage.browser, items);
  const popup = await stage.browser.openPopup();
  await popup.waitFor('[data-screen=list] [data-show=code]');
  return popup;
}

/** A section of the settings over `items`, as a tab of its own. */
export async function openUnlockedSettings(stage: Stage, items: SeededItems, section: string): Promise<View> {
  const { browser } = stage;
  await leaveHalfminute(stage);
  await storeUnlocked(browser, items);
  const page = await browser.openTab(`${browser.extensionOrigin}/options/index.html#${section}`);
  await page.waitFor(`[data-screen=${section}]`);
  return page;
}
