/** T12: a phishing site. The account is bound to contoso.com; every other name leads to whoever wants its code. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IS_LONG, KINDS } from '../kinds';
import type { View } from '../rig/extension-browser';
import { act, BoundStage } from './bound-stage';

const THE_PERSONS_OWN = 'what the person had copied before';

/** The same on every host, as a phishing page would have it. It passes on whatever is typed, and counts what is done to it. */
const SIGN_IN = `<form><label>Authentication code <input name="otp" autocomplete="one-time-code" autofocus></label></form>
  <textarea name="note">${THE_PERSONS_OWN}</textarea>
  <script>
    var done = [];
    var field = document.querySelector('[name=otp]');
    for (const kind of ['beforeinput', 'input', 'change', 'keydown', 'paste', 'submit'])
      document.addEventListener(kind, ({ target }) => {
        if (target !== field && target !== field.form) return;
        done.push(kind);
        fetch('/heard', { method: 'POST', body: kind + ' ' + field.value });
      }, true);
    new MutationObserver((records) => done.push(...records.map(({ type }) => type)))
      .observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  </script>`;

const LOOK_ALIKES = [
  ['a digit for a letter', 'c0ntoso.com'],
  ['a Cyrillic letter', new URL('https://c\u043entoso.com').hostname],
  ['an accent', new URL('https://cont\u00f3so.com').hostname],
  ['a letter twice', 'conttoso.com'],
  ['the whole name inside another', 'contoso.com.evil-site.net'],
  ['a word behind a hyphen', 'contoso-login.com'],
  ['another ending', 'contoso.net'],
] as const;
/** Another host, another script, another site behind the whole name: which names look alike is asked in Node. */
const WALKED: readonly string[] = ['a digit for a letter', 'a Cyrillic letter', 'the whole name inside another'];

describe.each(KINDS)('%s', (kind) => {
  let stage: BoundStage;
  let page: View;
  beforeAll(async () => {
    stage = await BoundStage.set(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const open = async (url: string) => {
    stage.site.show({ '*': SIGN_IN });
    page = await stage.browser.openPage(url);
    await page.waitFor('[name=otp]');
  };
  /** Nothing was done to the page, and nobody heard of a code. */
  const expectUntouched = async () => {
    expect(await page.evaluate('[field.value, ...done]')).toEqual(['']);
    expect(stage.withCode(stage.site.heard.map(({ path, body }) => path + body))).toEqual([]);
  };
  const copyTheirOwn = async () => {
    await page.click('[name=note]');
    await page.press('ControlOrMeta+a');
    await page.press('ControlOrMeta+c');
    await expect.poll(() => stage.browser.readClipboard()).toBe(THE_PERSONS_OWN);
    // In Firefox the click and the keys of the test itself leave marks.
    await page.evaluate('void (done.length = 0)');
  };
  const focusedIn = (popup: View) => popup.evaluate<string>('document.activeElement.dataset.do ?? ""');
  const expectList = async (popup: View) => await popup.waitFor('[data-screen=list]');

  describe('the site itself', () => {
    it.each(['contoso.com', 'login.contoso.com'])('T12: https://%s gets the code', async (host) => {
      await open(stage.site.at(host, '/sign-in'));
      const popup = await stage.openList();
      await popup.click(act('fill'));
      const code = await page.waitForValue('[name=otp]', /^\d{6}$/);
      expect(stage.codes()).toContain(code);
      expect(stage.heardElsewhere(host)).toEqual([]);
    });

    it('T12: over http it gets nothing, and the popup says why', async () => {
      await open(stage.site.plainAt('contoso.com', '/sign-in'));
      const popup = await stage.openList();
      await popup.click(act('fill'));
      expect(await popup.text('[data-show=error]')).toMatch(/not encrypted/);
      await expectUntouched();
    });
  });

  describe('a page that only looks like it', () => {
    const expectWarning = async (popup: View, host: string) => {
      await popup.waitFor('[data-screen=look-alike]');
      expect(await popup.text('[data-show=page-host]')).toContain(host);
      expect(await popup.text('[data-show=real-site]')).toContain('contoso.com');
      await expect.poll(() => focusedIn(popup)).toBe('stop');
    };

    it.each(IS_LONG ? LOOK_ALIKES : LOOK_ALIKES.filter(([sort]) => WALKED.includes(sort)))(
      'T12: by %s, %s, is warned of, and gets no code: neither by Fill nor onto the clipboard',
      async (_, host) => {
        await open(stage.site.at(host, '/sign-in'));
        await copyTheirOwn();
        const popup = await stage.openList();
        expect(await popup.text('[data-show=page-warning]')).toContain('contoso.com');
        await popup.click(act('fill'));
        await expectWarning(popup, host);
        await expectUntouched();
        await popup.click('[data-do=stop]');
        await expectList(popup);
        await popup.click(act('fill'));
        await expectWarning(popup, host);
        await popup.press('Enter');
        await expectList(popup);
        await expectUntouched();
        await popup.click(act('copy'));
        await expectWarning(popup, host);
        expect(await stage.browser.readClipboard()).toBe(THE_PERSONS_OWN);
        await popup.press('Enter');
        await expectList(popup);
        expect(await stage.browser.readClipboard()).toBe(THE_PERSONS_OWN);
        await expectUntouched();
      },
    );
  });

  it('T12: even who goes on is asked first whether the page may have codes, and Back gives it none', async () => {
    await open(stage.site.at('c0ntoso.com', '/sign-in'));
    const popup = await stage.openList();
    await popup.click(act('fill'));
    await popup.click('[data-screen=look-alike] [data-do=go-on]');
    await popup.waitFor('[data-screen=ask-site]');
    expect(await popup.text('[data-show=page-host]')).toContain('c0ntoso.com');
    await popup.click('[data-do=back]');
    await expectList(popup);
    await expectUntouched();
  });

  it('T12: over http a page that looks like it is warned of before a copy', async () => {
    await open(stage.site.plainAt('c0ntoso.com', '/sign-in'));
    await copyTheirOwn();
    const popup = await stage.openList();
    await popup.click(act('copy'));
    await popup.waitFor('[data-screen=look-alike]');
    expect(await stage.browser.readClipboard()).toBe(THE_PERSONS_OWN);
  });

  it.each([
    ['another site', 'fabrikam.com'],
    ['a site whose name only ends in it', 'notcontoso.com'],
    ['a host of this machine that the account is not bound to', 'a.localhost'],
  ])('T12: %s gets nothing, and the popup names the account’s own', async (_, host) => {
    await open(stage.site.at(host, '/sign-in'));
    const popup = await stage.openList();
    await popup.click(act('fill'));
    await popup.waitFor('[data-screen=other-site], [data-screen=look-alike]');
    expect(await popup.text('[data-show=real-site]')).toContain('contoso.com');
    await expect.poll(() => focusedIn(popup)).toBe('stop');
    await popup.press('Enter');
    await expectList(popup);
    await expectUntouched();
  });

  it('T12: a copy elsewhere is not hindered', async () => {
    await open(stage.site.at('fabrikam.com', '/sign-in'));
    const popup = await stage.openList();
    await popup.click(act('copy'));
    await popup.waitForText('[data-show=notice]', 'Copied');
    expect(stage.codes()).toContain(await stage.browser.readClipboard());
  });
});
