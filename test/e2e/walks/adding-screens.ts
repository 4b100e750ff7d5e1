/** Accounts added in the settings: by a link, by hand, from pictures; the first of all under a passphrase. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sample } from '../../demo-login/gallery/sample';
import { gifOf } from '../inner-page';
import { niceAccounts } from '../nice-accounts';
import { seedVault } from '../seeded-vault';
import type { Stage } from '../stage';
import { type DroppedFile, dropFiles, GITHUB, GITHUB_ANEW } from './accounts';
import { openSettings } from './backup-screens';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { storeItems } from './stored';
import { leaveHalfminute, openUnlockedSettings } from './unlocked';

const ICON = readFileSync(resolve(import.meta.dirname, '../../../icons/icon-128.png'));
const coded = (name: string, text: string): DroppedFile => ({ name, bytes: gifOf(text) });

export async function adding(stage: Stage, look: Look): Promise<void> {
  const page = await openUnlockedSettings(stage, await seedVault(PASSPHRASE, 0, niceAccounts()), 'add');
  await page.waitFor('[data-show=way-pictures]');
  await look(page, 'settings-add');
  await page.click('[data-do=link]');
  await page.waitFor('[data-field=link]');
  await look(page, 'settings-add-link');
  await page.click('[data-do=cancel]');
  await page.click('[data-do=manual]');
  await page.type('[data-field=issuer]', 'Juniper Mail');
  await page.type('[data-field=secret]', 'jbsw y3dp ehpk 3pxp');
  await page.waitFor('[data-show=code]');
  await look(page, 'settings-add-manual');
  await page.click('[data-do=cancel]');
  await dropFiles(page, [
    { name: 'two-factor set-up, notes of Monday.txt', bytes: Buffer.from('The code is on the next page.') },
    { name: 'icon.png', bytes: ICON },
    coded('poster.gif', 'https://workbench.example/'),
  ]);
  await page.waitFor('[data-show=remarks] li:nth-child(3)');
  await look(page, 'settings-add-remarks');
  await dropFiles(page, [coded('juniper.gif', sample('Juniper Mail').uri)]);
  await page.waitFor('[data-show=preview]');
  await look(page, 'settings-add-one');
  await page.click('[data-do=discard]');
  await page.waitFor('[data-show=way-pictures]');
  await dropFiles(page, [
    coded('github.gif', GITHUB),
    coded('github again.gif', GITHUB_ANEW),
    { name: 'icon.png', bytes: ICON },
    coded('lotus.gif', sample('Lotus Library').uri),
  ]);
  await page.waitFor('[data-show=preview-many] .incoming:nth-child(3)');
  await look(page, 'settings-add-several');
  await page.resize(320, 640);
  await look(page, 'settings-add-several-narrow');
  await page.click('[data-do=discard-all]');
  await page.click('[data-do=link]');
  await page.waitFor('[data-field=link]');
  await look(page, 'settings-add-narrow');
}

export async function addingFirst(stage: Stage, look: Look): Promise<void> {
  await leaveHalfminute(stage);
  await storeItems(stage.browser, {});
  const page = await openSettings(stage.browser, 'add');
  await page.click('[data-do=link]');
  await page.type('[data-field=link]', GITHUB);
  await page.click('[data-do=continue]');
  await page.click('[data-do=save]');
  await page.waitFor('[data-show=first-passphrase]');
  await look(page, 'settings-choose-passphrase');
}
