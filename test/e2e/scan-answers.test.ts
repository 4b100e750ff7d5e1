/** What a person is told about each kind of code on a page, from the real popup over the real picture of the tab. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import encodeQR from 'qr';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { picture, type Stage, setStage } from './stage';

const ANNA = 'otpauth://totp/Contoso:anna?secret=JBSWY3DPEHPK3PXP&issuer=Contoso';
const BEN = 'otpauth://totp/Fabrikam:ben?secret=KRUGS4ZANFZSAYJA&issuer=Fabrikam&period=60';

let stage: Stage;
let server: Server;
let texts: readonly string[] = [];

beforeAll(async () => {
  server = createServer((_request, response) => {
    const codes = texts.map((text) => `<div style="width:220px;padding:24px">${encodeQR(text, 'svg')}</div>`).join('');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Codes</title><h1>A page</h1><div style="display:flex;gap:80px">${codes}</div>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stage = await setStage('chromium');
});
afterEach(async () => await stage.browser.closePopup());
afterAll(async () => {
  await stage?.close();
  server?.close();
});

async function scanPageWith(...shown: string[]) {
  texts = shown;
  await stage.browser.openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const popup = await stage.browser.openPopup();
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
    await picture(popup, `answer-${name.replace(/\W+/g, '-')}`);
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

  it('two at once wait one behind the other, and none is lost', async () => {
    const popup = await scanPageWith(ANNA, BEN);
    await popup.waitFor('[data-screen=preview]');
    await picture(popup, 'preview-one-of-two');
    const first = await popup.value('[data-field=issuer]');
    await popup.click('[data-do=discard]');
    await popup.waitForValue('[data-field=issuer]', first === 'Contoso' ? 'Fabrikam' : 'Contoso');
    await popup.click('[data-do=discard]');
    await popup.waitFor('[data-screen=welcome]');
  });

  it('as the context menu asks for it, once and on its own tab only', async () => {
    texts = [ANNA];
    await stage.browser.openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const popup = await stage.browser.openPopup();
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
