/** The list in use: searched, in groups, with its codes hidden; and an account of it for another device. */
import { niceAccounts } from '../nice-accounts';
import type { View } from '../rig/extension-browser';
import { seedVault } from '../seeded-vault';
import type { Stage } from '../stage';
import { forgetConfirmation } from './backup-screens';
import { PASSPHRASE } from './journey';
import type { Look } from './screens';
import { openUnlocked } from './unlocked';

export async function listInUse(stage: Stage, look: Look): Promise<void> {
  const popup = await openUnlocked(stage, await seedVault(PASSPHRASE, 0, niceAccounts()));
  await popup.type('[data-field=search]', 'mira');
  await popup.waitFor('[data-show=found]');
  await look(popup, 'list-found');
  await popup.type('[data-field=search]', 'nobody');
  await popup.waitFor('.nothing-found');
  await look(popup, 'list-nothing-found');
  await popup.type('[data-field=search]', '');
  await popup.waitFor('[data-show=others]');
  await group(popup, look);
  await hideCodes(popup, true);
  await look(popup, 'list-codes-hidden');
  await hideCodes(popup, false);
  await showAccount(popup, look);
  await stage.browser.closePopup();
}

async function group(popup: View, look: Look): Promise<void> {
  await popup.click('[data-do=edit]');
  await popup.click('[data-choice=pinned]');
  await popup.select('[data-field=group]', 'new');
  await popup.type('[data-field=new-group]', 'Work');
  await popup.type('[data-field=notes]', 'The recovery codes are in the safe.');
  await look(popup, 'edit-new-group');
  await popup.click('[data-do=save]');
  await popup.waitFor('[data-screen=list] [data-show=pinned]');
  await look(popup, 'list-groups');
}

async function hideCodes(popup: View, hidesCodes: boolean): Promise<void> {
  const chosen = JSON.stringify({ theme: 'system', order: 'own', hidesCodes });
  await popup.evaluate(`chrome.storage.local.set({ look: ${chosen} })`);
  await popup.waitFor(`[data-codes=${hidesCodes ? 'hidden' : 'shown'}] [data-screen=list]`);
}

async function showAccount(popup: View, look: Look): Promise<void> {
  await forgetConfirmation(popup);
  await popup.click('[data-do=edit]');
  await popup.click('[data-do=show-account]');
  await popup.waitFor('[data-screen=show] [data-show=ask-again]');
  await look(popup, 'show-account-surely');
  await popup.type('[data-field=passphrase]', PASSPHRASE);
  await popup.click('[data-do=continue]');
  await popup.waitFor('[data-show=account-link]');
  await look(popup, 'show-account');
}
