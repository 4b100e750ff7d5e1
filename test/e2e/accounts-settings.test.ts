/** The accounts in the settings: a list of any length, several at once, and groups, by the keyboard where it can be. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from './kinds';
import { setLook } from './list-order';
import { niceAccounts } from './nice-accounts';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import { accountsOver, focused, lookAt, tabTo } from './settings-accounts';
import { type Stage, setStage } from './stage';
import { PASSPHRASE } from './walks/journey';

const NODES = "document.querySelectorAll('*').length";
const MOST_NODES = 700;
const MANY = 10_000;

/** The place in the list of the row that has the focus. */
const rowAt = async (page: View) =>
  await page.evaluate<string | undefined>("document.activeElement.closest('.row')?.ariaPosInSet");
/** The browser brings a key to the page in its own time. */
const rowToBe = async (page: View, place: number) => await expect.poll(() => rowAt(page)).toBe(String(place));
const issuers = async (view: View) =>
  await view.evaluate<string[]>(
    "[...document.querySelectorAll('.account-part .row')].map((row) => row.querySelector('[data-show=issuer]').textContent)",
  );
const ticked = async (page: View) =>
  await page.evaluate<string[]>(
    "[...document.querySelectorAll('.row:has([data-do=tick]:checked) [data-show=issuer]')].map((one) => one.textContent)",
  );
const shiftClick = async (page: View, target: string) =>
  await page.evaluate(
    `void document.querySelector('${target}').dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }))`,
  );

/** How often the vault was written. */
const generation = async (page: View) =>
  await page.evaluate<number>(
    "chrome.storage.local.get(['va', 'vb']).then((copies) => Math.max(...Object.values(copies).map((copy) => JSON.parse(JSON.parse(copy).h).gen)))",
  );

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const nice = async () => await accountsOver(stage, await seedVault(PASSPHRASE, 0, niceAccounts()));

  it(`of ${MANY} only those in sight are drawn; the keys, the search and the form come by all of them`, async () => {
    const page = await accountsOver(stage, await seedVault(PASSPHRASE, MANY));
    await page.waitFor(`[data-count="${MANY}"]`);
    expect(await page.evaluate(NODES)).toBeLessThanOrEqual(MOST_NODES);
    await page.click('[data-field=search]');
    await page.press('ArrowDown');
    await rowToBe(page, 1);
    await page.press('End');
    await page.waitFor(`[aria-posinset="${MANY}"]`);
    await rowToBe(page, MANY);
    expect(await page.evaluate(NODES)).toBeLessThanOrEqual(MOST_NODES);
    await page.press('PageUp');
    await rowToBe(page, MANY - 7);
    // Its form in the list's place, and back to the same row.
    await page.press('Tab');
    await expect.poll(() => focused(page)).toBe('edit');
    await page.press('Enter');
    await page.waitFor('.account-edit');
    await page.type('[data-field=label]', 'renamed far below');
    await page.press('Enter');
    await page.waitForText(`[aria-posinset="${MANY - 7}"] [data-show=label]`, 'renamed far below');
    await rowToBe(page, MANY - 7);
    await expect.poll(() => focused(page)).toBe('edit');
    await page.press('Home');
    await rowToBe(page, 1);
    await page.press('ArrowUp');
    await expect.poll(() => focused(page)).toBe('search');
    await page.type('[data-field=search]', 'below FAR');
    await page.waitFor('[data-count="1"]');
    await page.waitForText('.row [data-show=label]', 'renamed far below');
    await page.press('Escape');
    await page.waitFor(`[data-count="${MANY}"]`);
    await page.type('[data-field=search]', 'nobody at all');
    await page.waitFor('[data-show=nothing-found]');
  });

  it('several are ticked with Shift, pinned, put into a new group and taken out, all by keyboard; the popup follows', async () => {
    const page = await nice();
    await page.click('[data-field=search]');
    await page.press('ArrowDown');
    await page.press('ArrowDown');
    await page.press(' ');
    await page.press('Shift+ArrowDown');
    await page.press('Shift+ArrowDown');
    await expect.poll(() => ticked(page)).toEqual(['Workbench', 'Contoso Bank', 'Fabrikam']);
    await page.waitForText('[data-show=ticked-count]', '3 of 8 selected');
    await page.press('End');
    await tabTo(page, 'pin-ticked');
    await page.press('Enter');
    await page.waitForText('[data-show=notice]', '3 accounts');
    await page.waitFor('[data-do=unpin-ticked]');
    await expect.poll(() => focused(page)).toBe('unpin-ticked');
    await tabTo(page, 'tick-none');
    await page.press('Shift+Tab');
    while ((await focused(page)) !== 'group-ticked') await page.press('Shift+Tab');
    await page.press('Enter');
    await expect.poll(() => focused(page)).toBe('ticked-group');
    await tabTo(page, 'put-into-group');
    await page.press('Enter');
    expect(await page.text('[data-show=error]')).toBe('Give the group a name.');
    await expect.poll(() => focused(page)).toBe('ticked-new-group');
    await page.type('[data-field=ticked-new-group]', '  Work  ');
    await page.press('Enter');
    await page.waitForText('[data-show=notice]', 'In “Work” now: 3 accounts.');
    await expect.poll(() => focused(page)).toBe('group-ticked');
    await page.waitForText('[data-account]:nth-child(2) [data-show=kind]', / · Work · Pinned$/);
    await page.waitForText('[data-show=groups] .group', /^Work\s+3 accounts/);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-show=pinned] [data-account]:nth-child(3)');
    await popup.select(
      '[data-field=group]',
      await popup.evaluate("document.querySelector('[data-field=group] option:nth-child(2)').value"),
    );
    await popup.waitFor('[data-show=pinned]:only-of-type');
    await stage.browser.closePopup();
    await page.click('[data-do=undo]');
    // The group was made with them, and goes with them.
    await page.waitFor('main:not(:has([data-show=groups]))');
  });

  it('with Shift and the mouse a range is ticked; all that a search finds; deleted in one, and brought back to their places', async () => {
    const page = await nice();
    const names = await issuers(page);
    await page.click('.row:nth-child(2) [data-do=tick]');
    await shiftClick(page, '.row:nth-child(5) [data-do=tick]');
    await page.waitForText('[data-show=ticked-count]', '4 of 8 selected');
    await shiftClick(page, '.row:nth-child(4) [data-do=tick]');
    await page.waitForText('[data-show=ticked-count]', '2 of 8 selected');
    await page.type('[data-field=search]', 'mira');
    await page.waitFor('[data-count="4"]');
    await page.click('[data-do=tick-all]');
    await page.waitForText('[data-show=ticked-count]', '4 of 8 selected');
    await page.type('[data-field=search]', 'octocat');
    await page.waitForText('[data-show=ticked-count]', '(not shown here: 4)');
    await page.press('Escape');
    const before = await generation(page);
    await page.click('[data-do=delete-ticked]');
    await page.waitForText('[data-show=notice]', 'Deleted: 4 accounts.');
    await page.waitFor('.account-part [data-count="4"]');
    await expect.poll(() => generation(page)).toBe(before + 1);
    await expect.poll(() => focused(page)).toBe('tick-all');
    await page.waitFor('[data-show=trash] .row:nth-child(4)');
    await page.click('[data-do=undo]');
    await page.waitFor('.account-part [data-count="8"]');
    await expect.poll(() => issuers(page)).toEqual(names);
    await page.click('[data-do=tick-all]');
    await page.click('[data-do=delete-ticked]');
    await page.waitFor('[data-show=empty]');
    await expect.poll(() => focused(page)).toBe('h1');
  });

  it('a group is renamed, but not to nothing and not to another one’s name; deleted, its accounts stay; and comes back', async () => {
    const page = await nice();
    for (const [place, name] of [
      [1, 'Work'],
      [2, 'Home'],
    ] as const) {
      await page.click(`.row:nth-child(${place}) [data-do=tick]`);
      await page.click('[data-do=group-ticked]');
      await page.select('[data-field=ticked-group]', 'new');
      await page.type('[data-field=ticked-new-group]', name);
      await page.press('Enter');
      await page.waitForText('[data-show=notice]', `In “${name}”`);
      await page.click('[data-do=tick-none]');
    }
    const first = '[data-show=groups] .group:nth-child(1)';
    await page.click(`${first} [data-do=rename-group]`);
    await page.type('[data-field=group-name]', 'Home');
    await page.press('Enter');
    expect(await page.text(`${first} [data-show=error]`)).toMatch(/of this name already/);
    await page.type('[data-field=group-name]', '   ');
    await page.press('Enter');
    await page.waitForText(`${first} [data-show=error]`, 'Give the group a name.');
    await lookAt(stage, page, 'settings-group-rename-error');
    await page.type('[data-field=group-name]', 'Office');
    await page.press('Enter');
    await page.waitForText(first, /^Office\s+1 account/);
    await expect.poll(() => focused(page)).toBe('rename-group');
    await page.waitForText('.account-part .row:nth-child(1) [data-show=kind]', 'Office');
    await page.press('Tab');
    await page.press('Enter');
    await page.waitForText('[data-show=notice]', 'The group “Office” is gone.');
    await expect.poll(() => page.evaluate("document.querySelectorAll('.group').length")).toBe(1);
    expect(await issuers(page)).toHaveLength(8);
    await page.click('[data-do=undo]');
    await page.waitForText('.account-part .row:nth-child(1) [data-show=kind]', 'Office');
    // A new one in the form of an account.
    await page.click('.row:nth-child(3) [data-do=edit]');
    await page.select('[data-field=group]', 'new');
    await page.click('[data-do=save]');
    await page.waitForText('[data-show=error]', 'Give the group a name.');
    await expect.poll(() => focused(page)).toBe('new-group');
    await page.type('[data-field=new-group]', 'Bank');
    await page.press('Enter');
    await page.waitForText('.account-part .row:nth-child(3) [data-show=kind]', 'Bank');
  });

  it('the list stands in the order that was chosen for the popup', async () => {
    const page = await nice();
    const own = await issuers(page);
    await setLook(page, { theme: 'system', order: 'name', hidesCodes: false });
    await expect.poll(() => issuers(page)).toEqual([...own].sort((a, b) => a.localeCompare(b)));
    await setLook(page, { theme: 'system', order: 'own', hidesCodes: false });
    await expect.poll(() => issuers(page)).toEqual(own);
  });
});
