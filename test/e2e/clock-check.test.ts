/** A code was refused: the site in front is asked for its time, once and only when a person says so, and never another one. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe-look';
import type { ClockAnswer } from './clock-site';
import { askForTime, type ClockStage, codeToBe, correctionIn, goToCheck, setClockStage } from './clock-stage';
import { unreachable } from './keyboard-reach';
import { IS_LONG, KINDS } from './kinds';
import { type NamedSite, serveNamedSite } from './named-site';
import type { View } from './rig/extension-browser';
import { picture } from './stage';
import { focusToBe } from './walks/popup-keys';

const CORRECT = '[data-do=correct-codes]';
const ICON = /^\/favicon\.ico\?/;

describe.each(KINDS)('%s', (kind) => {
  let stage: ClockStage;
  let named: NamedSite;
  beforeAll(async () => {
    stage = await setClockStage(kind);
    named = await serveNamedSite();
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    named?.close();
  });

  const looksWell = async (popup: View, name: string) => {
    expect(await violationsInBoth(popup, (scheme) => picture(popup, `${kind}-${scheme}-${name}`))).toEqual([]);
    expect(await unreachable(popup)).toEqual([]);
  };
  const openOn = async (url: string) => {
    await stage.browser.openPage(url);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    return popup;
  };

  it('T14: nothing is asked before the person says so, and then once, without cookies, address or anything else', async () => {
    const { popup } = await stage.open({ aheadS: 90 });
    const host = new URL(stage.clock.url).host;
    await popup.waitFor(':root[data-drags]');
    await looksWell(popup, 'clock-foot');
    await goToCheck(popup);
    expect(await popup.text('[data-screen=check-clock]')).toContain(`Asks ${host} for its time`);
    await focusToBe(popup, 'h1');
    await looksWell(popup, 'check-clock');
    expect(stage.clock.asked).toEqual([]);
    await askForTime(popup, 'off');
    await focusToBe(popup, 'h1');
    const question = {
      path: expect.stringMatching(/^HEAD \/favicon\.ico\?\d+$/),
      cookie: undefined,
      referrer: undefined,
    };
    expect(stage.clock.asked).toEqual([question]);
    expect(await popup.text('[data-show=page-host]')).toBe(host);
    expect(await popup.text('[data-show=clock-offset]')).toMatch(/^(89|90|91) seconds$/);
    expect(await popup.text('main')).toContain('slow');
    await looksWell(popup, 'clock-off');
    await popup.click('[data-do=back]');
    await popup.waitFor('[data-screen=list]');
    expect(stage.clock.asked).toEqual([question]);
    expect(await correctionIn(popup)).toBe(null);
    await codeToBe(popup, 0, 0);
  });

  it('a clock that is fast is said to be', async () => {
    const { popup } = await stage.open({ aheadS: -3700 });
    await goToCheck(popup);
    await askForTime(popup, 'off');
    expect(await popup.text('[data-show=clock-offset]')).toMatch(/^1 hour, 1 minute, (39|40|41) seconds$/);
    expect(await popup.text('main')).toContain('fast');
    expect(await popup.text(CORRECT)).toMatch(/^Correct the codes by −1 hr 1 min (39|40|41) s$/);
  });

  it.each(IS_LONG ? [200, 404, 405, 401, 503] : [200])(
    'a clock that is right is said to be, and not corrected, whatever the status: %i',
    async (status) => {
      const { popup } = await stage.open({ aheadS: 0, status });
      await goToCheck(popup);
      await askForTime(popup, 'right');
      expect(await popup.has(CORRECT)).toBe(false);
      expect(stage.clock.asked).toHaveLength(1);
      if (status === 200) await looksWell(popup, 'clock-right');
    },
  );

  it('T16: what a site tells that is more than a day off is shown, and codes are not corrected by it', async () => {
    const { popup } = await stage.open({ aheadS: 86_400 * 3 + 7300 });
    await goToCheck(popup);
    await askForTime(popup, 'far-off');
    expect(await popup.text('[data-show=clock-offset]')).toBe('3 days, 2 hours');
    expect(await popup.has(CORRECT)).toBe(false);
    await looksWell(popup, 'clock-far-off');
  });

  it.each<readonly [what: string, answer: ClockAnswer, outcome: string, says: RegExp]>([
    ['does not tell its time', {}, 'date-missing', /without its time.*another site/],
    ['tells it as nobody else does', { headers: { date: 'yesterday' } }, 'date-missing', /without its time/],
    [
      'sends the question on',
      { aheadS: 90, status: 302, headers: { location: '/elsewhere' } },
      'redirected',
      /another site/,
    ],
    ['has an answer kept on the way', { aheadS: 0, headers: { age: '3600' } }, 'time-vague', /Check again/],
  ])('a site that %s: a sentence says what to do, and it is asked once', async (_what, answer, outcome, says) => {
    const { popup } = await stage.open(answer);
    await goToCheck(popup);
    await askForTime(popup, outcome);
    expect(await popup.text('[data-show=error]')).toMatch(says);
    expect(await popup.has(CORRECT)).toBe(false);
    expect(stage.clock.asked).toHaveLength(1);
    // The same screen with another sentence.
    if (IS_LONG || outcome === 'redirected') await looksWell(popup, `clock-${outcome}`);
  });

  it('a page that may ask nothing: Chromium asks all the same, Firefox holds extensions to it, and the popup says so', async () => {
    const { popup } = await stage.open({ aheadS: 90, policy: "default-src 'none'" });
    await goToCheck(popup);
    await askForTime(popup, kind === 'chromium' ? 'off' : 'forbidden');
    expect(stage.clock.asked).toHaveLength(kind === 'chromium' ? 1 : 0);
    if (kind === 'firefox') expect(await popup.text('[data-show=error]')).toMatch(/forbids questions.*another/);
  });

  it('a site that answers no more can be asked again', async () => {
    const { popup } = await stage.open({ aheadS: 0, isSilent: true });
    await goToCheck(popup);
    await askForTime(popup, 'no-answer');
    expect(await popup.text('[data-show=error]')).toContain('did not answer');
    stage.clock.answers({ aheadS: 0 });
    await popup.click('[data-do=check-clock]');
    await popup.waitFor('[data-screen=check-clock]');
    await askForTime(popup, 'right');
  });

  it('a page closed to extensions, and one that anybody could answer for, are not asked', async () => {
    named.show({ '*': '<p>Plain</p>' });
    for (const [url, says] of [
      ['about:blank', /can’t be asked.*https/],
      [named.plainAt('shop.example'), /not encrypted.*https/],
    ] as const) {
      const popup = await openOn(url);
      await goToCheck(popup);
      expect(await popup.text('[data-show=notice]')).toMatch(says);
      expect(await popup.has('[data-do=ask-time]')).toBe(false);
      if (IS_LONG || url !== 'about:blank')
        await looksWell(popup, url === 'about:blank' ? 'clock-closed-page' : 'clock-open-page');
      await popup.click('[data-do=back]');
      await popup.waitFor('[data-screen=list]');
      await stage.browser.closePopup();
    }
    expect(named.heard.filter(({ path }) => ICON.test(path))).toEqual([]);
  });

  it('T16: a page that only looks like the site of an account is not asked, and another one is', async () => {
    named.show({ '*': '<p>Sign in</p>' });
    const warned = await openOn(named.at('contoso.net'));
    await warned.waitFor('[data-show=page-warning]');
    await goToCheck(warned);
    await askForTime(warned, 'look-alike');
    expect(await warned.text('[data-show=error]')).toContain('contoso.net');
    expect(named.heard.filter(({ path }) => ICON.test(path))).toEqual([]);
    await stage.browser.closePopup();
    const popup = await openOn(named.at('login.contoso.com'));
    await goToCheck(popup);
    await askForTime(popup, 'right');
    expect(named.heard.filter(({ path }) => ICON.test(path)).map(({ host }) => host)).toEqual(['login.contoso.com']);
  });
});
