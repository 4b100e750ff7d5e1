/** T6: a person at the unlocked computer. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boundAccount } from '../bound-accounts';
import { KINDS } from '../kinds';
import { evaluateInBackground } from '../rig/beside';
import { eventually } from '../rig/eventually';
import type { View } from '../rig/extension-browser';
import { sealAccounts } from '../seeded-vault';
import { type Stage, setStage } from '../stage';
import { PASSPHRASE } from '../walks/journey';
import { storeUnlocked } from '../walks/stored';

const ACCOUNTS = [
  boundAccount(0, 'GitHub', [], { label: 'octocat' }),
  boundAccount(1, 'Contoso', [], { label: 'anna' }),
];
const PAST_DEADLINE = '{ ...unlocked, deadline: Date.now() - 1 }';
// As if the key had been used an hour from now.
const CLOCK_TURNED_BACK = '{ ...unlocked, lastSeen: Date.now() + 3_600_000 }';
const WAYS = [
  ['at its deadline', PAST_DEADLINE],
  ['when the clock was turned back', CLOCK_TURNED_BACK],
] as const;
const changeSession = (changed: string) =>
  `chrome.storage.session.get('unlocked').then(({ unlocked }) => chrome.storage.session.set({ unlocked: ${changed} }))`;
const storedRecord = "chrome.storage.local.get('va').then(({ va }) => va)";
const sessionKey = "chrome.storage.session.get('unlocked')";

/** Everything a page holds: its markup and what its fields say. */
const everything = `[document.documentElement.outerHTML, ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)].join('\\n')`;
const NAMES = /github|octocat|contoso|anna/i;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  /** As it is after an unlock. */
  let session: object;
  beforeAll(async () => {
    stage = await setStage(kind);
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, ACCOUNTS));
    session = await evaluateInBackground<object>(stage.browser, sessionKey);
  });
  beforeEach(async () => {
    await stage.browser.openTab(`${stage.site.url}/sign-in`);
    await stage.browser.closeOtherTabs();
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const openOptions = async (section = 'accounts') =>
    await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html#${section}`);
  const beginSession = async (view: View) =>
    await view.evaluate(`chrome.storage.session.set(${JSON.stringify(session)}).then(() => null)`);
  const openList = async () => {
    const popup = await stage.browser.openPopup();
    await beginSession(popup);
    await popup.waitFor('[data-screen=list][data-count="2"]');
    return popup;
  };
  const expectBlank = async (view: View) => {
    expect(await view.evaluate(everything)).not.toMatch(NAMES);
    expect(await view.evaluate(sessionKey)).toEqual({});
  };

  it.each(WAYS)('T6: with the background stopped, an open popup blanks itself %s', async (_when, changed) => {
    const popup = await openList();
    await popup.click('[data-do=copy]');
    await popup.waitForText('[data-show=notice]', /^Copied/);
    await stage.browser.stopBackground();
    await popup.evaluate(changeSession(changed));
    await popup.waitFor('[data-screen=locked]');
    expect(await popup.has('[data-show=notice]')).toBe(false);
    await expectBlank(popup);
  });

  it.each(WAYS)('T6: with the background stopped, a closed popup opens locked %s', async (_when, changed) => {
    await openList();
    await stage.browser.closePopup();
    await stage.browser.stopBackground();
    // None of the product's code runs there, so the key is still in its place when the popup opens.
    const bare = await stage.browser.openPage(`${stage.browser.extensionOrigin}/manifest.json`);
    await bare.evaluate(changeSession(changed));
    expect(await bare.evaluate(sessionKey)).not.toEqual({});
    const late = await stage.browser.openPopup();
    await late.waitFor('[data-screen=locked]');
    await expectBlank(late);
  });

  it.each(WAYS)(
    'T6: with the background stopped, a form of the settings page blanks itself %s',
    async (_when, changed) => {
      await openList();
      await stage.browser.closePopup();
      const options = await openOptions();
      await options.click('.account:nth-child(2) [data-do=edit]');
      await options.waitForValue('[data-field=label]', 'anna');
      await stage.browser.stopBackground();
      await options.evaluate(changeSession(changed));
      await options.waitFor('[data-show=locked]');
      await expectBlank(options);
    },
  );

  it('T6: a lock by hand blanks every page at once: popup, list, form, settings', async () => {
    const pages = [await openOptions(), await openOptions(), await openOptions('locking')];
    const [list, form] = pages as [View, View, View];
    await stage.browser.openTab(`${stage.site.url}/sign-in`);
    const popup = await openList();
    await list.waitFor('.account:nth-child(2)');
    await form.evaluate("document.querySelector('.account:nth-child(2) [data-do=edit]').click()");
    await form.waitForValue('[data-field=label]', 'anna');
    expect(await list.evaluate(everything)).toMatch(NAMES);
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await expectBlank(popup);
    for (const page of pages) {
      await page.waitFor('[data-show=locked]');
      await expectBlank(page);
    }
  });

  // Last: the vault has another key from here on.
  it('T6: a lock by hand holds against a passphrase that is just being changed in another window', async () => {
    const options = await openOptions('locking');
    await beginSession(options);
    await options.click('[data-do=change-passphrase]');
    await options.type('[data-field=passphrase]', 'seven lamps above the harbour');
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-do=lock]');
    const before = await options.evaluate<string>(storedRecord);
    await options.evaluate("document.querySelector('[data-do=create]').click()");
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await eventually(
      async () => (await options.evaluate<string>(storedRecord)) !== before,
      () => 'the passphrase to be changed',
    );
    await options.waitForText('[data-show=locked] [data-show=notice]', 'Your passphrase is changed');
    for (const view of [options, popup]) await expectBlank(view);
  });
});
