/** The list under a finger: it scrolls, and a row that was held is moved. In Chromium, which can be told of fingers. */
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { order, waitForOrder } from './list-order';
import { middleOf, type Place } from './mouse';
import { niceAccounts } from './nice-accounts';
import { ChromiumView } from './rig/chromium-view';
import { eventually } from './rig/eventually';
import { type SeededItems, seedVault } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { PASSPHRASE } from './walks/journey';
import { storeUnlocked } from './walks/stored';
import { leaveHalfminute } from './walks/unlocked';

describe('a finger', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage('chromium');
  });
  afterAll(async () => await stage?.close());

  const open = async (accounts: SeededItems) => {
    await leaveHalfminute(stage);
    await storeUnlocked(stage.browser, accounts);
    const tab = await stage.browser.openTab(`${stage.browser.extensionOrigin}/popup/index.html`);
    await tab.waitFor('[data-drags] .row [data-show=code]');
    if (!(tab instanceof ChromiumView)) throw new Error('Only Chromium is told of fingers.');
    return { tab, cdp: await tab.page.context().newCDPSession(tab.page) };
  };
  const touch = async (cdp: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly Place[]) =>
    void (await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((place, id) => ({ ...place, id })) }));

  it('that rests on a row takes it along, and lets it go in its new place', async () => {
    const { tab, cdp } = await open(await seedVault(PASSPHRASE, 0, niceAccounts()));
    const start = await middleOf(tab, '.row[aria-posinset="1"] .row-text');
    const end = await middleOf(tab, '.row[aria-posinset="3"] .row-text');
    await touch(cdp, 'touchStart', start);
    await tab.waitFor('[data-dragging] [data-dragged]');
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await touch(cdp, 'touchMove', { x: start.x, y: start.y + part * (end.y - start.y) });
    }
    await picture(tab, 'chromium-list-touched');
    await touch(cdp, 'touchEnd');
    await tab.waitForText('[data-show=notice]', 'GitHub, octocat, moved to place 3 of 8');
    await waitForOrder(tab, 'Workbench', 'Contoso Bank', 'GitHub', 'Fabrikam');
    expect(await tab.has('[data-dragging]')).toBe(false);
  });

  it('that draws at once scrolls the list, and moves nothing', async () => {
    const { tab, cdp } = await open(await seedVault(PASSPHRASE, 500));
    const before = await order(tab);
    const start = await middleOf(tab, '.row[aria-posinset="5"] .row-text');
    await touch(cdp, 'touchStart', start);
    for (let by = 10; by <= 200; by += 10) await touch(cdp, 'touchMove', { x: start.x, y: start.y - by });
    await touch(cdp, 'touchEnd');
    await eventually(
      async () => (await tab.evaluate<number>("document.querySelector('main').scrollTop")) > 100,
      () => 'the list to scroll',
    );
    expect(await tab.has('[data-dragging], [data-show=notice]')).toBe(false);
    await tab.evaluate("document.querySelector('main').scrollTo(0, 0)");
    await waitForOrder(tab, ...before.slice(0, 6));
  });

  it('more than the first changes nothing of a drag', async () => {
    const { tab, cdp } = await open(await seedVault(PASSPHRASE, 0, niceAccounts()));
    const start = await middleOf(tab, '.row[aria-posinset="1"] .row-text');
    const way = await middleOf(tab, '.row[aria-posinset="2"] .row-text');
    const end = await middleOf(tab, '.row[aria-posinset="3"] .row-text');
    const other = await middleOf(tab, '.row[aria-posinset="6"] .row-text');
    await touch(cdp, 'touchStart', start);
    await tab.waitFor('[data-dragging] [data-dragged]');
    await touch(cdp, 'touchMove', way);
    await touch(cdp, 'touchStart', way, other);
    // The second one alone is lifted.
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [{ ...other, id: 1 }] });
    await touch(cdp, 'touchMove', end);
    await touch(cdp, 'touchEnd');
    await waitForOrder(tab, 'Workbench', 'Contoso Bank', 'GitHub');
  });
});
