/** T4: a content script or a renderer that somebody else has taken over. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boundAccount } from '../bound-accounts';
import { readDatabases } from '../databases';
import { KINDS } from '../kinds';
import { evaluateInBackground } from '../rig/beside';
import type { View } from '../rig/extension-browser';
import { sealAccounts } from '../seeded-vault';
import { type Stage, setStage } from '../stage';
import { CONTOSO, pasteLink, unlock } from '../walks/accounts';
import { PASSPHRASE } from '../walks/journey';
import { storeUnlocked } from '../walks/stored';
import { unsealedItems, unsealedKeys } from './sealed-shapes';

const GITHUB = boundAccount(0, 'GitHub', [], { label: 'octocat' });
const DOORS = ['onMessage', 'onConnect', 'onMessageExternal', 'onConnectExternal', 'onUserScriptMessage'];
const openDoors = `${JSON.stringify(DOORS)}.filter((door) => chrome.runtime[door]?.hasListeners())`;

const NOBODY_LISTENS = /Receiving end does not exist/;
const callOut = `Promise.all([
  chrome.runtime.sendMessage('anybody').then((answer) => 'answered: ' + answer, (error) => error.message),
  new Promise((done) => {
    const port = chrome.runtime.connect();
    port.onMessage.addListener((message) => done('answered: ' + message));
    port.onDisconnect.addListener((ended) => done((ended.error ?? chrome.runtime.lastError)?.message ?? 'hung up'));
    port.postMessage('anybody');
  }),
])`;

/** What a script beside a page's own can read, run as the product runs its one function: by the grant of the click. */
const askFromPage = (area: string) => `chrome.tabs.query({ active: true, currentWindow: true })
  .then(([tab]) => chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: async (area) => {
      try {
        return { read: await chrome.storage[area].get(null) };
      } catch (error) {
        return { refused: error.message };
      }
    },
    args: [${JSON.stringify(area)}],
  })).then(([frame]) => frame.result)`;

interface Answer {
  readonly read?: Record<string, unknown>;
  readonly refused?: string;
}

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind, { isOwnBrowser: true });
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, [GITHUB]));
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const openOptions = (section = 'accounts') =>
    stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html#${section}`);

  it('T4: nobody answers a message or a connection, from popup, settings page and background', async () => {
    const options = await openOptions();
    await options.waitFor('.account');
    await stage.browser.openTab(`${stage.site.url}/sign-in`);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    for (const call of [await popup.evaluate<string[]>(callOut), await options.evaluate<string[]>(callOut)])
      for (const answer of call) expect(answer).toMatch(NOBODY_LISTENS);
    if (kind === 'firefox') return;
    // Only Chromium says whether somebody listens.
    expect(await popup.evaluate(openDoors)).toEqual([]);
    expect(await options.evaluate(openDoors)).toEqual([]);
    expect(await evaluateInBackground(stage.browser, openDoors)).toEqual([]);
  });

  it('T4: only sealed records, the mark of the last write and the look are stored, whatever was done', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    const expectSealed = async (view: View) => {
      const items = await view.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
      expect(Object.keys(items)).toEqual(expect.arrayContaining(['va', 'hw']));
      const databases = await readDatabases(view);
      expect([...unsealedKeys(items), ...unsealedItems(databases)]).toEqual([]);
      expect(JSON.stringify([items, databases])).not.toMatch(/otpauth|secret|issuer|github|contoso|octocat|anna/i);
    };
    await expectSealed(popup);
    await pasteLink(popup, CONTOSO);
    await expectSealed(popup);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
    await expectSealed(popup);
    await popup.click('[data-do=edit]');
    await popup.type('[data-field=label]', 'octocat renamed');
    await popup.click('[data-do=save]');
    await popup.waitForText('[data-show=label]', 'octocat renamed');
    await popup.click('[data-do=edit]');
    await popup.click('[data-do=delete]');
    await popup.waitFor('[data-do=undo]');
    await expectSealed(popup);
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await expectSealed(popup);
    await stage.browser.closePopup();
    const options = await openOptions('appearance');
    await options.click('[data-choice=dark]');
    await options.waitFor('[data-theme=dark] [data-show=notice]');
    await expectSealed(options);
  });

  it.each(['as it was installed', 'after the browser was started anew'])(
    'T4: a script in a page gets no key, and no record in the clear, %s',
    async (when) => {
      if (when !== 'as it was installed') await stage.browser.restart();
      await stage.browser.openPage(`${stage.site.url}/sign-in`);
      const popup = await stage.browser.openPopup();
      await popup.waitFor('[data-screen=locked]');
      await unlock(popup);
      await popup.waitFor('[data-screen=list]');
      expect(Object.keys(await popup.evaluate<object>('chrome.storage.session.get(null)'))).toContain('unlocked');
      const session = await popup.evaluate<Answer>(askFromPage('session'));
      expect(session.read).toBeUndefined();
      expect(session.refused).toMatch(/not allowed from this context|undefined/);
      const local = await popup.evaluate<Answer>(askFromPage('local'));
      if (kind === 'chromium')
        expect(local).toEqual({ refused: 'Access to storage is not allowed from this context.' });
      // Firefox cannot be told to refuse, which is why nothing but sealed records may lie there.
      else expect(unsealedKeys(local.read ?? { nothing: 'was read' })).toEqual([]);
      await popup.click('[data-do=lock]');
      await popup.waitFor('[data-screen=locked]');
    },
  );
});

describe.each(['chrome', 'firefox'])('the packed extension for %s', (target) => {
  it('T4: has no line that would listen to a message', () => {
    const folder = resolve(import.meta.dirname, '../../../dist', target);
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|html)$/.test(name),
    );
    expect(scripts.length).toBeGreaterThan(3);
    const listening =
      /\bon(?:Message|Connect)(?:External)?\b[\s.?)\]]*\.\s*addListener|onUserScriptMessage|onUserScriptConnect/;
    for (const name of scripts)
      expect([name, listening.exec(readFileSync(resolve(folder, name), 'utf8'))?.[0]]).toEqual([name, undefined]);
  });
});
