// The rig itself, proven on a made-up extension in both browsers: what it calls the popup is the popup, with a real grant.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from './kinds';
import type { ExtensionBrowser, View } from './rig/extension-browser';
import { launchFixture } from './rig/fixture-launch';
import { type FixturePage, serveFixturePage } from './rig/fixture-page';
import { pixelAt, readPicture } from './rig/picture';

let folder = '';
let site: FixturePage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'halfminute-rig-'));
  site = await serveFixturePage();
});

afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(KINDS)('in %s', (kind) => {
  let browser: ExtensionBrowser;
  const url = () => `http://127.0.0.1:${site.port}/`;
  const popupUrl = () => `${browser.extensionOrigin}/popup.html`;

  beforeAll(async () => {
    browser = await launchFixture(kind, folder, { windowSize: { width: 1200, height: 800 } });
  });

  afterEach(async () => {
    await browser.closePopup();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('opens the popup from the toolbar, not as a tab', async () => {
    await browser.openPage(url());
    expect(await browser.isPopupOpen()).toBe(false);
    const popup = await browser.openPopup();
    expect(await browser.isPopupOpen()).toBe(true);
    expect(await popup.evaluate('location.href')).toBe(popupUrl());
    expect(await popup.evaluate('innerWidth')).toBeLessThan(400);
    const views = '(globalThis.browser ?? chrome).extension.getViews';
    expect(await popup.evaluate(`${views}({ type: 'popup' }).includes(window)`)).toBe(true);
  });

  it('has a grant in the popup that shows the page to captureVisibleTab', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.click('#capture');
    expect(await popup.waitForText('#captured', /^\d+x\d+ |refused/)).toMatch(/^1200x\d+ 200,30,60$/);
  });

  it('has no grant where nobody clicked the button', async () => {
    const page = await browser.openPage(popupUrl());
    await page.click('#capture');
    expect(await page.waitForText('#captured', /./)).toMatch(/^refused: .*activeTab/);
  });

  it('has a grant in the popup to run a function in the page, and none from a tab', async () => {
    const page = await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.click('#inject');
    expect(await popup.waitForText('#injected', /./)).toBe('seen: Red page');
    expect(await page.evaluate('document.title')).toBe('seen: Red page');
    await browser.closePopup();
    const tab = await browser.openTab(popupUrl());
    await tab.click('#inject');
    expect(await tab.waitForText('#injected', /./)).toMatch(/^refused: /);
  });

  it('types over what a field holds, and waits for what comes late', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.type('#words', 'first');
    await popup.type('#words', 'grüße 日本 €5');
    expect(await popup.value('#words')).toBe('grüße 日本 €5');
    expect(await popup.text('#typed')).toBe('grüße 日本 €5');
    expect(await popup.waitForValue('#words', /€5$/)).toBe('grüße 日本 €5');
    await popup.click('#late');
    expect(await popup.text('#late')).toBe('clicked');
    expect(await popup.has('#late')).toBe(true);
    expect(await popup.has('#hidden')).toBe(false);
    expect(await popup.has('#nowhere')).toBe(false);
  });

  it('presses keys with their modifiers', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.click('#words');
    await popup.press('a');
    await popup.press('Enter');
    await popup.waitForText('#entered', /^Enter$/);
    await popup.press('Shift+Enter');
    await popup.waitForText('#entered', 'Shift+Enter');
    await popup.press('Control+b');
    await popup.waitForText('#entered', 'Control+b');
    expect(await popup.value('#words')).toBe('a');
  });

  it('drives a page: keys, a choice, a file', async () => {
    const page = await browser.openPage(url());
    await page.type('textarea', 'one\ntwo');
    await page.press('Backspace');
    expect(await page.waitForValue('textarea', /tw$/)).toBe('one\ntw');
    await page.select('select', 'b');
    expect(await page.value('select')).toBe('b');
    writeFileSync(join(folder, 'backup.txt'), 'words');
    await page.attachFiles('input', join(folder, 'backup.txt'));
    await page.waitForText('output', 'backup.txt');
  });

  // Firefox's mouse presses at once where it arrives.
  it.runIf(kind === 'chromium')('clicks what it was told to, where a row grows under the mouse', async () => {
    const page = await browser.openPage(url());
    await page.evaluate(`(() => {
      document.body.innerHTML = '<p style="display: flex"><button hidden>Other</button><button id="wanted">Wanted</button></p><output></output>';
      const [other, wanted] = document.querySelectorAll('button');
      document.querySelector('p').addEventListener('mousemove', () => { other.hidden = false; });
      for (const button of [other, wanted])
        button.addEventListener('click', () => { document.querySelector('output').textContent += button.textContent; });
    })()`);
    await page.click('#wanted');
    expect(await page.waitForText('output', /./)).toBe('Wanted');
  });

  it('clicks with a gesture: the popup may write the clipboard, which can be read while it is open', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.type('#words', 'für später');
    await popup.click('#copy');
    expect(await popup.waitForText('#copied', /./)).toBe('copied');
    expect(await browser.readClipboard()).toBe('für später');
    expect(await browser.isPopupOpen()).toBe(true);
  });

  it('gives no gesture by looking', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.waitFor('#copy');
    expect(await popup.evaluate('navigator.userActivation.hasBeenActive')).toBe(false);
    await popup.click('#copy');
    expect(await popup.evaluate('navigator.userActivation.hasBeenActive')).toBe(true);
  });

  it('closes the popup and opens it anew', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.type('#words', 'forgotten');
    await browser.closePopup();
    expect(await browser.isPopupOpen()).toBe(false);
    await expect(popup.text('#words')).rejects.toThrow('The view is gone');
    await browser.closePopup();
    const again = await browser.openPopup();
    expect(await again.value('#words')).toBe('');
    await expect(browser.openPopup()).rejects.toThrow('open already');
  });

  it.each([
    ['a click', async (popup: View) => await popup.click('#bye')],
    [
      'a key',
      async (popup: View) => {
        await popup.waitFor('#bye');
        await popup.evaluate("document.querySelector('#bye').focus()");
        await popup.press('Enter');
      },
    ],
  ])('bears %s that closes the popup', async (_, act) => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await act(popup);
    await expect.poll(() => browser.isPopupOpen(), { timeout: 10_000 }).toBe(false);
    await (await browser.openPopup()).waitFor('#bye');
  });

  it('finds the tab that the extension opened', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.click('#settings');
    const settings = await browser.waitForTab('popup.html?settings');
    await settings.waitFor('#capture');
    expect(await settings.evaluate('document.visibilityState')).toBe('visible');
  });

  it('writes pictures of the page and of the popup', async () => {
    const page = await browser.openPage(url());
    await page.screenshot(join(folder, 'page.png'));
    const pagePicture = readPicture(join(folder, 'page.png'));
    expect(pagePicture.width).toBe(1200);
    expect(pixelAt(pagePicture, 600, 300)).toEqual([200, 30, 60]);
    const popup = await browser.openPopup();
    await popup.waitFor('#capture');
    await popup.screenshot(join(folder, 'popup.png'));
    const popupPicture = readPicture(join(folder, 'popup.png'));
    expect(popupPicture.width).toBe(await popup.evaluate('innerWidth'));
    expect(pixelAt(popupPicture, 1, 1)).toEqual([250, 250, 250]);
  });

  it('gives a page the width of a phone, also for the next page in its tab, and takes it back', async () => {
    const page = await browser.openPage(url());
    const [width, height] = await page.evaluate<[number, number]>('[innerWidth, innerHeight]');
    await page.resize(390, 844);
    expect(await page.evaluate('matchMedia("(max-width: 390px)").matches')).toBe(true);
    const next = await browser.openPage(`${url()}next`);
    expect(await next.evaluate('[innerWidth, innerHeight, devicePixelRatio]')).toEqual([390, 844, 1]);
    await next.screenshot(join(folder, 'phone.png'));
    const shown = readPicture(join(folder, 'phone.png'));
    expect([shown.width, shown.height]).toEqual([390, 844]);
    expect(pixelAt(shown, 380, 830)).toEqual([200, 30, 60]);
    await next.type('textarea', 'by hand');
    expect(await next.value('textarea')).toBe('by hand');
    await next.resize(width, height);
  });

  it('stops the background, which storage.session survives', async () => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.type('#words', 'kept');
    await popup.click('#keep');
    await popup.waitForText('#recalled', 'kept');
    const starts = () =>
      popup.evaluate<number>(
        '(globalThis.browser ?? chrome).storage.session.get("starts").then(({ starts }) => starts)',
      );
    const before = await starts();
    await browser.stopBackground();
    await popup.click('#recall');
    expect(await popup.waitForText('#recalled', 'local')).toBe('local kept, session kept');
    // A change in storage wakes it again, which runs its script once more.
    await popup.type('#words', 'woken');
    await popup.click('#keep');
    await expect.poll(starts, { timeout: 10_000 }).toBe(before + 1);
  });

  it.each(['restart', 'kill'] as const)('keeps local and forgets session over a %s', async (way) => {
    await browser.openPage(url());
    const popup = await browser.openPopup();
    await popup.type('#words', way);
    await popup.click('#keep');
    await popup.waitForText('#recalled', 'kept');
    if (way === 'kill') await browser.kill();
    await browser.restart();
    await browser.openPage(url());
    const again = await browser.openPopup();
    await again.click('#recall');
    expect(await again.waitForText('#recalled', /./)).toBe(`local ${way}, session empty`);
  });
});
