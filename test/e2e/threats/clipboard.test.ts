/** T13: the clipboard, which every program on the computer can read. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CodeFieldPage, serveCodeFieldPage } from '../code-field-page';
import { KINDS } from '../kinds';
import type { View } from '../rig/extension-browser';
import { type SeededAccount, seedVault } from '../seeded-vault';
import { type Stage, setStage } from '../stage';
import { unlock } from '../walks/accounts';
import { PASSPHRASE } from '../walks/journey';
import { storeUnlocked } from '../walks/stored';

const SECRET = Uint8Array.from({ length: 20 }, (_, place) => place);
const ACCOUNTS: readonly SeededAccount[] = [
  { type: 'totp', issuer: 'GitHub', label: 'octocat', secret: SECRET, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  { type: 'hotp', issuer: 'Northwind', label: 'mira', secret: SECRET, algorithm: 'SHA1', digits: 6, counter: 4 },
];
const THE_PERSONS_OWN = 'what the person had copied before';

/** From here on the page writes down what it asks of the clipboard, in whichever way. */
const watchClipboard = `(() => {
  window.clipboardCalls = [];
  const { clipboard } = navigator;
  for (const name of ['writeText', 'write', 'readText', 'read']) {
    const asked = clipboard[name].bind(clipboard);
    clipboard[name] = (...values) => {
      window.clipboardCalls.push([name, ...values.map(String)]);
      return asked(...values);
    };
  }
  for (const name of ['copy', 'cut', 'paste']) document.addEventListener(name, () => window.clipboardCalls.push([name]), true);
})()`;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let field: CodeFieldPage;
  let page: View;

  beforeAll(async () => {
    stage = await setStage(kind);
    field = await serveCodeFieldPage();
    await storeUnlocked(stage.browser, await seedVault(PASSPHRASE, 0, ACCOUNTS));
  });
  beforeEach(async () => {
    page = await stage.browser.openPage(field.url);
    await page.type('[name=note]', THE_PERSONS_OWN);
    await page.press('ControlOrMeta+a');
    await page.press('ControlOrMeta+c');
    await expect.poll(() => stage.browser.readClipboard()).toBe(THE_PERSONS_OWN);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    field.close();
  });

  const openWatched = async () => {
    const popup = await stage.browser.openPopup();
    await popup.evaluate(watchClipboard);
    await popup.waitFor('[data-screen=list]');
    return popup;
  };
  const calls = async (view: View) => await view.evaluate<string[][]>('window.clipboardCalls');

  it('T13: a copy puts the code there and nothing else, and a lock leaves it there', async () => {
    const popup = await openWatched();
    await popup.click('[data-do=copy]');
    await popup.waitForText('[data-show=notice]', 'Copied');
    const [written, ...others] = await calls(popup);
    expect(others).toEqual([]);
    const [way, code = ''] = written ?? [];
    expect([way, code]).toEqual(['writeText', expect.stringMatching(/^\d{6}$/)]);
    expect(await stage.browser.readClipboard()).toBe(code);
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await stage.browser.stopBackground();
    expect(await calls(popup)).toHaveLength(1);
    expect(await stage.browser.readClipboard()).toBe(code);
    await unlock(popup);
    await popup.waitFor('[data-screen=list]');
    expect(await calls(popup)).toHaveLength(1);
  });

  it('T13: a counted code is copied only when it is asked for', async () => {
    const popup = await openWatched();
    await popup.click('.row[aria-posinset="2"] [data-do=next-code]');
    const shown = await popup.waitForText('.row[aria-posinset="2"] [data-show=code]', /^\d{3} \d{3}$/);
    expect(await calls(popup)).toEqual([]);
    expect(await stage.browser.readClipboard()).toBe(THE_PERSONS_OWN);
    await popup.click('.row[aria-posinset="2"] [data-do=copy]');
    await popup.waitForText('[data-show=notice]', 'Copied');
    expect(await calls(popup)).toEqual([['writeText', shown.replace(' ', '')]]);
    expect(await stage.browser.readClipboard()).toBe(shown.replace(' ', ''));
  });

  it('T13: to fill a code, to rename, to lock and to unlock leaves what the person had copied', async () => {
    const popup = await openWatched();
    await popup.click('[data-do=edit]');
    await popup.type('[data-field=label]', 'renamed');
    await popup.click('[data-do=save]');
    await popup.waitForText('[data-show=label]', 'renamed');
    await popup.click('[data-do=lock]');
    await unlock(popup);
    await popup.waitFor('[data-screen=list]');
    expect(await calls(popup)).toEqual([]);
    await popup.click('[data-do=fill]');
    await popup.click('[data-do=bind-and-fill]');
    await page.waitForValue('[name=otp]', /^\d{6}$/);
    expect(await stage.browser.readClipboard()).toBe(THE_PERSONS_OWN);
  });
});

describe.each(['chrome', 'firefox'])('the packed extension for %s', (target) => {
  it('T13: has no line that would read the clipboard', () => {
    const folder = resolve(import.meta.dirname, '../../../dist', target);
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    const texts = scripts.map((name) => readFileSync(resolve(folder, name), 'utf8'));
    expect(texts.filter((text) => text.includes('clipboard.writeText'))).not.toEqual([]);
    // The one command there is types into a text that can be edited.
    const reading = /readText|clipboard\.read|execCommand(?!\.call\([^,]{1,40},[`'"]insertText[`'"],)/g;
    expect(texts.flatMap((text) => text.match(reading) ?? [])).toEqual([]);
  });
});
