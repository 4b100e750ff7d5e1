/** Another passphrase, and the question that stands before it, in real Chromium and real Firefox. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { GITHUB, pasteLink } from './walks/accounts';
import { forgetConfirmation, openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { failMirrorWrites, storeItems } from './walks/stored';
import { leaveHalfminute } from './walks/unlocked';

const NEXT = 'seven lamps above the harbour';
const THIRD = 'no train stops here on Mondays';

const epochIn = async (view: View) =>
  await view.evaluate<number>("chrome.storage.local.get('va').then(({ va }) => JSON.parse(JSON.parse(va).h).epoch)");

const storedRecord = async (view: View) =>
  await view.evaluate<string>("chrome.storage.local.get('va').then(({ va }) => va)");

/** Begins, and locks once it is under way: earlier, there would be no key to begin with. */
const CREATE_AND_LOCK = `new Promise((done, fail) => {
  const button = document.querySelector('[data-do=create]');
  new MutationObserver((_, observer) => {
    if (!button.disabled) return;
    observer.disconnect();
    chrome.storage.session.remove('unlocked').then(() => done(null), fail);
  }).observe(button, { attributes: true });
  button.click();
})`;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await leaveHalfminute(stage);
    await storeItems(stage.browser, await seedVault(PASSPHRASE, 2));
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const open = async (view: View, passphrase: string) => {
    await view.type('[data-field=passphrase]', passphrase);
    await view.click('[data-do=unlock]');
  };
  const unlockedSettings = async (passphrase: string) => {
    const page = await openSettings(stage.browser, 'locking');
    await open(page, passphrase);
    await page.waitFor('[data-do=change-passphrase]');
    return page;
  };
  const change = async (page: View, passphrase: string) => {
    await page.type('[data-field=passphrase]', passphrase);
    await page.click('[data-do=create]');
  };
  const expectOnly = async (page: View, refused: string, accepted: string) => {
    await page.evaluate('chrome.storage.session.clear()');
    await page.waitFor('[data-show=locked]');
    await open(page, refused);
    expect(await page.text('[data-show=error]')).toMatch(/not the passphrase/);
    await open(page, accepted);
    await page.waitFor('[data-do=change-passphrase]');
  };

  it('right after the unlock it is not asked again; the old one is refused from then on', async () => {
    const page = await unlockedSettings(PASSPHRASE);
    const epoch = await epochIn(page);
    await page.click('[data-do=change-passphrase]');
    await change(page, 'short');
    expect(await page.text('[data-show=error]')).toMatch(/at least 8/);
    await change(page, NEXT);
    expect(await page.waitForText('[data-show=notice]', 'changed')).toBe('Your passphrase is changed.');
    await page.waitFor('[data-do=change-passphrase]:focus');
    expect(await epochIn(page)).toBe(epoch);
    await expectOnly(page, PASSPHRASE, NEXT);
  });

  it('T6: a minute later it is asked again first, and a new key is made where someone may know the old one', async () => {
    const page = await openSettings(stage.browser, 'locking');
    await page.waitFor('[data-do=change-passphrase]');
    const epoch = await epochIn(page);
    await forgetConfirmation(page);
    await page.click('[data-do=change-passphrase]');
    await page.waitFor('[data-show=ask-again]');
    expect(await page.has('[data-do=create]')).toBe(false);
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await page.click('[data-do=continue]');
    expect(await page.text('[data-show=error]')).toMatch(/not the passphrase/);
    await page.type('[data-field=passphrase]', NEXT);
    await page.click('[data-do=continue]');
    await page.click('[data-choice=old-one-known]');
    await change(page, THIRD);
    expect(await page.waitForText('[data-show=notice]', 'changed')).toMatch(/sealed under a new key/);
    expect(await epochIn(page)).toBe(epoch + 1);
    await expectOnly(page, NEXT, THIRD);
  });

  it('T6: whoever takes more than a minute to choose is asked again, and need not choose again', async () => {
    const page = await openSettings(stage.browser, 'locking');
    await page.click('[data-do=change-passphrase]');
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await forgetConfirmation(page);
    await page.click('[data-do=create]');
    await page.waitFor('[data-show=ask-again]');
    expect(await page.text('[data-show=error]')).toMatch(/More than a minute/);
    await page.type('[data-field=passphrase]', THIRD);
    await page.click('[data-do=continue]');
    await page.waitForText('[data-show=notice]', 'changed');
    await expectOnly(page, THIRD, PASSPHRASE);
  });

  it.each([
    ['the same key', PASSPHRASE, NEXT],
    ['another key', NEXT, THIRD],
  ])('T6: locked while it is set, with %s, Halfminute stays locked and tells what opens it', async (key, old, next) => {
    const page = await openSettings(stage.browser, 'locking');
    await page.evaluate('chrome.storage.session.clear()');
    await page.waitFor('[data-show=locked]');
    await open(page, old);
    await page.click('[data-do=change-passphrase]');
    if (key === 'another key') await page.click('[data-choice=old-one-known]');
    await page.type('[data-field=passphrase]', next);
    const before = await storedRecord(page);
    await page.evaluate(CREATE_AND_LOCK);
    expect(await storedRecord(page)).toBe(before);
    expect(await page.waitForText('[data-show=locked] [data-show=notice]', 'locked meanwhile')).toMatch(
      /new passphrase/,
    );
    expect(await page.evaluate('chrome.storage.session.get(null)')).toEqual({});
    await open(page, old);
    expect(await page.text('[data-show=error]')).toMatch(/not the passphrase/);
    await open(page, next);
    await page.waitFor('[data-do=change-passphrase]');
  });

  it('another window goes on with the new key', async () => {
    const other = await openSettings(stage.browser, 'accounts');
    await other.waitFor('.account:nth-child(2)');
    const page = await openSettings(stage.browser, 'locking');
    await page.click('[data-do=change-passphrase]');
    await page.click('[data-choice=old-one-known]');
    await change(page, PASSPHRASE);
    await page.waitForText('[data-show=notice]', 'sealed under a new key');
    await other.waitFor('.account:nth-child(2)');
    await other.evaluate("document.querySelector('.account:nth-child(2) [data-do=edit]').click()");
    await other.waitFor('[data-field=label]');
    expect(await other.has('[data-show=locked]')).toBe(false);
  });

  it('where the second copy can’t be written, it does not say that the old one opens nothing any more', async () => {
    const page = await openSettings(stage.browser, 'locking');
    await failMirrorWrites(page);
    await page.click('[data-do=change-passphrase]');
    await change(page, NEXT);
    expect(await page.waitForText('[data-show=notice]', 'changed')).toMatch(/second copy.*still opens as before/);
    await page.click('[data-do=open-accounts]');
    expect(await page.text('[data-show=news]')).toMatch(/second copy could not be written/);
  });

  it('one made of six words is shown to be copied down, and opens the vault', async () => {
    const popup = await openWith(stage, {});
    await pasteLink(popup, GITHUB);
    await popup.click('[data-do=save]');
    await popup.click('[data-do=make-passphrase]');
    const first = await popup.text('[data-show=made]');
    expect(first).toMatch(/^([a-z]{3,8} ){5}[a-z]{3,8}$/);
    expect(await popup.value('[data-field=passphrase]')).toBe(first);
    await popup.click('[data-do=make-passphrase]');
    const second = await popup.waitForText('[data-show=made]', new RegExp(`^(?!${first}$)`));
    await popup.click('[data-do=create]');
    await popup.waitFor('[data-screen=list]');
    await popup.click('[data-do=lock]');
    await open(popup, first);
    expect(await popup.text('[data-show=error]')).toMatch(/not the passphrase/);
    await open(popup, second);
    await popup.waitFor('[data-screen=list]');
  });
});
