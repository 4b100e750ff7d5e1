/**
 * What a person asks of Halfminute without its popup: by a key or the context menu. A key press needs a window with the
 * keyboard, which a browser without a display has not: what the browser does behind it is set off instead.
 */
import { evaluateInBackground } from './rig/beside';
import type { ExtensionBrowser } from './rig/extension-browser';
import { FirefoxBrowser } from './rig/firefox';

const TAB = 'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab)';

/** Firefox keeps each command of an extension as a key of its own window. */
const PRESS = `
  for (const key of Services.wm.getMostRecentWindow('navigator:browser').document.querySelectorAll('keyset[id^="ext-keyset-id"] key'))
    if (key.getAttribute('key') === arguments[0]) return key.doCommand(), true;
  return false;
`;

/**
 * In Firefox the window's own key, grant and all. In Chromium the event alone: the page is opened to the extension by a
 * click on its icon before.
 */
export async function pressCommand(browser: ExtensionBrowser, command: string, key: string): Promise<void> {
  if (browser instanceof FirefoxBrowser) {
    if (!(await browser.marionette.runInBrowser(PRESS, [key]))) throw new Error(`No command has the key ${key}.`);
    return;
  }
  await grantByClick(browser);
  await evaluateInBackground(browser, `${TAB}.then((tab) => chrome.commands.onCommand.dispatch('${command}', tab))`);
}

/** Opens the menu on the field with the right button, and chooses the entry. Answers undefined where there is none. */
const CHOOSE_IN_MENU = `
  const [left, top, label] = arguments;
  const events = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
  Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', events);
  const menu = document.getElementById('contentAreaContextMenu');
  const shown = new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
  const box = gBrowser.selectedBrowser.getBoundingClientRect();
  for (const type of ['mousedown', 'contextmenu'])
    events.synthesizeMouseAtPoint(box.left + left, box.top + top, { type, button: 2 }, window);
  await shown;
  const labels = [...menu.querySelectorAll('menuitem')].filter((one) => !one.hidden).map((one) => one.label);
  const entry = [...menu.querySelectorAll('menuitem')].find((one) => one.label === label && !one.hidden);
  if (entry === undefined) menu.hidePopup();
  else menu.activateItem(entry);
  return labels;
`;

/** The same for an entry of the context menu at a place of the page; answers what the menu offers, where it can be seen. */
export async function chooseInMenu(
  browser: ExtensionBrowser,
  entry: { readonly id: string; readonly label: string },
  at: { readonly x: number; readonly y: number },
): Promise<readonly string[]> {
  if (browser instanceof FirefoxBrowser)
    return await browser.marionette.runInBrowser<string[]>(CHOOSE_IN_MENU, [at.x, at.y, entry.label]);
  await grantByClick(browser);
  // Rejects where there is no such entry.
  await evaluateInBackground(browser, `chrome.contextMenus.update('${entry.id}', {})`);
  const click = `{ menuItemId: '${entry.id}', editable: true }`;
  await evaluateInBackground(browser, `${TAB}.then((tab) => chrome.contextMenus.onClicked.dispatch(${click}, tab))`);
  return [entry.label];
}

/** What the background leaves for the popup before it opens. */
export async function leaveFillIntent(browser: ExtensionBrowser): Promise<void> {
  const intent = "{ kind: 'fill', tabId: tab.id, atMs: Date.now() }";
  await evaluateInBackground(browser, `${TAB}.then((tab) => chrome.storage.session.set({ intent: ${intent} }))`);
}

async function grantByClick(browser: ExtensionBrowser): Promise<void> {
  await browser.openPopup();
  await browser.closePopup();
}
