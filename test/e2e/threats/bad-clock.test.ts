/**
 * T16: a computer whose clock is wrong. The clock of the popup is set by its own `Date.now`, the only one that Halfminute
 * asks; time zone and daylight saving are those of the whole browser. Codes are held against the demo site's own TOTP.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hotp } from '../../demo-login/totp';
import { KINDS } from '../kinds';
import type { View } from '../rig/extension-browser';
import { seedVault } from '../seeded-vault';
import { type Stage, setStage } from '../stage';
import { unlock } from '../walks/accounts';
import { PASSPHRASE } from '../walks/journey';
import { storeUnlocked } from '../walks/stored';

const SECRET = Buffer.from('Hello!\u00de\u00ad\u00be\u00ef', 'latin1');
const ACCOUNTS = [
  { algorithm: 'SHA1', periodSeconds: 30, digits: 6, hash: 'sha1' },
  { algorithm: 'SHA256', periodSeconds: 60, digits: 8, hash: 'sha256' },
  { algorithm: 'SHA512', periodSeconds: 47, digits: 7, hash: 'sha512' },
] as const;
const DETAILS = ACCOUNTS.map(
  ({ hash: _hash, ...parameters }) =>
    ({ type: 'totp', issuer: 'GitHub', label: 'octocat', secret: SECRET, ...parameters }) as const,
);
/** In the order of their rings, the shortest first. */
const PERIODS = ACCOUNTS.map(({ periodSeconds }) => periodSeconds).sort((a, b) => a - b);

const HOUR_MS = 3_600_000;
const MOMENTS: readonly (readonly [string, () => number])[] = [
  ['an hour fast', () => Date.now() + HOUR_MS],
  ['an hour slow', () => Date.now() - HOUR_MS],
  ['a day fast', () => Date.now() + 24 * HOUR_MS],
  ['a day slow', () => Date.now() - 24 * HOUR_MS],
  ['at the beginning of 1970', () => 0],
  ['in 1970', () => 59_999],
  ['before 2038', () => 2 ** 31 * 1000 - 1],
  ['after 2038', () => 2 ** 31 * 1000],
  ['before 2106', () => 2 ** 32 * 1000 - 1],
  ['after 2106', () => 2 ** 32 * 1000],
  ['at the end of a period of all', () => Date.UTC(2030, 0, 1) - 1],
  ['before daylight saving begins', () => Date.UTC(2027, 2, 28, 1) - 1],
  ['when daylight saving begins', () => Date.UTC(2027, 2, 28, 1)],
  ['in the hour that comes twice', () => Date.UTC(2027, 9, 31, 0, 30)],
  ['before daylight saving ends', () => Date.UTC(2027, 9, 31, 1) - 1],
  ['when daylight saving ends', () => Date.UTC(2027, 9, 31, 1)],
];
const IN_ORDER = MOMENTS.map(([when, at]) => [when, at()] as const).sort(([, one], [, other]) => one - other);
/** As the clock goes on, in one popup: one that goes back locks. */
const LATER = IN_ORDER.filter(([, atMs]) => atMs > Date.now());
/** Each with an unlock of its own, and one of the far future. */
const UNLOCKED_AT = [...IN_ORDER.filter(([, atMs]) => atMs < Date.now()), ...IN_ORDER.slice(-1)];

/** The clock stands still from here on, and the page looks at it at once. */
const standStillAt = (nowMs: number) => `(() => {
  window.Date.now = () => ${nowMs};
  document.dispatchEvent(new Event('visibilitychange'));
})()`;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    // The zone of a browser is that of its start.
    stage = await setStage(kind, { isOwnBrowser: true });
    await storeUnlocked(stage.browser, await seedVault(PASSPHRASE, 0, DETAILS));
    const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html#locking`);
    // An alarm would ring by the browser's own clock, and lock at once what was unlocked in 1970.
    await options.click('[data-choice=restart]');
    await options.waitForText('[data-show=notice]', 'Saved');
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterAll(async () => {
    await stage?.close();
    vi.unstubAllEnvs();
  });

  const shown = async (popup: View) => ({
    codes: await popup.evaluate<string[]>(
      "[...document.querySelectorAll('.row [data-show=code]')].map((one) => one.textContent.replace(' ', ''))",
    ),
    seconds: await popup.evaluate<number[]>(
      "[...document.querySelectorAll('[data-show=seconds]')].map((one) => Number(one.textContent))",
    ),
    // How much of each ring is left, of the whole ring.
    rings: await popup.evaluate<number[]>(
      "[...document.querySelectorAll('.ring .arc')].map(({ style }) => 1 + Number.parseFloat(style.strokeDashoffset))",
    ),
  });
  const expectRightAt = async (popup: View, nowMs: number) => {
    const codes = ACCOUNTS.map(({ periodSeconds, digits, hash }) =>
      hotp(SECRET, Math.floor(nowMs / 1000 / periodSeconds), digits, hash),
    );
    const seconds = PERIODS.map((periodSeconds) => periodSeconds - (Math.floor(nowMs / 1000) % periodSeconds));
    await expect.poll(() => shown(popup)).toMatchObject({ codes, seconds });
    const now = await shown(popup);
    for (const [place, periodSeconds] of PERIODS.entries())
      expect(now.rings[place]).toBeCloseTo((now.seconds[place] ?? Number.NaN) / periodSeconds, 3);
    // Two moments may have the same code.
    await popup.evaluate("navigator.clipboard.writeText('').then(() => null)");
    await popup.click('[data-do=copy]');
    await expect.poll(() => stage.browser.readClipboard()).toBe(codes[0]);
  };

  it('T16: the time zone has daylight saving, which changes an hour and no code', async () => {
    const popup = await stage.browser.openPopup();
    const offsets =
      '[Date.UTC(2027, 2, 28, 1) - 1, Date.UTC(2027, 2, 28, 1)].map((at) => new Date(at).getTimezoneOffset())';
    expect(await popup.evaluate(offsets)).toEqual([-60, -120]);
    await stage.browser.closePopup();
  });

  describe('while the popup is open', () => {
    let popup: View;
    beforeAll(async () => {
      popup = await stage.browser.openPopup();
      await popup.waitFor('[data-screen=list][data-count="3"]');
    });
    afterAll(async () => await stage.browser.closePopup());

    it.each(LATER)(
      'T16: with the clock %s, the codes are right and no countdown is below zero',
      async (_when, nowMs) => {
        await popup.evaluate(standStillAt(nowMs));
        await expectRightAt(popup, nowMs);
      },
    );
  });

  describe('unlocked anew', () => {
    afterEach(async () => await stage.browser.closePopup());
    const unlockAt = async (nowMs: number) => {
      const popup = await stage.browser.openPopup();
      await popup.evaluate("chrome.storage.session.remove('unlocked').then(() => null)");
      await popup.waitFor('[data-screen=locked]');
      await popup.evaluate(standStillAt(nowMs));
      await unlock(popup);
      await popup.waitFor('[data-screen=list][data-count="3"]');
      return popup;
    };

    it.each(UNLOCKED_AT)(
      'T16: with the clock %s, the codes are right and no countdown is below zero',
      async (_when, nowMs) => await expectRightAt(await unlockAt(nowMs), nowMs),
    );

    it('T16: a clock that goes forward and back takes its codes along by itself', async () => {
      const popup = await unlockAt(Date.UTC(2028, 0, 1));
      const [{ digits, hash }] = ACCOUNTS;
      for (const nowMs of [Date.UTC(2028, 0, 1, 0, 0, 35), Date.UTC(2028, 0, 1, 0, 0, 10), Date.UTC(2028, 0, 1, 6)]) {
        await popup.evaluate(`(() => { window.Date.now = () => ${nowMs}; })()`);
        const code = hotp(SECRET, Math.floor(nowMs / 30_000), digits, hash);
        const left = 30 - (Math.floor(nowMs / 1000) % 30);
        const first = async () => [(await shown(popup)).codes[0], (await shown(popup)).seconds[0]];
        await expect.poll(first).toEqual([code, left]);
      }
    });
  });
});
