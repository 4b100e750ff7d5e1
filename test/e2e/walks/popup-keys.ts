/** The popup in the hands of somebody without a pointer: what has the focus, and keys until something has it. */
import { expect } from 'vitest';
import { eventually } from '../rig/eventually';
import type { ExtensionBrowser, View } from '../rig/extension-browser';

const FOCUS = `(() => {
  const { activeElement } = document;
  const row = activeElement.closest('[data-account]')?.dataset.account;
  const own = activeElement.dataset.do ?? activeElement.dataset.field ?? activeElement.localName;
  return row === undefined ? own : row + ' ' + own;
})()`;

/** The rows that are drawn, from top to bottom; of the settings, those of the accounts that are not deleted. */
const ORDER = `(() => {
  const parts = [...document.querySelectorAll('main section')];
  const placeOf = (row) => 1e6 * parts.indexOf(row.closest('section')) + Number(row.getAttribute('aria-posinset'));
  const rows = [...document.querySelectorAll('[data-account]')].filter((row) => row.closest('[data-show=trash]') === null);
  return rows.sort((a, b) => placeOf(a) - placeOf(b)).map((row) => row.dataset.account);
})()`;

const MOST_STOPS = 60;

/** Waits until it is on `wanted`: "search", or "account-1 fill" for what stands in a row. */
export async function focusToBe(view: View, wanted: string): Promise<void> {
  await expect.poll(() => view.evaluate<string>(FOCUS)).toBe(wanted);
}

/** Waits until the list shows exactly these accounts in this order. */
export async function orderToBe(view: View, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => view.evaluate<string[]>(ORDER)).toEqual(wanted);
}

/** Waits until it has closed by itself. */
export async function popupToClose(browser: ExtensionBrowser): Promise<void> {
  await expect.poll(() => browser.isPopupOpen()).toBe(false);
}

/** A key for every character, for whatever has the focus. */
export async function typeKeys(view: View, text: string): Promise<void> {
  for (const character of text) await view.press(character === ' ' ? 'Space' : character);
}

/** Tab, as often as it takes until `target` has the focus. */
export async function tabTo(view: View, target: string): Promise<void> {
  const isThere = `document.activeElement.matches(${JSON.stringify(target)})`;
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await view.evaluate<boolean>(isThere)) return;
    await view.evaluate('void (window.focusBefore = document.activeElement)');
    await view.press('Tab');
    await eventually(
      async () => await view.evaluate<boolean>('document.activeElement !== window.focusBefore'),
      async () => `Tab to go on from ${await view.evaluate<string>(FOCUS)}`,
    );
  }
  throw new Error(`Tab never came to ${target}.`);
}

/** Tab, and then Enter on it. */
export async function pressButton(view: View, target: string): Promise<void> {
  await view.waitFor(target);
  await tabTo(view, target);
  await view.press('Enter');
}
