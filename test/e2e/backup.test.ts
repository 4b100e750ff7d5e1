/** Backups from the file to the accounts again, in real Chromium and real Firefox. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeAt, formatCode } from '../../src/otp/codes';
import { agedVault } from './aged-vault';
import { KINDS } from './kinds';
import { niceAccounts } from './nice-accounts';
import { downloadAfter } from './rig/downloads';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { type SeededItems, seedVault } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { chooseThisDeviceOnly, GITHUB, pasteLink, unlock } from './walks/accounts';
import { giveBackup, openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { storeItems } from './walks/stored';
import { leaveHalfminute, openUnlocked, openUnlockedSettings } from './walks/unlocked';

const HOUR_MS = 3_600_000;
const [first] = niceAccounts();
const local = async (view: View) => await view.evaluate<object>('chrome.storage.local.get(null)');

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const settingsOver = async (items: SeededItems) => {
    const page = await openUnlockedSettings(stage, items, 'backup');
    await page.waitFor('[data-show=backups]');
    return page;
  };

  const emptySettings = async () => {
    await leaveHalfminute(stage);
    await storeItems(stage.browser, {});
    return await openSettings(stage.browser, 'backup');
  };

  /** What the list shows at `atMs`, after it was seen to show the code of that time. */
  const codesAt = async (popup: View, atMs: number) => {
    await popup.evaluate(`(() => { window.Date.now = () => ${atMs}; })()`);
    if (first?.type !== 'totp') throw new Error('the first account is no timed one');
    await popup.waitForText('.row[aria-posinset="1"] [data-show=code]', formatCode(codeAt(first, atMs)));
    return await popup.evaluate<string[]>(
      "[...document.querySelectorAll('.row [data-show=code]')].map((one) => one.textContent)",
    );
  };

  const openList = async () => {
    const popup = await stage.browser.openPopup();
    await unlock(popup);
    await popup.waitFor('[data-screen=list]');
    return popup;
  };

  it('T19: a backup, everything lost, the backup restored: the same codes at three times', async () => {
    const times = [0, 1, 2].map((hours) => Date.now() + hours * HOUR_MS);
    const popup = await openUnlocked(stage, await seedVault(PASSPHRASE, 0, niceAccounts()));
    const before: string[][] = [];
    await popup.waitForText('[data-show=backup-line]', 'No backup yet.');
    for (const atMs of times) before.push(await codesAt(popup, atMs));
    await stage.browser.closePopup();
    const page = await openSettings(stage.browser, 'backup');
    await page.click('[data-do=make-backup]');
    await page.type('[data-field=passphrase]', 'not this one');
    await page.click('[data-do=continue]');
    expect(await page.text('[data-show=error]')).toMatch(/not the passphrase/);
    await page.type('[data-field=passphrase]', PASSPHRASE);
    const file = await downloadAfter(stage.browser, async () => await page.click('[data-do=continue]'));
    const text = file.bytes.toString();
    await page.click('[data-do=have-file]');
    expect(await page.waitForText('[data-show=notice]', 'made and checked')).toMatch(/8 accounts/);
    await page.waitForText('[data-show=last-backup]', /^Last backup: today, with 8 accounts/);
    expect(file.name).toMatch(/^halfminute-backup-\d{4}-\d\d-\d\d\.json$/);
    expect(text).not.toMatch(/GitHub|octocat|JBSWY3DPEHPK3PXP|otpauth/i);

    const empty = await emptySettings();
    await empty.waitFor('[data-show=no-vault]');
    await empty.click('[data-do=restore-backup]');
    await giveBackup(empty, text, 'not this one');
    expect(await empty.text('[data-show=error]')).toMatch(/not the passphrase/);
    await giveBackup(empty, text);
    expect(await empty.text('[data-show=backup-read]')).toMatch(/with 8 accounts/);
    expect(await local(empty)).toEqual({});
    await empty.click('[data-do=restore-all]');
    expect(await empty.waitForText('[data-show=backups] [data-show=notice]', 'Restored')).toMatch(/8 accounts/);
    await empty.evaluate('chrome.storage.session.clear()');
    await empty.waitFor('[data-show=locked]');
    const again = await openList();
    for (const [place, atMs] of times.entries()) expect(await codesAt(again, atMs)).toEqual(before[place]);
    expect(await again.has('[data-show=backup-line]')).toBe(false);
  });

  it('is spoken of in one line of the popup, which leads there and can be put off', async () => {
    const popup = await openUnlocked(stage, await seedVault(PASSPHRASE, 3));
    await popup.waitFor('[data-show=backup-line]');
    await popup.click('[data-do=to-backup]');
    const settings = await stage.browser.waitForTab('#backup');
    await settings.waitFor('[data-show=backups]');
    const again = await stage.browser.openPopup();
    await again.click('[data-do=put-off-backup]');
    await eventually(
      async () => !(await again.has('[data-show=backup-line]')),
      () => 'the line to go',
    );
    await stage.browser.closePopup();
    const later = await stage.browser.openPopup();
    await later.waitFor('[data-screen=list]');
    expect(await later.has('[data-show=backup-line]')).toBe(false);
  });

  it('counts as the last backup when the person says that the file is there; until then it is saved again or given up', async () => {
    const page = await settingsOver(await seedVault(PASSPHRASE, 0, niceAccounts()));
    // Firefox shows its list of downloads, which has the window's focus meanwhile: `:focus` is nothing in the page then.
    const keyboardAt = async (target: string) =>
      await expect.poll(() => page.evaluate(`document.activeElement.matches('${target}')`)).toBe(true);
    const make = async () => {
      await page.click('[data-do=make-backup]');
      await page.type('[data-field=passphrase]', PASSPHRASE);
      return await downloadAfter(stage.browser, async () => await page.click('[data-do=continue]'));
    };
    const file = await make();
    await keyboardAt('[data-show=backup-file]');
    expect(await page.text('[data-show=backup-file]')).toMatch(/holds 8 accounts/);
    expect(await page.text('[data-show=backup-file] strong')).toBe(file.name);
    expect(await page.text('[data-show=last-backup]')).toMatch(/^No backup yet/);
    const again = await downloadAfter(stage.browser, async () => await page.click('[data-do=save-again]'));
    expect(again).toEqual(file);
    expect(await page.text('[aria-live] [data-show=notice]')).toMatch(/once more/);
    await page.click('[data-do=cancel]');
    await keyboardAt('[data-do=make-backup]');
    expect(await page.text('[data-show=last-backup]')).toMatch(/^No backup yet/);
    expect(await page.has('[data-show=notice]')).toBe(false);
    await make();
    await page.click('[data-do=have-file]');
    await keyboardAt('[data-do=make-backup]');
    await page.waitForText('[data-show=last-backup]', /^Last backup: today/);
  });

  it('shows what differs and no secret, brings back what is chosen, and knows what is here', async () => {
    const { items, backup } = await agedVault(PASSPHRASE);
    const page = await settingsOver(items);
    const compare = async () => {
      await page.click('[data-do=restore-backup]');
      await giveBackup(page, backup);
    };
    const show = async (group: string) => await page.text(`[data-show=changes-${group}]`);
    const stored = await local(page);
    await compare();
    expect(await show('changed')).toMatch(/Differs in: Account\b/);
    expect(await show('new')).toMatch(/Contoso Bank/);
    expect(await show('in-trash')).toMatch(/Workbench/);
    const ticked = (group: string) => `document.querySelector('[data-show=changes-${group}] input').checked`;
    expect(await page.evaluate(ticked('new'))).toBe(true);
    expect(await page.evaluate(ticked('in-trash'))).toBe(false);
    expect(await page.evaluate('document.body.innerText')).not.toMatch(/JBSWY3DPEHPK3PXP/);
    expect(await local(page)).toEqual(stored);
    await page.click('[data-choice=theirs]');
    await page.click('[data-do=restore-chosen]');
    expect(await page.waitForText('[data-show=notice]', 'Brought back')).toMatch(/2 accounts.*Recently deleted/);
    await page.waitFor('[data-do=restore-backup]:focus');

    await compare();
    expect(await page.has('[data-show=changes-changed]')).toBe(false);
    await page.click('[data-show=changes-in-trash] input');
    await page.click('[data-do=restore-chosen]');
    expect(await page.waitForText('[data-show=notice]', 'Brought back')).toMatch(/1 account\./);
    await compare();
    expect(await page.text('[data-show=changes-none]')).toMatch(/Nothing to restore.*7 accounts/);
    await page.click('[data-do=cancel]');
    await page.click('[data-do=open-accounts]');
    await page.waitFor('[data-show=trash]');
    expect(await page.text('[data-show=trash]')).toMatch(/octocat@work\.example/);
  });

  it('T11: a file that is none, is damaged or is opened by nothing here changes nothing', async () => {
    const { items, backup } = await agedVault(PASSPHRASE);
    const page = await settingsOver(items);
    const stored = await local(page);
    await page.click('[data-do=restore-backup]');
    for (const [text, passphrase, answer] of [
      ['{}', PASSPHRASE, /no backup of Halfminute/],
      [backup.slice(0, -200), PASSPHRASE, /damaged/],
      [backup, 'not this one', /not the passphrase/],
    ] as const) {
      await giveBackup(page, text, passphrase);
      expect(await page.waitForText('[data-show=error]', answer)).toBeTruthy();
    }
    expect(await local(page)).toEqual(stored);
  });

  it('an earlier state is compared, and what is missing comes back from it', async () => {
    const page = await settingsOver((await agedVault(PASSPHRASE)).items);
    await page.click('[data-show=earlier-states] .account:last-child [data-do=compare]');
    expect(await page.text('[data-show=changes-new]')).toMatch(/Contoso Bank/);
    await page.click('[data-do=restore-chosen]');
    expect(await page.waitForText('[data-show=notice]', 'Brought back')).toMatch(/1 account\./);
  });

  it('of a vault of this device only gets a passphrase of its own; a weak one is asked for twice', async () => {
    const popup = await openWith(stage, {});
    await pasteLink(popup, GITHUB);
    await chooseThisDeviceOnly(popup);
    await stage.browser.closePopup();
    const page = await openSettings(stage.browser, 'backup');
    await page.click('[data-do=make-backup]');
    await page.type('[data-field=passphrase]', 'password1');
    await page.click('[data-do=create]');
    await page.waitFor('[data-show=weak]');
    await page.type('[data-field=passphrase]', 'password2');
    await page.click('[data-do=create]');
    await page.waitFor('[data-show=weak]');
    const { bytes } = await downloadAfter(stage.browser, async () => await page.click('[data-do=create]'));
    await page.click('[data-do=have-file]');
    await page.waitForText('[data-show=notice]', /1 account\./);
    const empty = await emptySettings();
    await empty.click('[data-do=restore-backup]');
    await giveBackup(empty, bytes.toString(), 'password2');
    await empty.click('[data-do=restore-all]');
    await empty.waitForText('[data-show=notice]', 'Restored');
    const list = await stage.browser.openPopup();
    await list.waitFor('[data-screen=list]');
    expect(await list.has('[data-show=device-mark]')).toBe(false);
  });
});
