/**
 * T6: the keys that lock. Both browsers really give the suggested keys. A key press itself needs a window with the keyboard,
 * which a browser without a display has not: what the browser does behind it is set off instead.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateInBackground } from './rig/beside';
import { FirefoxBrowser } from './rig/firefox';
import { type Stage, setStage } from './stage';
import { GITHUB, pasteLink } from './walks/accounts';
import { saveWithPassphrase } from './walks/journey';

/** Firefox keeps each command of an extension as a key of its own window. */
const PRESS_LOCK = `
  for (const key of Services.wm.getMostRecentWindow('navigator:browser').document.querySelectorAll('keyset[id^="ext-keyset-id"] key'))
    if (key.getAttribute('key') === 'L') return key.doCommand(), true;
  return false;
`;

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(async () => await stage?.close());

  it('T6: gives the commands their keys, and the one for lock locks and blanks every page', async () => {
    const { browser, site } = stage;
    await browser.openPage(`${site.url}/sign-in`);
    const popup = await browser.openPopup();
    const commands = await popup.evaluate<{ name: string; shortcut: string }[]>('chrome.commands.getAll()');
    expect(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]))).toEqual({
      _execute_action: 'Alt+Shift+O',
      scan: 'Alt+Shift+S',
      fill: 'Alt+Shift+F',
      lock: 'Alt+Shift+L',
    });
    await pasteLink(popup, GITHUB);
    await saveWithPassphrase(popup);
    await browser.closePopup();
    const settings = await browser.openTab(`${browser.extensionOrigin}/options/index.html`);
    await settings.waitFor('.account');
    if (browser instanceof FirefoxBrowser) expect(await browser.marionette.runInBrowser(PRESS_LOCK, [])).toBe(true);
    else await evaluateInBackground(browser, "chrome.commands.onCommand.dispatch('lock')");
    await settings.waitFor('[data-show=locked]');
    expect(await settings.evaluate('document.body.innerHTML')).not.toMatch(/octocat/);
    expect(await settings.evaluate("chrome.storage.session.get('unlocked')")).toEqual({});
  });
});
