/**
 * "Scan QR code on this page" by its keys. A key press needs a window with the keyboard, which a browser without a display
 * has not: what the browser does behind it is set off instead. In Firefox that is the window's own key, grant and all; in
 * Chromium the event alone, so there the page is opened to the extension by a click on its icon before.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodePage, serveCodePage } from './code-page';
import { evaluateInBackground } from './rig/beside';
import { eventually } from './rig/eventually';
import { FirefoxBrowser } from './rig/firefox';
import { type Stage, setStage } from './stage';
import { GITHUB } from './walks/accounts';

/** Firefox keeps each command of an extension as a key of its own window. */
const PRESS_SCAN = `
  for (const key of Services.wm.getMostRecentWindow('navigator:browser').document.querySelectorAll('keyset[id^="ext-keyset-id"] key'))
    if (key.getAttribute('key') === 'S') return key.doCommand(), true;
  return false;
`;
const WAITING = "chrome.storage.session.get('pending').then(({ pending }) => pending?.plain?.[0]?.label ?? '')";

let codes: CodePage;
beforeAll(async () => {
  codes = await serveCodePage();
});
afterAll(() => codes.close());

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(async () => await stage?.close());

  it('opens the popup on the page, and scans it', async () => {
    const { browser } = stage;
    codes.show(GITHUB);
    await browser.openPage(codes.url);
    if (browser instanceof FirefoxBrowser) expect(await browser.marionette.runInBrowser(PRESS_SCAN, [])).toBe(true);
    else {
      await browser.openPopup();
      await browser.closePopup();
      const tab = 'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab)';
      await evaluateInBackground(browser, `${tab}.then((tab) => chrome.commands.onCommand.dispatch('scan', tab))`);
    }
    await eventually(
      async () => (await evaluateInBackground<string>(browser, WAITING)) === 'octocat',
      async () =>
        `the account to wait; ${JSON.stringify(await evaluateInBackground(browser, 'chrome.storage.session.get(null)'))}`,
      30_000,
    );
  });
});
