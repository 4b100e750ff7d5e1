/** 10,000 accounts: opened, searched, walked through and changed as a short list is. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boundAccount, codeAt } from './bound-accounts';
import { type CodeFieldPage, serveCodeFieldPage } from './code-field-page';
import { KINDS } from './kinds';
import { sealAccounts } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { PASSPHRASE } from './walks/journey';
import { SHAPE, SHAPELY } from './walks/list-shape';
import { focusToBe, orderToBe, typeKeys } from './walks/popup-keys';
import { storeUnlocked } from './walks/stored';

const COUNT = 10_000;
const LAST = COUNT - 1;
const row = (place: number) => `[data-account="account-${place}"]`;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let field: CodeFieldPage;
  beforeAll(async () => {
    stage = await setStage(kind);
    field = await serveCodeFieldPage();
    const { origin } = new URL(field.url);
    const many = Array.from({ length: COUNT }, (_, place) => boundAccount(place, `Service ${place}`));
    const here = boundAccount(LAST, 'Workbench', [origin]);
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, many.with(LAST, here)));
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    field?.close();
  });

  it('the one of this site fills with two keys', async () => {
    const page = await stage.browser.openPage(field.url);
    const popup = await stage.browser.openPopup();
    await focusToBe(popup, `account-${LAST} fill`);
    await popup.press('Enter');
    await page.waitForValue('[name=otp]', /^\d{6}$/);
  });

  it('End goes to the last one, the search finds any, and both can be copied', async () => {
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-show=code]');
    await popup.press('End');
    await focusToBe(popup, `account-${LAST} copy`);
    await popup.waitFor(`${row(LAST)}[aria-posinset="${COUNT}"][aria-setsize="${COUNT}"]`);
    expect(await popup.evaluate(SHAPE)).toEqual(SHAPELY);
    await picture(popup, `${kind}-many-end`);
    await popup.press('Enter');
    await popup.waitForText('[data-show=notice]', 'Copied: Workbench');
    await typeKeys(popup, '9998');
    await orderToBe(popup, ['account-9998']);
    const fromMs = Date.now();
    await popup.press('Enter');
    await popup.waitForText('[data-show=notice]', 'Copied: Service 9998');
    expect([codeAt(9998, fromMs), codeAt(9998, Date.now())]).toContain(await stage.browser.readClipboard());
  });

  it('one of them is moved, changed and deleted as in a short list', async () => {
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-show=code]');
    await popup.press('End');
    await focusToBe(popup, `account-${LAST} copy`);
    await popup.press('Alt+ArrowUp');
    await popup.waitFor(`${row(LAST)}[aria-posinset="${LAST}"]`);
    await focusToBe(popup, `account-${LAST} copy`);
    // The order shows before the last copy is written; until then no second change begins.
    await popup.waitFor('[data-do=scan]:enabled');
    await popup.press('Delete');
    await popup.waitFor(`[data-screen=list][data-count="${LAST}"]`);
    await popup.waitFor('[data-do=scan]:enabled');
    await popup.click('[data-do=undo]');
    await popup.waitFor(`[data-screen=list][data-count="${COUNT}"]`);
  });
});
