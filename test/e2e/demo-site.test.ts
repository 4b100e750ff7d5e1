/** The demo login site in both browsers: the whole walk, every page through axe in light and dark, the QR code read back. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { CHEAP_PASSWORDS } from '../demo-login/tests/cheap-passwords';
import { hotp, stepAt } from '../demo-login/totp';
import { type Complaints, listenForComplaints } from './complaints';
import { DemoVisit } from './demo-visit';
import { IS_LONG, KINDS } from './kinds';
import { type Stage, setStage } from './stage';

const DESKTOP = { width: 1200, height: 700 };
const PHONE = { width: 390, height: 700 };

/** By axe in the first size of each, and in the others no wider than the screen. */
const SIZES = IS_LONG ? [[DESKTOP], [PHONE]] : [[DESKTOP, PHONE]];

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

  it.each(SIZES)('every page of the walk works and passes axe, in %j', async (...sizes) => {
    const visit = await DemoVisit.begin(stage.browser, site, ...sizes);
    const { page } = visit;
    expect(await visit.path()).toBe('/sign-in');
    await visit.expectAccessible();
    await visit.givePassword('wrong');
    expect(await visit.errorText()).toContain('do not match');
    await visit.expectAccessible();
    await visit.givePassword();
    await page.waitFor('[data-show=home]');
    await visit.expectAccessible();
    await visit.go('/profile');
    await visit.expectAccessible();

    await visit.follow('[data-do=security]');
    expect(await page.text('[data-show=two-factor]')).toBe('Off');
    await visit.expectAccessible();
    await visit.follow('[data-do=set-up]');
    const { uri, secret } = await visit.secretFromLink();
    const qr = await visit.readQrCode();
    expect(qr).toMatchObject({ text: uri, quietZone: [255, 255, 255] });
    expect(qr.side).toBeGreaterThanOrEqual(200);
    await visit.expectAccessible();
    await visit.giveCode('1');
    expect(await visit.errorText()).toContain('does not match');
    await visit.expectAccessible();

    const step = stepAt(Date.now());
    await visit.giveCode(hotp(secret, step));
    expect(await page.evaluate('document.querySelectorAll("[data-show=recovery-codes] li").length')).toBe(10);
    await visit.expectAccessible();
    await visit.follow('[data-do=done]');
    expect(await page.text('[data-show=two-factor]')).toMatch(/^On since/);
    await visit.expectAccessible();
    await visit.follow('button[data-do=sign-out]');

    await visit.givePassword();
    expect(await visit.path()).toBe('/sign-in/code');
    await page.waitFor('input[name=otp]:focus');
    await visit.expectAccessible();
    await visit.giveCode(hotp(secret, step));
    expect(await visit.errorText()).toContain('does not match');
    await visit.expectAccessible();
    await visit.giveCode(hotp(secret, step + 1));
    await page.waitFor('[data-show=home]');

    for (const path of ['/testers', '/try-it', '/no-such-page']) {
      await visit.go(path);
      await visit.expectAccessible();
    }

    // Every page of the gallery is made like these; the latter two have the script at work.
    for (const item of ['', '/canvas', '/modal-dialog']) {
      await visit.go(`/gallery/qr${item}`);
      await visit.expectAccessible();
    }
    await page.waitFor('dialog[open]');
    expect(await complaints.read()).toEqual([]);
  });
});
