/** The list in the hands of a person: moved by keys and mouse, searched, hidden, enlarged; and what a screen reader hears. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './axe-look';
import { KINDS } from './kinds';
import { focusedIssuer, order, setLook, waitForFocus, waitForOrder, waitForSpoken, withPeriods } from './list-order';
import { middleOf, mouse } from './mouse';
import { niceAccounts } from './nice-accounts';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { type SeededItems, seedVault } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { breakWrites, mendWrites } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { storeUnlocked } from './walks/stored';
import { leaveHalfminute, openUnlocked } from './walks/unlocked';

const FIRST_ORDER = niceAccounts().map(({ issuer }) => issuer);

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(async () => await stage?.close());

  const nice = async () => await seedVault(PASSPHRASE, 0, withPeriods(30, 30, 15, 45, 60, 120));
  const openNice = async () => await openUnlocked(stage, await nice());
  /** The same list in a tab, where both browsers have a mouse; over `items`, or what is stored. */
  const openInTab = async (items?: SeededItems) => {
    await leaveHalfminute(stage);
    if (items !== undefined) await storeUnlocked(stage.browser, items);
    const tab = await stage.browser.openTab(`${stage.browser.extensionOrigin}/popup/index.html`);
    await tab.waitFor('.row [data-show=code]');
    await tab.waitFor('[data-drags] .row');
    await waitForSpoken(tab, /^/);
    return tab;
  };

  describe('moved by the keys', () => {
    it('each of several quick presses counts, the focus stays, and one sentence tells the place', async () => {
      const popup = await openNice();
      await popup.press('ArrowDown');
      await waitForFocus(popup, 'GitHub');
      for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown']) await popup.press(key);
      await waitForOrder(popup, 'Workbench', 'Contoso Bank', 'Fabrikam', 'GitHub');
      await popup.waitForText('[data-show=notice]', 'GitHub, octocat, moved to place 4 of 8');
      await waitForSpoken(popup, /GitHub, octocat, moved to place 4 of 8/);
      expect(await focusedIssuer(popup)).toBe('GitHub');
      await popup.press('Alt+ArrowUp');
      await popup.waitForText('[data-show=notice]', 'place 3 of 8');
      await popup.click('[data-do=undo]');
      await popup.waitForText('[data-show=notice]', 'place 4 of 8');
      await picture(popup, `${kind}-list-moved`);
      // What is moved is moved in the vault.
      await waitForOrder(await openInTab(), 'Workbench', 'Contoso Bank', 'Fabrikam', 'GitHub');
    });

    it('in another order than the own one, and in a search, a sentence says how to get there', async () => {
      const popup = await openNice();
      await setLook(popup, { theme: 'system', order: 'name', hidesCodes: false });
      await waitForOrder(popup, 'Adventure Works Travel');
      await popup.press('ArrowDown');
      await popup.press('Alt+ArrowDown');
      await popup.waitForText('[data-show=notice]', /Sort by your own order/);
      await setLook(popup, { theme: 'system', order: 'own', hidesCodes: false });
      await waitForOrder(popup, 'GitHub');
      await popup.type('[data-field=search]', 'mira');
      await waitForSpoken(popup, /^\d accounts found$/);
      await popup.press('ArrowDown');
      await popup.press('Alt+ArrowDown');
      await popup.waitForText('[data-show=notice]', /Clear the search/);
    });

    it('where the storage fails, the order is as it was and a sentence says so', async () => {
      const popup = await openNice();
      await breakWrites(popup);
      await popup.press('ArrowDown');
      await popup.press('Alt+ArrowDown');
      await popup.waitForText('[data-show=error]', /The order is as it was/);
      expect(await order(popup)).toEqual(FIRST_ORDER);
      expect(await focusedIssuer(popup)).toBe('GitHub');
      await mendWrites(popup);
      await popup.press('Alt+ArrowDown');
      await waitForOrder(popup, 'Workbench', 'GitHub');
    });
  });

  describe('moved by the mouse', () => {
    const drag = async (tab: View, from: number, to: number) => {
      const start = await middleOf(tab, `.row[aria-posinset="${from}"] .row-text`);
      const end = await middleOf(tab, `.row[aria-posinset="${to}"] .row-text`);
      await mouse(stage.browser, tab, 'down', start);
      await mouse(stage.browser, tab, 'move', { x: start.x, y: start.y + 12 });
      await tab.waitFor('[data-dragging] [data-dragged]');
      await mouse(stage.browser, tab, 'move', { x: start.x, y: end.y });
      return end;
    };

    it('follows the pointer, the others make room, and it is written where it is let go', async () => {
      const tab = await openInTab(await nice());
      const end = await drag(tab, 1, 3);
      await eventually(
        async () =>
          await tab.evaluate<boolean>("document.querySelector('[aria-posinset=\"3\"]').style.transform !== ''"),
        () => 'room for the row',
      );
      await picture(tab, `${kind}-list-dragged`);
      expect(await order(tab)).toEqual(FIRST_ORDER);
      await mouse(stage.browser, tab, 'up', end);
      await waitForOrder(tab, 'Workbench', 'Contoso Bank', 'GitHub', 'Fabrikam');
      await tab.waitForText('[data-show=notice]', 'GitHub, octocat, moved to place 3 of 8');
      const left = "[...document.querySelectorAll('.row')].filter((row) => row.style.transform !== '').length";
      await eventually(
        async () => (await tab.evaluate<number>(left)) === 0,
        () => 'every row in its place',
      );
      await tab.click('[data-do=undo]');
      await waitForOrder(tab, 'GitHub', 'Workbench', 'Contoso Bank');
    });

    it('Escape puts it back, and nothing is written or copied', async () => {
      const tab = await openInTab(await nice());
      const end = await drag(tab, 2, 5);
      await tab.press('Escape');
      await eventually(
        async () => !(await tab.has('[data-dragging]')),
        () => 'the end of the drag',
      );
      await mouse(stage.browser, tab, 'up', end);
      expect(await order(tab)).toEqual(FIRST_ORDER);
      expect(await tab.has('[data-show=notice]')).toBe(false);
    });

    it('where the storage fails, the old order comes back', async () => {
      const tab = await openInTab(await nice());
      await breakWrites(tab);
      await mouse(stage.browser, tab, 'up', await drag(tab, 1, 4));
      await tab.waitForText('[data-show=error]', /The order is as it was/);
      expect(await order(tab)).toEqual(FIRST_ORDER);
      await mendWrites(tab);
    });

    it('the list scrolls on at its edge', async () => {
      const tab = await openInTab(await seedVault(PASSPHRASE, 500));
      const { y: edge } = await tab.evaluate<{ y: number }>(
        "({ y: document.querySelector('main').getBoundingClientRect().bottom - 3 })",
      );
      await drag(tab, 2, 3);
      await mouse(stage.browser, tab, 'move', { x: 100, y: edge });
      await eventually(
        async () => (await tab.evaluate<number>("document.querySelector('main').scrollTop")) > 800,
        () => 'the list to scroll',
      );
      expect(await tab.has('[data-dragged]')).toBe(true);
      await mouse(stage.browser, tab, 'up', { x: 100, y: edge });
      await tab.waitForText('[data-show=notice]', /moved to place \d+ of 500/);
      await eventually(
        async () => await tab.evaluate<boolean>("document.activeElement.closest('.row') !== null"),
        () => 'the focus on the row',
      );
    });
  });

  it('with codes hidden, they are seen and heard where the keys are alone, and as many dots stand for them', async () => {
    const popup = await openNice();
    await setLook(popup, { theme: 'system', order: 'own', hidesCodes: true });
    await popup.waitFor('[data-codes=hidden]');
    await popup.press('ArrowDown');
    await popup.press('ArrowDown');
    const visibility = async (place: number, part: string) =>
      await popup.evaluate<string>(
        `getComputedStyle(document.querySelector('.row[aria-posinset="${place}"] .row-code ${part}')).visibility`,
      );
    await waitForFocus(popup, 'Workbench');
    for (const part of ['.code', '.sr-only']) {
      expect(await visibility(2, part)).toBe('visible');
      expect(await visibility(5, part)).toBe('hidden');
    }
    expect(await popup.evaluate('document.querySelector(\'.row[aria-posinset="7"] .code\').dataset.dots')).toBe(
      '•••••',
    );
    expect(await popup.evaluate('document.querySelector(\'.row[aria-posinset="1"] .code\').dataset.dots')).toBe(
      '••• •••',
    );
    await picture(popup, `${kind}-list-hidden`);
    expect(await violationsIn(popup)).toEqual([]);
    await setLook(popup, { theme: 'system', order: 'own', hidesCodes: false });
  });

  it('the keys are shown with "?", and closing it goes back to where the focus was', async () => {
    const popup = await openNice();
    await popup.press('ArrowDown');
    await popup.press('?');
    await popup.waitFor('dialog [data-show=keys]');
    await popup.press('ArrowDown');
    await popup.press('x');
    await picture(popup, `${kind}-list-keys`);
    expect(await violationsIn(popup)).toEqual([]);
    // Firefox takes Escape for its panel, and asks nobody.
    await (kind === 'firefox' ? popup.click('[data-do=close-keys]') : popup.press('Escape'));
    await eventually(
      async () => !(await popup.has('dialog')),
      () => 'the list of keys to close',
    );
    expect(await focusedIssuer(popup)).toBe('GitHub');
    expect(await popup.value('[data-field=search]')).toBe('');
    await popup.press('/');
    await popup.press('?');
    await popup.waitForValue('[data-field=search]', '?');
  });

  it('five periods: four rings on a line of their own, and the fifth on its row', async () => {
    const popup = await openNice();
    expect(await popup.evaluate("document.querySelectorAll('.period').length")).toBe(4);
    expect(await popup.evaluate("document.querySelectorAll('.row .countdown').length")).toBe(1);
    const below = `document.querySelector('.periods').getBoundingClientRect().top >=
      document.querySelector('.search').getBoundingClientRect().bottom`;
    expect(await popup.evaluate(below)).toBe(true);
  });

  it('at 320 px with text of twice the size no code is cut and nothing scrolls sideways, from left to right or right to left', async () => {
    const tab = await openInTab(await nice());
    await tab.resize(320, 640);
    for (const dir of ['ltr', 'rtl']) {
      await tab.evaluate(
        `void (document.documentElement.style.fontSize = '200%', document.documentElement.dir = '${dir}')`,
      );
      await picture(tab, `${kind}-list-320-${dir}`);
      const cut = `[...document.querySelectorAll('.row .code, .row .button, .header .button, .period, .search')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < 0 || right > innerWidth || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
    }).map((one) => one.outerHTML)`;
      expect(await tab.evaluate(cut), dir).toEqual([]);
      expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth'), dir).toBeLessThanOrEqual(0);
      expect(await violationsIn(tab), dir).toEqual([]);
    }
  });
});
