/** T16: codes corrected for a computer's clock that is wrong: when a person says so, on every page, until one click ends it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe-look';
import {
  askForTime,
  type ClockStage,
  codesSince,
  codeToBe,
  correctBy,
  correctionIn,
  FOOT,
  goToCheck,
  LINE,
  setClockStage,
  storeAsCorrection,
} from './clock-stage';
import { vaultWithNewerContent } from './future-vaults';
import { unreachable } from './keyboard-reach';
import { IS_LONG, KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { picture } from './stage';
import { unlock } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { focusToBe, pressButton } from './walks/popup-keys';
import { openUnlocked } from './walks/unlocked';

const STEP_S = 30;
const CORRECT = '[data-do=correct-codes]';

describe.each(KINDS)('%s', (kind) => {
  let stage: ClockStage;
  beforeAll(async () => {
    stage = await setClockStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const copied = async (popup: View, act: () => Promise<void>) => {
    await act();
    await popup.waitForText('[data-show=notice]', 'Copied');
    return await stage.browser.readClipboard();
  };
  /** The code of the first account comes into the page by its button, and is one of a clock `aheadS` ahead of this one. */
  const fills = async (page: View, popup: View, aheadS: number) => {
    const fromMs = Date.now();
    await popup.click('[data-account=account-0] [data-do=fill]');
    const code = await page.waitForValue('[name=otp]', /^\d{6}$/);
    expect(codesSince(0, fromMs, aheadS)).toContain(code);
    await expect.poll(() => stage.browser.isPopupOpen()).toBe(false);
  };

  it('T16: 90 seconds that were found are corrected when the person says so: shown, counted down, copied and filled', async () => {
    const { page, popup } = await stage.open({ aheadS: 90 });
    await goToCheck(popup);
    await askForTime(popup, 'off');
    const words = await popup.text(CORRECT);
    expect(await correctionIn(popup)).toBe(null);
    await popup.click(CORRECT);
    // From the foot of the list to its head, where it is said.
    await expect.poll(() => popup.evaluate('document.querySelector("main").scrollTop')).toBe(0);
    const line = await popup.waitForText(LINE, /^Codes corrected by \+(89|90|91) s for this computer’s clock/);
    await popup.waitForText('[data-show=notice]', 'Codes are corrected.');
    const seconds = Number(await correctionIn(popup));
    expect(words).toBe(`Correct the codes by +${seconds} s`);
    expect(line).toContain(`+${seconds} s`);
    await codeToBe(popup, 0, seconds);
    await codeToBe(popup, 1, seconds);
    expect(await violationsInBoth(popup, (scheme) => picture(popup, `${kind}-${scheme}-clock-line`))).toEqual([]);
    expect(await unreachable(popup)).toEqual([]);
    const fromMs = Date.now();
    const now = await copied(popup, () => popup.click('[data-account=account-1] [data-do=copy]'));
    expect(codesSince(1, fromMs, seconds)).toContain(now);
    await fills(page, popup, seconds);
    expect(stage.clock.asked).toHaveLength(1);
  });

  it('T16: of a clock that is fast, the next code is copied, and the code of now filled as long as it lasts', async () => {
    const { page, popup } = await stage.open({ aheadS: -47 }, -47);
    await popup.waitForText(LINE, '−47 s');
    await codeToBe(popup, 0, -47);
    await popup.waitFor('[data-account=account-1] [data-do=edit]');
    await popup.evaluate("document.querySelector('[data-account=account-1] [data-do=copy]').focus()");
    await focusToBe(popup, 'account-1 copy');
    const fromMs = Date.now();
    const next = await copied(popup, () => popup.press('Shift+Enter'));
    expect(codesSince(1, fromMs, STEP_S - 47)).toContain(next);
    await fills(page, popup, -47);
  });

  it('T16: near the end of a code by the corrected clock, a fill waits for the next one', async () => {
    const { popup } = await stage.open({ aheadS: 10 }, 10);
    await popup.waitFor(':root[data-drags]');
    // By the computer's clock alone there were more than ten seconds left.
    await popup.evaluate(`(() => {
      const endMs = (Math.floor(Date.now() / 30000) + 2) * 30000 - 10000;
      window.Date.now = () => endMs - 1500;
    })()`);
    await popup.click('[data-account=account-0] [data-do=fill]');
    await popup.waitForText('[data-show=waiting-next]', / 2 /);
    await popup.click('[data-do=cancel-fill]');
  });

  it('is there when the popup opens again and in a new session of the browser, and the locked popup says nothing of it', async () => {
    await stage.open({}, 90);
    await stage.browser.closePopup();
    const again = await stage.browser.openPopup();
    await again.waitForText(LINE, '+90 s');
    await codeToBe(again, 0, 90);
    // All that a browser forgets when it ends.
    await again.evaluate('chrome.storage.session.clear().then(() => null)');
    await stage.browser.closePopup();
    const locked = await stage.browser.openPopup();
    await locked.waitFor('[data-screen=locked]');
    expect(await locked.has(LINE)).toBe(false);
    expect(await locked.has(FOOT)).toBe(false);
    await unlock(locked);
    await locked.waitForText(LINE, '+90 s');
    await codeToBe(locked, 0, 90);
  });

  it('ends with one click, on every page of Halfminute at once', async () => {
    const { extensionOrigin } = stage.browser;
    const tab = await stage.browser.openTab(`${extensionOrigin}/popup/index.html`);
    const settings = await stage.browser.openTab(`${extensionOrigin}/options/index.html#accounts`);
    await stage.browser.openTab(stage.clock.url);
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    await correctBy(popup, 4000);
    for (const view of [popup, tab, settings]) await view.waitForText(LINE, '+1 hr 6 min 40 s');
    // The clock of a page that nobody sees stands still.
    await codeToBe(popup, 0, 4000);
    await pressButton(popup, '[data-do=stop-correcting]');
    await popup.waitForText('[data-show=notice]', 'Codes go by this computer’s clock again.');
    await focusToBe(popup, 'account-0 fill');
    expect(await correctionIn(popup)).toBe(null);
    for (const view of [popup, tab]) {
      await view.waitFor(FOOT);
      expect(await view.has(LINE)).toBe(false);
    }
    await codeToBe(popup, 0, 0);
    await expect.poll(() => settings.has(LINE)).toBe(false);
    await stage.browser.closePopup();
    await stage.browser.closeOtherTabs();
  });

  it('is seen and ended in the settings too, where a live code goes by it', async () => {
    const settings = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html#accounts`);
    await settings.waitFor('[data-account]');
    await correctBy(settings, 90);
    await settings.click('[data-account=account-0] [data-do=edit]');
    const fromMs = Date.now();
    const code = (await settings.waitForText('[data-show=code]', /\d/)).replace(' ', '');
    expect(codesSince(0, fromMs, 90)).toContain(code);
    await settings.click('[data-do=cancel]');
    expect(await violationsInBoth(settings, (scheme) => picture(settings, `${kind}-${scheme}-clock-settings`))).toEqual(
      [],
    );
    await settings.click('[data-do=stop-correcting]');
    await settings.waitForText('[data-show=notice]', 'Codes go by this computer’s clock again.');
    expect(await settings.has(LINE)).toBe(false);
    expect(await correctionIn(settings)).toBe(null);
    await stage.browser.openTab(stage.clock.url);
    await stage.browser.closeOtherTabs();
  });

  it('"Check again" measures the clock itself: what still fits stays, and what does not is offered anew', async () => {
    const { popup } = await stage.open({ aheadS: 90 }, 90);
    await goToCheck(popup, 'check-clock-again');
    expect(await popup.text('[data-show=corrected-now]')).toContain('+90 s');
    await askForTime(popup, 'corrected');
    expect(await popup.has(CORRECT)).toBe(false);
    await popup.click('[data-do=back]');
    stage.clock.answers({ aheadS: -3700 });
    await goToCheck(popup, 'check-clock-again');
    await askForTime(popup, 'off');
    await popup.click(CORRECT);
    await popup.waitForText(LINE, '−1 hr 1 min');
    await codeToBe(popup, 0, Number(await correctionIn(popup)));
  });

  it('"Check again" with a clock that is right again says so, and ends the correction when the person says so', async () => {
    const { popup } = await stage.open({ aheadS: 0 }, 90);
    await goToCheck(popup, 'check-clock-again');
    await askForTime(popup, 'right');
    expect(await popup.text('main')).toContain('+90 s');
    await picture(popup, `${kind}-light-clock-no-longer`);
    expect(await correctionIn(popup)).toBe(90);
    await popup.click(CORRECT);
    await popup.waitFor(`[data-screen=list] ${FOOT}`);
    expect(await correctionIn(popup)).toBe(null);
    await codeToBe(popup, 0, 0);
  });

  it('that is stored and is none corrects nothing', async () => {
    const { popup } = await stage.open({});
    // What is none is asked in Node.
    for (const odd of IS_LONG ? ['"90"', '90.5', '86401', '{}', 'null'] : ['"90"', '86401']) {
      await correctBy(popup, 60);
      await storeAsCorrection(popup, odd);
      await popup.waitFor(FOOT);
      expect(await popup.has(LINE)).toBe(false);
      await codeToBe(popup, 0, 0);
    }
  });

  it('that can’t be stored is said, and corrects nothing', async () => {
    const { popup } = await stage.open({ aheadS: 90 });
    await goToCheck(popup);
    await askForTime(popup, 'off');
    await popup.evaluate(
      "void ((globalThis.browser ?? chrome).storage.local.set = async () => { throw new Error('disk'); })",
    );
    await popup.click(CORRECT);
    await popup.waitForText('[data-show=error]', 'storage');
    await popup.click('[data-do=back]');
    await popup.waitFor(FOOT);
    await codeToBe(popup, 0, 0);
  });

  it('is made and ended over a vault that is only read, which it does not touch', async () => {
    const newer = await vaultWithNewerContent(PASSPHRASE);
    const popup = await openUnlocked(stage, newer);
    await correctBy(popup, 90);
    await popup.click('[data-do=stop-correcting]');
    await popup.waitFor(FOOT);
    const stored = await popup.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
    expect(Object.entries(stored).sort()).toEqual(Object.entries(newer).sort());
  });
});
