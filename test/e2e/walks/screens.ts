/**
 * Every screen of the popup, each brought about as a person brings it about. The tests hold them against axe in both
 * browsers and both colour schemes; `npm run shots` takes the pictures in docs/screens.
 */
import type { CodePage } from '../code-page';
import { vaultWithNewerContent, vaultWithNewerEnvelope } from '../future-vaults';
import { niceAccounts } from '../nice-accounts';
import type { View } from '../rig/extension-browser';
import { seedVault } from '../seeded-vault';
import type { Stage } from '../stage';
import { breakWrites, CONTOSO, chooseThisDeviceOnly, GITHUB, GITHUB_ANEW, pasteLink } from './accounts';
import { PASSPHRASE, saveWithPassphrase } from './journey';
import { storeItems } from './stored';
import { leaveHalfminute, openUnlocked } from './unlocked';

export { leaveHalfminute };

/** Looks at what a view shows now, under a name. */
export type Look = (view: View, name: string) => Promise<void>;

export async function firstAccount({ browser, site }: Stage, look: Look): Promise<void> {
  await browser.openPage(`${site.url}/sign-in`);
  const popup = await browser.openPopup();
  await popup.waitFor('[data-screen=welcome]');
  await look(popup, 'welcome');
  await popup.click('[data-do=scan]');
  await popup.waitFor('[data-screen=nothing-found]');
  await look(popup, 'nothing-found');
  await popup.click('[data-do=paste]');
  await popup.waitFor('[data-screen=paste]');
  await look(popup, 'paste');
  await popup.type('[data-field=link]', 'otpauth://totp/x?secret=JBSW0&issuer=y');
  await popup.click('[data-do=continue]');
  await popup.waitFor('[data-show=error]');
  await look(popup, 'paste-error');
  await popup.click('[data-do=manual]');
  await popup.waitFor('[data-screen=manual]');
  await look(popup, 'manual');
  await popup.click('[data-do=advanced]');
  await look(popup, 'manual-advanced');
  await popup.type('[data-field=secret]', 'JBSW 0189');
  await popup.click('[data-do=continue]');
  await popup.waitFor('[data-show=error]');
  await look(popup, 'manual-error');
  await popup.click('[data-do=advanced]');
  await popup.type('[data-field=issuer]', 'GitHub');
  await popup.type('[data-field=secret]', 'jbsw y3dp ehpk 3pxp');
  await popup.waitFor('[data-show=code]');
  await look(popup, 'manual-live-code');
  await popup.click('[data-do=cancel]');
  await pasteLink(popup, GITHUB);
  await look(popup, 'preview');
  await popup.click('[data-do=save]');
  await popup.waitFor('[data-screen=passphrase]');
  await look(popup, 'passphrase');
  await popup.type('[data-field=passphrase]', 'short');
  await popup.click('[data-do=create]');
  await popup.waitFor('[data-show=error]');
  await look(popup, 'passphrase-short');
  await popup.click('[data-do=make-passphrase]');
  await popup.waitFor('[data-show=made]');
  await look(popup, 'passphrase-made');
  await popup.click('[data-do=keep-here]');
  await popup.waitFor('[data-screen=keep-here]');
  await look(popup, 'this-device-only');
  await popup.click('[data-do=back]');
  await popup.click('[data-do=back]');
  await saveWithPassphrase(popup);
  await look(popup, 'list-first-account');
  await popup.click('[data-do=copy]');
  await popup.waitForText('[data-show=notice]', 'Copied');
  await look(popup, 'list-copied');
  await popup.click('[data-do=fill]');
  await popup.waitFor('[data-screen=ask-site]');
  await look(popup, 'ask-site');
  await popup.click('[data-do=bind-and-fill]');
  await popup.waitFor('[data-screen=list] [data-show=error]');
  await look(popup, 'fill-no-field');
  await popup.click('[data-do=lock]');
  await popup.waitFor('[data-screen=locked]');
  await look(popup, 'locked');
  await popup.type('[data-field=passphrase]', 'not this one');
  await popup.click('[data-do=unlock]');
  await popup.waitFor('[data-show=error]');
  await look(popup, 'locked-wrong-passphrase');
  await browser.closePopup();
}

export async function dailyUse(stage: Stage, codes: CodePage, look: Look): Promise<void> {
  const { browser } = stage;
  const popup = await openUnlocked(stage, await seedVault(PASSPHRASE, 0, niceAccounts()));
  await look(popup, 'list');
  await popup.click('[data-do=edit]');
  await popup.waitFor('[data-screen=edit]');
  await look(popup, 'edit');
  await popup.click('[data-do=advanced]');
  await popup.type('[data-field=digits]', '262');
  await popup.click('[data-do=save]');
  await popup.waitFor('[data-show=error]');
  await look(popup, 'edit-error');
  await popup.click('[data-do=delete]');
  await popup.waitFor('[data-do=undo]');
  await look(popup, 'list-deleted');
  await popup.click('[data-do=undo]');
  await pasteLink(popup, GITHUB_ANEW);
  await popup.waitFor('[data-show=twin]');
  await look(popup, 'already-here');
  await breakWrites(popup);
  await popup.click('[data-do=replace]');
  await popup.waitFor('[data-show=error]');
  await look(popup, 'save-failed');
  await popup.click('[data-do=discard]');
  await popup.waitFor('[data-screen=list]');
  await browser.closePopup();
  await look(await scanPageWith(browser, codes, 'https://example.com/help', GITHUB, CONTOSO), 'choose-code');
  await browser.closePopup();
  await look(await scanPageWith(browser, codes, 'https://example.com/help', 'WIFI:S:home;;'), 'no-code-enrols');
  await browser.closePopup();
}

async function scanPageWith(browser: Stage['browser'], codes: CodePage, ...texts: string[]): Promise<View> {
  codes.show(...texts);
  await browser.openPage(codes.url);
  const popup = await browser.openPopup();
  await popup.click('[data-do=scan]');
  await popup.waitFor('[data-screen=chooser] image');
  return popup;
}

export async function thisDeviceOnly(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  const popup = await openWith(stage, {});
  await pasteLink(popup, GITHUB);
  await chooseThisDeviceOnly(popup);
  await look(popup, 'list-this-device-only');
  await popup.click('[data-do=protect]');
  await popup.waitFor('[data-screen=protect]');
  await look(popup, 'set-passphrase-surely');
  await popup.click('[data-do=continue]');
  await popup.waitFor('[data-field=passphrase]');
  await look(popup, 'set-passphrase');
  const { va } = await popup.evaluate<{ va: string }>("chrome.storage.local.get('va')");
  // A vault of the same kind whose key is elsewhere: the copies here are of another one.
  await popup.click('[data-do=back]');
  await popup.evaluate(LOSE_DATABASES);
  await browser.closePopup();
  const keyless = await openWith(stage, { va });
  await keyless.waitFor('[data-screen=problem]');
  await look(keyless, 'device-key-missing');
  await browser.closePopup();
}

export async function troubles(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  const readOnly = await openUnlocked(stage, await vaultWithNewerContent(PASSPHRASE));
  await look(readOnly, 'read-only');
  await browser.closePopup();
  const newer = await openWith(stage, vaultWithNewerEnvelope());
  await newer.waitFor('[data-screen=problem]');
  await look(newer, 'update-needed');
  await browser.closePopup();
  const sound = await seedVault(PASSPHRASE, 1);
  const damaged = await openWith(stage, { va: String(sound['va']).replace('"ct":"', '"ct":"A'), hw: '{}' });
  await damaged.waitFor('[data-screen=problem]');
  await look(damaged, 'damaged');
  await browser.closePopup();
  await openWith(stage, {});
  await browser.closePopup();
  await browser.openPage(browser.kind === 'chromium' ? 'about:blank' : 'about:config');
  const refused = await browser.openPopup();
  await refused.click('[data-do=scan]');
  await refused.waitFor('[data-screen=nothing-found]');
  await look(refused, 'nothing-found-closed-page');
  await browser.closePopup();
}

export async function manyAccounts(stage: Stage, look: Look): Promise<View> {
  const popup = await openUnlocked(stage, await seedVault(PASSPHRASE, 500));
  await popup.waitFor('[data-screen=list][data-count="500"] [data-show=code]');
  await look(popup, 'list-500');
  await popup.click('.row[aria-posinset="8"] [data-do=next-code]');
  await popup.waitForText('.row[aria-posinset="8"] [data-show=code]', /^\d{3} \d{3}$/);
  await look(popup, 'list-counted');
  return popup;
}

const LOSE_DATABASES = `Promise.all(['halfminute-device', 'halfminute-device-2'].map((name) => new Promise((done) => {
  Object.assign(indexedDB.deleteDatabase(name), { onsuccess: () => done(), onblocked: () => done(), onerror: () => done() });
})))`;

/** The popup over `items` in the place of whatever was stored; no other page of Halfminute stays open. */
export async function openWith(stage: Stage, items: Readonly<Record<string, unknown>>): Promise<View> {
  await leaveHalfminute(stage);
  await storeItems(stage.browser, items);
  return await stage.browser.openPopup();
}
