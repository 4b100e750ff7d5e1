/** The ways back where the accounts do not open, and where there are none. */
import { agedVault } from '../aged-vault';
import { vaultWithNewerEnvelope } from '../future-vaults';
import type { Stage } from '../stage';
import { giveBackup, openSettings } from './backup-screens';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { background, damageBoth, storeItems } from './stored';
import { leaveHalfminute } from './unlocked';

export async function recovery(stage: Stage, look: Look): Promise<void> {
  const { browser } = stage;
  const { items, backup } = await agedVault(PASSPHRASE);
  await leaveHalfminute(stage);
  await storeItems(browser, items);
  await damageBoth(background(browser));
  const page = await openSettings(browser, 'accounts');
  await page.waitFor('[data-do=open-recovery]');
  await look(page, 'settings-damaged');
  await page.click('[data-do=open-recovery]');
  await page.waitFor('[data-show=recovery] [data-show=found] tbody tr');
  await look(page, 'settings-recovery');
  await page.click('[data-do=restore-state]');
  await page.type('[data-field=passphrase]', PASSPHRASE);
  await page.click('[data-do=continue]');
  await page.waitFor('[data-show=states] .account');
  await look(page, 'settings-restore-state');
  await page.click('[data-do=back]');
  await page.click('[data-do=restore-backup]');
  await giveBackup(page, backup);
  await page.waitFor('[data-do=restore-all]');
  await look(page, 'settings-restore-instead');
  await page.click('[data-do=back]');
  await page.click('[data-do=start-over]');
  await page.waitFor('[data-do=start-over-surely]');
  await look(page, 'settings-start-over');
  await page.resize(320, 640);
  await look(page, 'settings-recovery-narrow');
  await page.click('[data-do=start-over-surely]');
  await page.waitFor('[data-show=no-vault] [data-show=set-aside]');
  await page.resize(960, 640);
  await look(page, 'settings-set-aside');
  await leaveHalfminute(stage);
  await storeItems(browser, vaultWithNewerEnvelope());
  const newer = await openSettings(browser, 'backup');
  await newer.waitFor('[data-show=found] tbody tr');
  await look(newer, 'settings-update-needed');
}
