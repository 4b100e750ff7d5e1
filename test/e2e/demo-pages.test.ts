/** The pages of the demo site beside the plain walk: the admin's, those of mail, and the set-up that is mandatory, on a narrow screen. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { CHEAP_PASSWORDS } from '../demo-login/tests/cheap-passwords';
import { hotp, stepAt } from '../demo-login/totp';
import { type Complaints, listenForComplaints } from './complaints';
import { DemoVisit } from './demo-visit';
import { KINDS } from './kinds';
import { type Stage, setStage } from './stage';

const NARROW = { width: 320, height: 700 };

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let site: RunningDemoSite;
  let complaints: Complaints;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  beforeEach(async () => {
    site = await startDemoSite({ passwordCost: CHEAP_PASSWORDS });
    complaints = await listenForComplaints(stage.browser, site.url);
  });
  afterEach(async () => {
    await complaints.end();
    await site.stop();
  });
  afterAll(async () => await stage?.close());

  it('pass axe, and scroll downwards alone', async () => {
    const visit = await DemoVisit.begin(stage.browser, site, NARROW);
    const { page } = visit;
    await visit.givePassword();
    await page.waitFor('[data-show=home]');
    await visit.go('/settings');
    await page.click('input[data-do=forced-client]');
    await visit.follow('[data-do=save-settings]');
    await page.waitFor('[data-show=saved]');
    await visit.expectAccessible();
    await visit.go('/settings/people');
    await visit.follow('[data-do=send-verification]');
    await page.waitFor('[data-show=mailed]');
    await visit.expectAccessible();
    await visit.go('/settings/audit');
    await visit.expectAccessible();
    await visit.follow('button[data-do=sign-out]');

    await visit.givePassword(undefined, 'Noor');
    await page.waitFor('[data-show=why]');
    await visit.expectAccessible();
    const { secret } = await visit.secretFromLink();
    await visit.giveCode(hotp(secret, stepAt(Date.now())));
    await page.waitFor('[data-show=recovery-codes]');
    await visit.expectAccessible();
    await visit.go('/profile/security');
    await page.waitFor('[data-show=mandatory]');
    await visit.expectAccessible();
    await visit.go('/settings');
    expect(await page.text('[data-show=error]')).toMatch(/admin/);
    await visit.expectAccessible();
    await visit.follow('button[data-do=sign-out]');

    await visit.givePassword(undefined, 'Noor');
    await visit.follow('[data-do=lost-device]');
    await visit.expectAccessible();
    await visit.follow('[data-do=send-reset-mail]');
    await page.waitFor('[data-show=mail-asked]');
    await visit.expectAccessible();
    await visit.go('/inbox');
    expect(await page.evaluate('document.querySelectorAll("[data-show=mail-text]").length')).toBe(2);
    await visit.expectAccessible();
    const code = /[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/.exec(await page.text('[data-show=mail-text]'))?.[0] ?? '';
    for (const path of ['/verify', '/recover']) {
      await visit.go(path);
      await visit.expectAccessible();
    }
    await page.type('[name=reset-code]', code);
    await visit.follow('[data-do=reset]');
    await page.waitFor('[data-show=reset-done]');
    await visit.expectAccessible();
    expect(await complaints.read()).toEqual([]);
  });
});
