/** What a person is told about each kind of code on a page, from the real popup over the real picture of the tab. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CodePage, serveCodePage } from './code-page';
import type { View } from './rig/extension-browser';
import { picture, type Stage, setStage } from './stage';

const ANNA = 'otpauth://totp/Contoso:anna?secret=JBSWY3DPEHPK3PXP&issuer=Contoso';

let codes: CodePage;
beforeAll(async () => {
  codes = await serveCodePage();
});
afterAll(() => codes.close());

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  async function openPopupOver(...texts: string[]): Promise<View> {
    codes.show(...texts);
    await stage.browser.openPage(codes.url);
    return await stage.browser.openPopup();
  }

  async function scanPageWith(...texts: string[]): Promise<View> {
    const popup = await openPopupOver(...texts);
    await popup.click('[data-do=scan]');
    return popup;
  }

  describe('codes that enrol nothing', () => {
    it.each([
      ['a web link', 'https://example.com/a?b=c', /is a web link.*https:\/\/example\.com\/a\?b=c/s],
      ['a wireless network', 'WIFI:T:WPA;S:home;P:do-not-show-me;;', /^(?!.*do-not-show-me).*Wi-Fi/s],
      ['plain text', 'hello \u202eworld', /plain text.*hello \[U\+202E\]world/s],
      ['another app’s export', 'otpauth-migration://offline?data=CgA%3D', /export of several accounts/],
      ['an illegal secret', 'otpauth://totp/x?secret=JBSW1890', /characters that can’t be in one/],
      ['no secret', 'otpauth://totp/x?issuer=y', /holds no secret/],
      ['262 digits', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=262', /number of digits/],
      ['a period of 90,000 s', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&period=90000', /impossible period/],
      ['an unknown algorithm', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&algorithm=MD5', /algorithm/],
    ])('%s', async (name, text, answer) => {
      const popup = await scanPageWith(text);
      expect(await popup.text('[data-show=error]')).toMatch(answer);
      expect(await popup.evaluate("chrome.storage.session.get('pending')")).toEqual({});
      await picture(popup, `${kind}-answer-${name.replace(/\W+/g, '-')}`);
    });
  });

  describe('codes that enrol', () => {
    it('among others: the account is previewed, the rest passed over', async () => {
      const popup = await scanPageWith('https://example.com/', ANNA);
      await popup.waitFor('[data-screen=preview]');
      expect(await popup.value('[data-field=issuer]')).toBe('Contoso');
      await popup.click('[data-do=discard]');
      await popup.waitFor('[data-screen=welcome]');
    });

    it('as the context menu asks for it, once and on its own tab only', async () => {
      const popup = await openPopupOver(ANNA);
      await popup.waitFor('[data-screen=welcome]');
      // The menu itself is out of reach of a test here: this is what its handler leaves behind.
      const leave = (tab: string) =>
        `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.storage.session.set({ intent: { kind: 'scan', tabId: ${tab}, atMs: Date.now() } }))`;
      await popup.evaluate(leave('tab.id + 1'));
      await popup.waitFor('[data-screen=welcome]');
      await popup.evaluate(leave('tab.id'));
      await popup.waitFor('[data-screen=preview]');
      expect(await popup.evaluate("chrome.storage.session.get('intent')")).toEqual({});
    });
  });
});
