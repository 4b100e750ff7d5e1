/** To sign in: the code of the right account on the right site, by two keys; a question once, and never in the wrong place. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chooseInMenu, leaveFillIntent, pressCommand } from './asked-by-key';
import { boundAccount, codeAt } from './bound-accounts';
import { type CodeFieldPage, serveCodeFieldPage } from './code-field-page';
import { vaultWithNewerContent } from './future-vaults';
import { KINDS } from './kinds';
import { type NamedSite, serveNamedSite } from './named-site';
import type { View } from './rig/extension-browser';
import { sealAccounts } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { unlock } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { focusToBe, popupToClose } from './walks/popup-keys';
import { storeUnlocked } from './walks/stored';
import { openUnlocked } from './walks/unlocked';

const [UNBOUND, HERE, ONE, OTHER, GITHUB, LOOSE] = [0, 1, 2, 3, 4, 5].map((place) => `account-${place}`);
const rowOf = (id: string | undefined) => `[data-account="${id}"]`;
const HERE_FIRST = '[data-show=this-site] .row[aria-posinset="1"] [data-do=fill]';
const IDS = "[...document.querySelectorAll('.row')].map((row) => row.dataset.account)";

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let field: CodeFieldPage;
  let named: NamedSite;
  let here: string;
  let there: string;
  let nowhere: string;
  beforeAll(async () => {
    stage = await setStage(kind, { everyHostIsLocal: true });
    named = await serveNamedSite();
    field = await serveCodeFieldPage();
    here = field.url;
    there = here.replace('127.0.0.1', 'localhost');
    nowhere = here.replace('127.0.0.1', 'elsewhere.localhost');
    await storeUnlocked(
      stage.browser,
      await sealAccounts(PASSPHRASE, [
        boundAccount(0, 'Contoso', [], { unverified: true }),
        boundAccount(1, 'Workbench', [new URL(here).origin], { unverified: true }),
        boundAccount(2, 'Northwind', [new URL(there).origin], { label: 'one' }),
        boundAccount(3, 'Northwind', [new URL(there).origin], { label: 'other' }),
        boundAccount(4, 'GitHub'),
        boundAccount(5, 'Fabrikam'),
      ]),
    );
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    field?.close();
    named?.close();
  });

  const openOn = async (url: string): Promise<{ page: View; popup: View }> => ({
    page: await stage.browser.openPage(url),
    popup: await stage.browser.openPopup(),
  });
  const typed = async (page: View) => await page.evaluate<string>('document.querySelector("[name=otp]").value');
  /** Whether the account is marked as not used yet, which in the last five seconds of a code makes way for the next one. */
  const remarks = async (popup: View, id: string | undefined, isMarked: boolean) =>
    await expect.poll(() => popup.has(`${rowOf(id)} [data-show=unverified]`)).toBe(isMarked);
  /** Fixes the popup's clock (the window's own, beside which the rig has one in Firefox) at 1.5 s before a period ends; answers when it ends. */
  const nearTheEnd = async (popup: View) =>
    await popup.evaluate<number>(`(() => {
      const endMs = (Math.floor(Date.now() / 30_000) + 2) * 30_000;
      window.Date.now = () => endMs - 1500;
      return endMs;
    })()`);

  it('with the popup open, one key fills: the account of this site is first, and its Fill has the focus', async () => {
    const { page, popup } = await openOn(here);
    await focusToBe(popup, `${HERE} fill`);
    expect(await popup.evaluate(IDS)).toEqual([HERE, UNBOUND, ONE, OTHER, GITHUB, LOOSE]);
    expect(await popup.text('[data-show=this-site] h2')).toBe(`This site · ${new URL(here).host}`);
    await remarks(popup, HERE, true);
    await picture(popup, `${kind}-sign-in-list`);
    await popup.press('Enter');
    expect(await page.waitForValue('[name=otp]', /^\d{6}$/)).toMatch(/^\d{6}$/);
    await popupToClose(stage.browser);
  });

  it('a code that was filled or copied marks its account as used', async () => {
    const { popup } = await openOn(here);
    await popup.waitFor(rowOf(HERE));
    await remarks(popup, UNBOUND, true);
    expect(await popup.has(`${rowOf(HERE)} [data-show=unverified]`)).toBe(false);
    await popup.click(`${rowOf(UNBOUND)} [data-do=copy]`);
    await popup.waitForText('[data-show=notice]', 'Copied');
    await remarks(popup, UNBOUND, false);
    expect(await stage.browser.readClipboard()).toMatch(/^\d{6}$/);
  });

  it('the command fills at once where one account belongs to the page', async () => {
    const page = await stage.browser.openPage(here);
    await pressCommand(stage.browser, 'fill', 'F');
    await page.waitForValue('[name=otp]', /^\d{6}$/);
  });

  it('so does the entry of the context menu of a field', async () => {
    const page = await stage.browser.openPage(here);
    const at = await page.evaluate<{ x: number; y: number }>(
      '(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))(document.querySelector("[name=otp]").getBoundingClientRect())',
    );
    expect(await chooseInMenu(stage.browser, { id: 'fill-code', label: 'Fill code' }, at)).toContain('Fill code');
    await page.waitForValue('[name=otp]', /^\d{6}$/);
  });

  it('the command offers the choice where several belong, and says so where none does', async () => {
    await stage.browser.openPage(there);
    await leaveFillIntent(stage.browser);
    const several = await stage.browser.openPopup();
    await focusToBe(several, `${ONE} fill`);
    expect(await several.evaluate(IDS)).toEqual([ONE, OTHER, UNBOUND, HERE, GITHUB, LOOSE]);
    await stage.browser.closePopup();
    await stage.browser.openPage(nowhere);
    await leaveFillIntent(stage.browser);
    const none = await stage.browser.openPopup();
    expect(await none.text('[data-show=notice]')).toBe(
      `No account belongs to ${new URL(nowhere).host} yet. Choose one and press Fill.`,
    );
    expect(await none.has('[data-show=this-site]')).toBe(false);
    await picture(none, `${kind}-sign-in-none`);
  });

  it('the command waits for the passphrase, and then goes on', async () => {
    const { page, popup } = await openOn(here);
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await stage.browser.closePopup();
    await leaveFillIntent(stage.browser);
    await unlock(await stage.browser.openPopup());
    await page.waitForValue('[name=otp]', /^\d{6}$/);
    await popupToClose(stage.browser);
  });

  it('asks once, and never again on that site', async () => {
    const { page, popup } = await openOn(nowhere);
    await popup.click(`${rowOf(UNBOUND)} [data-do=fill]`);
    await popup.waitFor('[data-screen=ask-site]');
    expect(await popup.text('[data-show=page-host]')).toContain(new URL(nowhere).host);
    expect(await popup.has('[data-choice=narrow]')).toBe(false);
    await picture(popup, `${kind}-sign-in-ask`);
    await popup.click('[data-do=back]');
    await popup.waitFor('[data-screen=list]');
    expect(await typed(page)).toBe('');
    await popup.click(`${rowOf(UNBOUND)} [data-do=fill]`);
    await popup.click('[data-do=bind-and-fill]');
    await page.waitForValue('[name=otp]', /^\d{6}$/);
    await popupToClose(stage.browser);
    const again = await openOn(nowhere);
    await focusToBe(again.popup, `${UNBOUND} fill`);
    await again.popup.press('Enter');
    await again.page.waitForValue('[name=otp]', /^\d{6}$/);
  });

  it('T12: fills nothing on the site of another account; used there as well, it belongs to both', async () => {
    const { page, popup } = await openOn(there);
    await popup.click(`${rowOf(HERE)} [data-do=fill]`);
    await popup.waitFor('[data-screen=other-site]');
    expect(await popup.text('[data-show=real-site]')).toContain(new URL(here).host);
    expect(await popup.text('[data-show=page-host]')).toBe(new URL(there).host);
    await picture(popup, `${kind}-sign-in-other-site`);
    await focusToBe(popup, 'stop');
    await popup.press('Enter');
    await popup.waitFor('[data-screen=list]');
    expect(await typed(page)).toBe('');
    await popup.click(`${rowOf(HERE)} [data-do=fill]`);
    await popup.click('[data-do=go-on]');
    await popup.waitFor('[data-screen=ask-site]');
    expect(await typed(page)).toBe('');
    await popup.click('[data-do=bind-and-fill]');
    await page.waitForValue('[name=otp]', /^\d{6}$/);
    for (const url of [here, there]) {
      await stage.browser.closePopup();
      const anew = await openOn(url);
      await anew.popup.click(`[data-show=this-site] ${rowOf(HERE)} [data-do=fill]`);
      await anew.page.waitForValue('[name=otp]', /^\d{6}$/);
    }
  });

  it('a code in its last two seconds gives way to the next one, in the popup; unless that is cancelled', async () => {
    const { page, popup } = await openOn(here);
    await popup.waitFor(HERE_FIRST);
    const endMs = await nearTheEnd(popup);
    await popup.click(HERE_FIRST);
    expect(await popup.text('[data-show=waiting-next]')).toMatch(/Waiting for the next code: \d s/);
    await picture(popup, `${kind}-sign-in-waiting`);
    await popup.click('[data-do=cancel-fill]');
    await expect.poll(() => popup.has('[data-show=waiting-next]')).toBe(false);
    expect(await typed(page)).toBe('');
    await popup.click(HERE_FIRST);
    await popup.waitFor('[data-show=waiting-next]');
    expect(await typed(page)).toBe('');
    await popup.evaluate(`void (window.Date.now = () => ${endMs + 100})`);
    expect(await page.waitForValue('[name=otp]', /^\d{6}$/)).toBe(codeAt(1, endMs));
    await popupToClose(stage.browser);
  });

  it('a domain takes the hosts below it along; "only on" one host does not', async () => {
    named.show({ '*': '<label>Code <input name="otp" autocomplete="one-time-code"></label>' });
    const narrow = await openOn(named.at('login.workbench-tools.com'));
    await narrow.popup.click(`${rowOf(LOOSE)} [data-do=fill]`);
    await narrow.popup.waitForText('[data-show=page-host]', /^workbench-tools\.com$/);
    await narrow.popup.click('[data-choice=narrow]');
    await narrow.popup.waitForText('[data-show=page-host]', /^login\.workbench-tools\.com:\d+$/);
    await narrow.popup.click('[data-do=bind-and-fill]');
    await narrow.page.waitForValue('[name=otp]', /^\d{6}$/);
    await popupToClose(stage.browser);
    const below = await openOn(named.at('shop.workbench-tools.com'));
    await below.popup.click(`${rowOf(LOOSE)} [data-do=fill]`);
    await below.popup.waitForText('[data-show=real-site]', 'login.workbench-tools.com');
    await below.popup.click('[data-do=go-on]');
    await below.popup.click('[data-do=bind-and-fill]');
    await below.page.waitForValue('[name=otp]', /^\d{6}$/);
    await popupToClose(stage.browser);
    const all = await openOn(named.at('other.workbench-tools.com'));
    await focusToBe(all.popup, `${LOOSE} fill`);
    await all.popup.press('Enter');
    await all.page.waitForValue('[name=otp]', /^\d{6}$/);
  });

  // Firefox insists on the real certificates of the names that it knows, and of this one.
  it.runIf(kind === 'chromium')(
    'a well-known issuer is suggested where its site is, and only asked about',
    async () => {
      const { page, popup } = await openOn(named.at('github.com'));
      await popup.waitFor(`[data-show=this-site] ${rowOf(GITHUB)} [data-show=suggested]`);
      expect(await popup.evaluate(IDS)).toEqual([GITHUB, UNBOUND, HERE, ONE, OTHER, LOOSE]);
      expect(await popup.evaluate('document.activeElement.localName')).toBe('h1');
      await picture(popup, `${kind}-sign-in-suggested`);
      await popup.click(HERE_FIRST);
      await popup.waitForText('[data-show=page-host]', /^github\.com$/);
      expect(await typed(page)).toBe('');
    },
  );

  it('where nothing can be saved, an account without a site is not asked about', async () => {
    const popup = await openUnlocked(stage, await vaultWithNewerContent(PASSPHRASE));
    await popup.click('[data-do=fill]');
    expect(await popup.waitForText('.said [data-show=error]', /can’t be remembered/)).toMatch(/copy it/);
  });
});
