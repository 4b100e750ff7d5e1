/** A day with the popup and no pointer: once it is open, whatever a person does with it is done by keys. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boundAccount, codeAt } from './bound-accounts';
import { type CodeFieldPage, serveCodeFieldPage } from './code-field-page';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { sealAccounts } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { PASSPHRASE } from './walks/journey';
import { focusToBe, orderToBe, popupToClose, pressButton, tabTo, typeKeys } from './walks/popup-keys';
import { storeUnlocked } from './walks/stored';

const ISSUERS = ['Contoso', 'Workbench', 'GitHub', 'Fabrikam', 'Northwind', 'Tailspin', 'Adventure', 'Proseware'];
const ID = ISSUERS.map((_, place) => `account-${place}`);
/** Workbench belongs to the page in front. */
const HERE = 1;
const IN_ORDER = [HERE, 0, 2, 3, 4, 5, 6, 7];
const inOrder = (places: readonly number[]) => places.map((place) => `account-${place}`);
const FILL_HERE = `${ID[HERE]} fill`;
const STEP_MS = 30_000;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let field: CodeFieldPage;
  beforeAll(async () => {
    stage = await setStage(kind);
    field = await serveCodeFieldPage();
    const accounts = ISSUERS.map((issuer, place) =>
      boundAccount(place, issuer, place === HERE ? [new URL(field.url).origin] : [], { label: `mira ${place}` }),
    );
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, accounts));
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    field?.close();
  });

  /** In front of the page that Workbench belongs to, with the focus where it is at first. */
  const open = async (): Promise<{ page: View; popup: View }> => {
    const page = await stage.browser.openPage(field.url);
    const popup = await stage.browser.openPopup();
    await focusToBe(popup, FILL_HERE);
    return { page, popup };
  };
  /** Does it, and expects the code of the account at `place` on the clipboard: of now, or of `steps` later. */
  const copies = async (popup: View, place: number, act: () => Promise<void>, steps = 0) => {
    const fromMs = Date.now() + steps * STEP_MS;
    await act();
    await popup.waitForText('[data-show=notice]', `Copied: ${ISSUERS[place]}`);
    const untilMs = Date.now() + steps * STEP_MS;
    expect([codeAt(place, fromMs), codeAt(place, untilMs)]).toContain(await stage.browser.readClipboard());
  };

  it('the account of this site is first and has the focus: Enter fills its code', async () => {
    const { page, popup } = await open();
    await orderToBe(popup, inOrder(IN_ORDER));
    await popup.press('Enter');
    expect(await page.waitForValue('[name=otp]', /^\d{6}$/)).toMatch(/^\d{6}$/);
    await popupToClose(stage.browser);
  });

  it('has its focus back where the browser forgot it while the popup opened', async () => {
    const { popup } = await open();
    // At one go: a real focus that came in between would give it back as well.
    const forgetting = '(document.activeElement.blur(), document.activeElement.localName)';
    const forgotten = await popup.evaluate(`[${forgetting}, window.dispatchEvent(new Event('focus'))][0]`);
    expect(forgotten).toBe('body');
    await focusToBe(popup, FILL_HERE);
  });

  it('a letter searches: Enter copies the best match, and fills it where it belongs to the page', async () => {
    const { page, popup } = await open();
    await popup.press('g');
    await focusToBe(popup, 'search');
    expect(await popup.value('[data-field=search]')).toBe('g');
    await typeKeys(popup, 'it');
    await orderToBe(popup, inOrder([2]));
    await copies(popup, 2, () => popup.press('Enter'));
    await focusToBe(popup, 'search');
    for (const _ of 'git') await popup.press('Backspace');
    await orderToBe(popup, inOrder(IN_ORDER));
    await focusToBe(popup, 'search');
    await typeKeys(popup, 'workb');
    await orderToBe(popup, inOrder([HERE]));
    await popup.press('Enter');
    await page.waitForValue('[name=otp]', /^\d{6}$/);
    await popupToClose(stage.browser);
  });

  it('on a row that belongs elsewhere, Enter copies', async () => {
    const { popup } = await open();
    await popup.press('ArrowDown');
    await focusToBe(popup, `${ID[0]} copy`);
    await copies(popup, 0, () => popup.press('Enter'));
  });

  it('with Shift, Enter copies the code that comes next, from a row and from the search', async () => {
    const { popup } = await open();
    await popup.press('ArrowDown');
    await focusToBe(popup, `${ID[0]} copy`);
    await copies(popup, 0, () => popup.press('Shift+Enter'), 1);
    await typeKeys(popup, 'north');
    await orderToBe(popup, inOrder([4]));
    await copies(popup, 4, () => popup.press('Shift+Enter'), 1);
  });

  it('the keys for copying copy the code of the row they are on, and leave a text alone that is selected', async () => {
    const { popup } = await open();
    await copies(popup, HERE, () => popup.press('ControlOrMeta+c'));
    await popup.press('ArrowDown');
    await popup.press('ArrowDown');
    await focusToBe(popup, `${ID[2]} copy`);
    await copies(popup, 2, () => popup.press('ControlOrMeta+c'));
    await typeKeys(popup, 'tail');
    await focusToBe(popup, 'search');
    await popup.press('Shift+Home');
    await popup.press('ControlOrMeta+c');
    await expect.poll(() => stage.browser.readClipboard()).toBe('tail');
  });

  it('arrows, Home, End and the page keys go from row to row; "/" goes to the search', async () => {
    const { popup } = await open();
    const goes = async (key: string, wanted: string) => {
      await popup.press(key);
      await focusToBe(popup, wanted);
    };
    await goes('ArrowDown', `${ID[0]} copy`);
    await goes('ArrowDown', `${ID[2]} copy`);
    await goes('ArrowUp', `${ID[0]} copy`);
    await goes('End', `${ID[7]} copy`);
    await goes('ArrowDown', `${ID[7]} copy`);
    await goes('Home', FILL_HERE);
    await goes('PageDown', `${ID[7]} copy`);
    await goes('PageUp', FILL_HERE);
    await goes('ArrowUp', 'search');
    await goes('ArrowDown', FILL_HERE);
    await goes('/', 'search');
    expect(await popup.value('[data-field=search]')).toBe('');
    await popup.press('/');
    await popup.waitForValue('[data-field=search]', /^\/$/);
  });

  // Firefox closes its panel before the page is asked.
  it.runIf(kind === 'chromium')('Escape clears the search first, and is then left to the browser', async () => {
    const { popup } = await open();
    await popup.evaluate("addEventListener('keydown', (event) => { window.isLeft = !event.defaultPrevented; })");
    await typeKeys(popup, 'git');
    await orderToBe(popup, inOrder([2]));
    await popup.press('Escape');
    await popup.waitForValue('[data-field=search]', /^$/);
    await orderToBe(popup, inOrder(IN_ORDER));
    await focusToBe(popup, 'search');
    expect(await popup.evaluate('window.isLeft')).toBe(false);
    await popup.press('Escape');
    expect(await popup.evaluate('window.isLeft')).toBe(true);
  });

  it.runIf(kind === 'firefox')('Escape closes the popup', async () => {
    const { popup } = await open();
    await popup.press('Escape');
    await popupToClose(stage.browser);
  });

  it('locks, and unlocks with the passphrase: the account of this site has the focus again', async () => {
    const { popup } = await open();
    await pressButton(popup, '[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await focusToBe(popup, 'passphrase');
    await typeKeys(popup, PASSPHRASE);
    await popup.press('Enter');
    await popup.waitFor('[data-screen=list]');
    await focusToBe(popup, FILL_HERE);
  });

  it('Alt and an arrow move the account, which stays where it was put', async () => {
    const { popup } = await open();
    await popup.press('ArrowDown');
    await focusToBe(popup, `${ID[0]} copy`);
    await popup.press('Alt+ArrowDown');
    const moved = inOrder([HERE, 2, 0, 3, 4, 5, 6, 7]);
    await orderToBe(popup, moved);
    await focusToBe(popup, `${ID[0]} copy`);
    await stage.browser.closePopup();
    const { popup: again } = await open();
    await orderToBe(again, moved);
    await again.press('ArrowDown');
    await again.press('ArrowDown');
    await focusToBe(again, `${ID[0]} copy`);
    await again.press('Alt+ArrowUp');
    await orderToBe(again, inOrder(IN_ORDER));
  });

  it('F2 changes the account; a group made there can be shown alone', async () => {
    const { popup } = await open();
    await popup.press('End');
    await focusToBe(popup, `${ID[7]} copy`);
    await popup.press('F2');
    await popup.waitFor('[data-screen=edit]');
    await tabTo(popup, '[data-field=group]');
    await popup.press('End');
    await tabTo(popup, '[data-field=new-group]');
    await typeKeys(popup, 'Work');
    await popup.press('Enter');
    await popup.waitForText('[data-screen=list] [data-show=notice]', 'Changed');
    await tabTo(popup, '[data-field=group]');
    await picture(popup, `${kind}-keyboard-group`);
    await popup.press('End');
    await orderToBe(popup, inOrder([7]));
    await popup.press('Home');
    await orderToBe(popup, inOrder(IN_ORDER));
    await pressButton(popup, '[data-do=undo]');
    // The group was made with it, and goes with it.
    await popup.waitFor('.list-head:not(:has([data-field=group]))');
    await orderToBe(popup, inOrder(IN_ORDER));
  });

  it('Delete puts the account into the trash, and Undo brings it back to its place', async () => {
    const { popup } = await open();
    await popup.press('ArrowDown');
    await popup.press('ArrowDown');
    await focusToBe(popup, `${ID[2]} copy`);
    await popup.press('Delete');
    await popup.waitForText('[data-show=notice]', 'Deleted');
    await orderToBe(popup, inOrder(IN_ORDER.filter((place) => place !== 2)));
    await pressButton(popup, '[data-do=undo]');
    await orderToBe(popup, inOrder(IN_ORDER));
  });

  it('hidden codes show where the keys are, and are copied as ever', async () => {
    const { popup } = await open();
    await popup.evaluate('chrome.storage.local.set({ look: { hidesCodes: true } }).then(() => null)');
    const seen = async () => await popup.evaluate<string[]>(SEEN_CODES);
    await expect.poll(seen).toEqual([ID[HERE]]);
    await popup.press('ArrowDown');
    await expect.poll(seen).toEqual([ID[0]]);
    await picture(popup, `${kind}-keyboard-hidden`);
    await copies(popup, 0, () => popup.press('Enter'));
    await popup.evaluate("chrome.storage.local.remove('look').then(() => null)");
    await expect.poll(seen).toHaveLength(ID.length);
  });
});

/** The accounts whose digits can be read from the screen. */
const SEEN_CODES = `[...document.querySelectorAll('[data-account]')].filter((row) => {
  const code = row.querySelector('[data-show=code]');
  const isDrawn = code.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isDrawn && /\\d/.test(code.textContent) && getComputedStyle(code).color !== 'rgba(0, 0, 0, 0)';
}).map((row) => row.dataset.account)`;
