/** Backups, earlier states and another passphrase, in the settings of an unlocked vault. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agedVault } from '../aged-vault';
import type { ExtensionBrowser, View } from '../rig/extension-browser';
import type { Stage } from '../stage';
import { unlock } from './accounts';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { background, loseLocal, storeItems } from './stored';
import { leaveHalfminute, openUnlockedSettings } from './unlocked';

export async function openSettings(browser: ExtensionBrowser, section: string): Promise<View> {
  const page = await browser.openTab(`${browser.extensionOrigin}/options/index.html#${section}`);
  await page.waitFor(`[data-screen=${section}]`);
  return page;
}

// A page reads its file when it comes to it, which nothing on the screen tells where an error stood there before.
const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Gives the open form `text` as a file, and the passphrase. */
export async function giveBackup(page: View, text: string, passphrase = PASSPHRASE): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'halfminute-backup-'));
  folders.push(folder);
  const file = join(folder, 'halfminute-backup.json');
  writeFileSync(file, text);
  await page.attachFiles('[data-field=backup-file]', file);
  await page.type('[data-field=passphrase]', passphrase);
  await page.click('[data-do=open-file]');
  await page.waitFor('[data-show=backup-read], [data-show=error]');
}

/** What was last confirmed is longer ago than a confirmation lasts. */
export async function forgetConfirmation(page: View): Promise<void> {
  await page.evaluate(`chrome.storage.session.get('unlocked').then(({ unlocked }) =>
    chrome.storage.session.set({ unlocked: { ...unlocked, confirmedMs: unlocked.confirmedMs - 61_000 } }))`);
}

export async function backups(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  const { items, backup } = await agedVault(PASSPHRASE);
  await leaveHalfminute(stage);
  await storeItems(browser, items);
  await loseLocal(background(browser));
  const healed = await browser.openPopup();
  await unlock(healed);
  await healed.waitFor('[data-show=news]');
  await look(healed, 'list-healed');
  await healed.click('[data-do=dismiss-news]');
  await browser.closePopup();
  // The states of earlier days were lost with the local domain.
  await storeItems(browser, items);
  const page = await openSettings(browser, 'backup');
  await page.waitFor('[data-show=locked] [data-do=restore-state]');
  await look(page, 'settings-backup-locked');
  await unlock(page);
  await page.waitFor('[data-show=earlier-states] .account');
  await look(page, 'settings-backup');
  await page.click('[data-do=make-backup]');
  await page.type('[data-field=passphrase]', 'not this one');
  await page.click('[data-do=continue]');
  await page.waitFor('[data-show=error]');
  await look(page, 'settings-make-backup');
  await page.type('[data-field=passphrase]', PASSPHRASE);
  await page.click('[data-do=continue]');
  await page.waitFor('[data-show=backup-file]');
  await look(page, 'settings-backup-file');
  await page.click('[data-do=have-file]');
  await page.waitFor('[data-show=notice]');
  await look(page, 'settings-backup-made');
  await page.click('[data-do=restore-backup]');
  await giveBackup(page, '{}');
  await look(page, 'settings-restore-file');
  await giveBackup(page, backup);
  await page.waitFor('[data-show=changes]');
  await look(page, 'settings-restore-changes');
  await page.click('[data-show=changes] [data-do=cancel]');
  await page.click('[data-show=earlier-states] .account:last-child [data-do=compare]');
  await page.waitFor('[data-show=changes]');
  await look(page, 'settings-earlier-state');
  await page.resize(320, 640);
  await look(page, 'settings-backup-narrow');
}

export async function anotherPassphrase(stage: Stage, look: Look): Promise<void> {
  const page = await openUnlockedSettings(stage, (await agedVault(PASSPHRASE)).items, 'locking');
  await page.waitFor('[data-do=change-passphrase]');
  await forgetConfirmation(page);
  await page.click('[data-do=change-passphrase]');
  await page.waitFor('[data-show=ask-again]');
  await look(page, 'settings-ask-again');
  await page.type('[data-field=passphrase]', PASSPHRASE);
  await page.click('[data-do=continue]');
  await page.waitFor('[data-choice=old-one-known]');
  await page.type('[data-field=passphrase]', 'password1');
  await page.click('[data-do=create]');
  await page.waitFor('[data-show=weak]');
  await look(page, 'settings-change-passphrase');
}
