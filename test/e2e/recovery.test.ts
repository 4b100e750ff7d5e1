/** A vault that does not open, or was healed, and the ways back, in real Chromium and real Firefox. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AgedVault, agedVault } from './aged-vault';
import { KINDS } from './kinds';
import { downloadAfter } from './rig/downloads';
import type { View } from './rig/extension-browser';
import { type Stage, setStage } from './stage';
import { chooseThisDeviceOnly, GITHUB, pasteLink, unlock } from './walks/accounts';
import { giveBackup, openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { background, damageBoth, loseLocal, loseMirror, storeItems, withSpoiledBody } from './walks/stored';
import { leaveHalfminute, openUnlockedSettings } from './walks/unlocked';

const issuersIn = async (popup: View) =>
  await popup.evaluate<string[]>(
    "[...document.querySelectorAll('.row [data-show=issuer]')].map((one) => one.textContent)",
  );
const oldKeys = async (view: View) =>
  await view.evaluate<string[]>(
    "chrome.storage.local.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('old-')))",
  );

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let aged: AgedVault;
  beforeAll(async () => {
    stage = await setStage(kind);
    aged = await agedVault(PASSPHRASE);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  /** From the popup that says what is the matter to the recovery screen. */
  const openRecovery = async (popup: View, from = '[data-screen=problem]') => {
    await popup.waitFor(from);
    await popup.click('[data-do=open-recovery], [data-do=restore-backup]');
    return await stage.browser.waitForTab('options/index.html#backup');
  };
  const damaged = async () => {
    await leaveHalfminute(stage);
    await storeItems(stage.browser, aged.items);
    await damageBoth(background(stage.browser));
    return await openRecovery(await stage.browser.openPopup());
  };
  /** What the browser saves after a click. */
  const saved = async (page: View, target: string) => {
    const { name, bytes } = await downloadAfter(stage.browser, async () => await page.click(target));
    return { name, text: bytes.toString() };
  };
  const restoreNewestState = async (page: View) => {
    await page.click('[data-do=restore-state]');
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await page.click('[data-do=continue]');
    await page.click('[data-show=states] .account:first-child [data-do=restore-this]');
  };
  const listNow = async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    return popup;
  };

  it('damaged: tells what was found, restores the newest whole state, and keeps what stood there', async () => {
    const page = await damaged();
    await page.waitFor('[data-problem=damaged] tbody tr');
    expect(await page.text('tbody tr:first-child')).toMatch(/First copy\s+damaged\s+–/);
    expect(await page.text('tbody tr:nth-child(3)')).toMatch(/Mirror\s+not there/);
    expect(await page.text('tbody tr:nth-child(5)')).toMatch(/Earlier state\s+whole/);
    await page.click('[data-do=restore-state]');
    await page.type('[data-field=passphrase]', 'not this one');
    await page.click('[data-do=continue]');
    expect(await page.text('[data-show=error]:not([data-problem] > .notice *)')).toMatch(/not the passphrase/);
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await page.click('[data-do=continue]');
    await page.click('[data-show=states] .account:first-child [data-do=restore-this]');
    expect(await page.waitForText('[data-show=backups] [data-show=notice]', 'Restored')).toMatch(/5 accounts/);
    await page.waitFor('h1:focus');
    expect(await issuersIn(await listNow())).toEqual(aged.issuers.slice(0, 5));
    expect(await oldKeys(page)).toHaveLength(1);
  });

  it('damaged: a backup becomes the vault; the stored bytes can be saved before, and deleted after', async () => {
    const page = await damaged();
    const bytes = await saved(page, '[data-do=save-bytes]');
    expect(bytes.text).toMatch(/^\{"halfminute":"stored bytes 1","va":/);
    await page.click('[data-do=restore-backup]');
    await giveBackup(page, aged.backup);
    await page.click('[data-do=restore-all]');
    await page.waitForText('[data-show=backups] [data-show=notice]', 'Restored');
    expect(await issuersIn(await listNow())).toHaveLength(7);
    await stage.browser.closePopup();
    expect((await saved(page, '[data-show=set-aside] [data-do=download]')).name).toMatch(/^halfminute-set-aside-/);
    await page.click('[data-show=set-aside] [data-do=forget]');
    expect(await oldKeys(page)).toHaveLength(1);
    await page.click('[data-show=set-aside] [data-do=forget-surely]');
    await page.waitFor('[data-show=backups]:not(:has([data-show=set-aside]))');
    expect(await oldKeys(page)).toEqual([]);
  });

  it('whole to look at, and refused with the right passphrase: the locked screen leads to an earlier state', async () => {
    const spoiled = { va: withSpoiledBody(aged.items['va']), vb: withSpoiledBody(aged.items['vb']) };
    const page = await openRecovery(await openWith(stage, { ...aged.items, ...spoiled }), '[data-screen=locked]');
    await page.waitFor('[data-show=locked]');
    await unlock(page);
    expect(await page.text('[data-show=error]')).toMatch(/is damaged/);
    await restoreNewestState(page);
    expect(await page.waitForText('[data-show=backups] [data-show=notice]', 'Restored')).toMatch(/5 accounts/);
    await page.waitFor('h1:focus');
    expect(await issuersIn(await listNow())).toEqual(aged.issuers.slice(0, 5));
    expect(await oldKeys(page)).toHaveLength(1);
  });

  it('a vault that does open is not replaced by an earlier state of it, and the person is told so', async () => {
    const page = await openRecovery(await openWith(stage, aged.items), '[data-screen=locked]');
    await restoreNewestState(page);
    expect(await page.text('[data-show=error]')).toMatch(/open with this passphrase, so nothing was replaced/);
    expect(await oldKeys(page)).toEqual([]);
    await page.click('[data-do=back]');
    await unlock(page);
    await page.waitFor('[data-show=backups]');
    expect(await issuersIn(await listNow())).toEqual(aged.issuers);
  });

  it('no account yet: the first screen leads to a backup', async () => {
    const page = await openRecovery(await openWith(stage, {}), '[data-screen=welcome]');
    await page.click('[data-do=restore-backup]');
    await giveBackup(page, aged.backup);
    await page.click('[data-do=restore-all]');
    await page.waitFor('[data-show=backups]');
    expect(await issuersIn(await listNow())).toHaveLength(7);
  });

  it('locked out: starts over, with the old bytes aside, which open again as a backup', async () => {
    const page = await openRecovery(await openWith(stage, aged.items), '[data-screen=locked]');
    await page.click('[data-do=start-over]');
    await page.click('[data-do=start-over-surely]');
    await page.waitForText('[data-show=no-vault] [data-show=notice]', 'Started over');
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=welcome]');
    await stage.browser.closePopup();
    const { text } = await saved(page, '[data-show=set-aside] [data-do=download]');
    await page.click('[data-do=restore-backup]');
    await giveBackup(page, text);
    await page.click('[data-do=restore-all]');
    await page.waitFor('[data-show=backups]');
    expect(await issuersIn(await listNow())).toEqual(aged.issuers);
  });

  it('a new key does not reach what is set aside: said before and after, and where it can be deleted', async () => {
    const page = await openUnlockedSettings(stage, aged.items, 'locking');
    const help = async () => {
      await page.click('[data-do=change-passphrase]');
      return await page.text('#old-one-known-help');
    };
    expect(await help()).not.toMatch(/set aside/);
    await page.click('[data-do=back]');
    await page.evaluate(`chrome.storage.local.set({ 'old-1767225600000': '{"halfminute":"stored bytes 1"}' })`);
    await help();
    await page.waitForText('#old-one-known-help', /set aside under “Backup & recovery” keeps its old passphrase/);
    await page.click('[data-choice=old-one-known]');
    await page.type('[data-field=passphrase]', 'seven lamps above the harbour');
    await page.click('[data-do=create]');
    expect(await page.waitForText('[data-show=notice]', 'new key')).toMatch(
      /set aside: .*old passphrase.*Backup & recov/,
    );
    await page.click('[data-do=open-backup]');
    await page.waitFor('[data-show=set-aside] [data-do=forget]');
  });

  it('this device’s key is gone: a backup becomes the vault, under its passphrase', async () => {
    const popup = await openWith(stage, {});
    await pasteLink(popup, GITHUB);
    await chooseThisDeviceOnly(popup);
    const { va, hw } = await popup.evaluate<Record<string, unknown>>("chrome.storage.local.get(['va', 'hw'])");
    await stage.browser.closePopup();
    await storeItems(stage.browser, { va, vb: va, hw });
    // From a page where no code of Halfminute runs. The databases go when no popup has them open any more, and only then no
    // popup brings one copy of the key back from another.
    const bare = await stage.browser.openPage(`${stage.browser.extensionOrigin}/manifest.json`);
    await bare.evaluate(`(async () => {
      for (const name of ['halfminute-device', 'halfminute-device-2'])
        await new Promise((done, fail) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: fail }));
      await Promise.all([chrome.storage.local.remove('dk'), chrome.storage.session.clear()]);
    })()`);
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    const page = await openRecovery(await stage.browser.openPopup());
    await page.waitFor('[data-problem=device-key-missing] tbody tr');
    expect(await page.has('[data-do=restore-state]')).toBe(false);
    await page.click('[data-do=restore-backup]');
    await giveBackup(page, aged.backup);
    await page.click('[data-do=restore-all]');
    await page.waitFor('[data-show=backups]');
    const list = await listNow();
    expect(await list.has('[data-show=device-mark]')).toBe(false);
  });

  it.each([
    ['main storage', loseLocal, /6 accounts/],
    ['second copy', loseMirror, /made again/],
  ])('a lost %s is healed, told in one line, and told until it is taken away', async (_name, lose, words) => {
    await leaveHalfminute(stage);
    await storeItems(stage.browser, aged.items);
    await lose(background(stage.browser));
    const healed = await stage.browser.openPopup();
    await unlock(healed);
    expect(await healed.text('[data-screen=list] [data-show=news]')).toMatch(words);
    expect(await issuersIn(healed)).toEqual(aged.issuers);
    await stage.browser.closePopup();
    const page = await openSettings(stage.browser, 'accounts');
    await page.waitFor('[data-show=news]');
    await page.click('[data-do=dismiss-news]');
    await page.waitFor('[data-screen=accounts]:not(:has([data-show=news]))');
    expect(await (await listNow()).has('[data-show=news]')).toBe(false);
  });
});
