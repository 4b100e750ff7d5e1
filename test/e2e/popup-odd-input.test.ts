/** Accounts nobody would make on purpose, and whoever did: the list keeps its shape, and every one of them stays of use. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StoredAccount } from '../../src/vault/account';
import { hotp } from '../demo-login/totp';
import { boundAccount, codeAt } from './bound-accounts';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { sealAccounts } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { breakWrites, mendWrites } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { SHAPE, SHAPELY } from './walks/list-shape';
import { focusToBe, orderToBe } from './walks/popup-keys';
import { storeUnlocked } from './walks/stored';
import { leaveHalfminute } from './walks/unlocked';

const HELLO = Buffer.from('Hello!\u00de\u00ad\u00be\u00ef', 'latin1');
const odd = (place: number, issuer: string, label: string, more: Partial<StoredAccount> = {}) =>
  ({ ...boundAccount(place, issuer, [], { label }), ...more }) as StoredAccount;
const withHello = { secret: 'JBSWY3DPEHPK3PXP' };
const ACCOUNTS: readonly StoredAccount[] = [
  odd(0, 'Long'.repeat(75), 'name'.repeat(75)),
  odd(1, '👩🏽‍🚀🏳️‍🌈', '👨‍👩‍👧‍👦 home'),
  odd(2, 'Right\u202eelgoog', 'zero\u200bwidth\ufeff'),
  odd(3, 'Twin', 'mira'),
  odd(4, 'Twin', 'mira'),
  odd(5, 'Fast', 'five seconds', { ...withHello, periodSeconds: 5 }),
  odd(6, 'Slow', 'a day', { ...withHello, periodSeconds: 86_400 }),
  odd(7, 'Counted', 'mira', { ...withHello, type: 'hotp', counter: 3 } as Partial<StoredAccount>),
  odd(8, '', ''),
  odd(9, 'בנק לדוגמה', 'שלום@example.com'),
];
const ID = ACCOUNTS.map(({ id }) => id);
const row = (place: number) => `[data-account="account-${place}"]`;
const HOUR_MS = 3_600_000;
describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await leaveHalfminute(stage);
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, ACCOUNTS));
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const open = async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list] [data-show=code]');
    return popup;
  };
  const labelsOf = async (popup: View, ...places: number[]) =>
    await Promise.all(places.map((place) => popup.text(`${row(place)} [data-show=label]`)));
  /** The popup's clock stands still from here on. */
  const setClock = async (popup: View, atMs: number) =>
    await popup.evaluate(`(() => { window.Date.now = () => ${atMs}; })()`);
  const codeToBe = async (popup: View, place: number, code: string) =>
    await expect.poll(async () => (await popup.text(`${row(place)} [data-show=code]`)).replace(' ', '')).toBe(code);

  it('names of any length and script stay in rows of one height', async () => {
    const popup = await open();
    expect(await popup.evaluate(SHAPE)).toEqual(SHAPELY);
    await picture(popup, `${kind}-odd-names`);
    await stage.browser.closePopup();
    const tab = await stage.browser.openTab(`${stage.browser.extensionOrigin}/popup/index.html`);
    await tab.resize(320, 560);
    await tab.waitFor('[data-show=code]');
    expect(await tab.evaluate(SHAPE)).toEqual(SHAPELY);
    await picture(tab, `${kind}-odd-names-narrow`);
    await tab.evaluate("void (document.documentElement.style.fontSize = '200%')");
    expect(await tab.evaluate(SHAPE)).toEqual(SHAPELY);
    await picture(tab, `${kind}-odd-names-large`);
    await stage.browser.openTab(`${stage.site.url}/sign-in`);
    await stage.browser.closeOtherTabs();
  });

  it.each([
    ['a picture in a name', '👩🏽‍🚀', 1],
    ['the beginning of 300 characters', 'longlonglong', 0],
    ['a word that is turned around', 'elgoog', 2],
    ['a word that is cut by what is not seen', 'zerowidth', 2],
    ['another script', 'לדוגמה', 9],
  ])('%s is found', async (_what, typed, place) => {
    const popup = await open();
    // Pasted: there is no key for some of it.
    await popup.evaluate(`(() => {
      const search = document.querySelector('[data-field=search]');
      search.focus();
      document.execCommand('insertText', false, ${JSON.stringify(typed)});
    })()`);
    await orderToBe(popup, [`account-${place}`]);
  });

  it('of two accounts with the same names each is the one it is at', async () => {
    const popup = await open();
    for (const place of [3, 4]) {
      const fromMs = Date.now();
      await popup.click(`${row(place)} [data-do=copy]`);
      await popup.waitForText('[data-show=notice]', 'Copied: Twin');
      const codes = [codeAt(place, fromMs), codeAt(place, Date.now())];
      await expect.poll(async () => codes.includes(await stage.browser.readClipboard())).toBe(true);
    }
    await popup.evaluate(`document.querySelector('${row(4)} [data-do=copy]').focus()`);
    await popup.press('F2');
    await popup.waitFor('[data-screen=edit]');
    await popup.type('[data-field=label]', 'mira at work');
    await popup.press('Enter');
    await popup.waitForText(`${row(4)} [data-show=label]`, 'mira at work');
    expect(await labelsOf(popup, 3, 4)).toEqual(['mira', 'mira at work']);
    await popup.click('[data-do=undo]');
    await popup.waitForText(`${row(4)} [data-show=label]`, /^mira$/);
    await popup.evaluate(`document.querySelector('${row(3)} [data-do=copy]').focus()`);
    await popup.press('Delete');
    await orderToBe(
      popup,
      ID.filter((id) => id !== 'account-3'),
    );
    await popup.click('[data-do=undo]');
    await orderToBe(popup, ID);
  });

  it('a period of five seconds and one of a day each keep their own time', async () => {
    const popup = await open();
    // A Thursday, two seconds before the end of a day and of all periods.
    const midnightMs = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
    await stopLocking(popup);
    for (const atMs of [Date.now() + 4000, Date.now() + 9000, midnightMs - 1, midnightMs]) {
      await setClock(popup, atMs);
      await codeToBe(popup, 5, hotp(HELLO, Math.floor(atMs / 5000)));
      await codeToBe(popup, 6, hotp(HELLO, Math.floor(atMs / 86_400_000)));
    }
    // A day in hours, and a clock that counts them down.
    await popup.waitForText('.period:last-child', /^every 24 hr\s*(24:00:00|23:59:5\d)$/);
    expect(await popup.evaluate(SHAPE)).toEqual(SHAPELY);
    await picture(popup, `${kind}-odd-periods`);
  });

  it('a counted code among them is taken and stays while the others roll', async () => {
    const popup = await open();
    await popup.click(`${row(7)} [data-do=next-code]`);
    await codeToBe(popup, 7, hotp(HELLO, 3));
    await setClock(popup, Date.now() + 30_000);
    await codeToBe(popup, 3, codeAt(3, Date.now() + 30_000));
    await codeToBe(popup, 7, hotp(HELLO, 3));
  });

  it('with the clock an hour fast the codes roll on its boundary, to the millisecond', async () => {
    const popup = await open();
    await stopLocking(popup);
    const boundaryMs = Math.ceil((Date.now() + HOUR_MS) / 30_000) * 30_000;
    for (const atMs of [boundaryMs - 1, boundaryMs, boundaryMs + 29_999, boundaryMs + 30_000]) {
      await setClock(popup, atMs);
      for (const place of [0, 4, 8]) await codeToBe(popup, place, codeAt(place, atMs));
    }
    await popup.click(`${row(4)} [data-do=copy]`);
    await popup.waitForText('[data-show=notice]', 'Copied: Twin');
    expect(await stage.browser.readClipboard()).toBe(codeAt(4, boundaryMs + 30_000));
    // Back to the browser's own clock, before which the session was last seen otherwise.
    await stage.browser.closePopup();
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, ACCOUNTS));
  });

  it('where storage fails an account that was moved goes back, and a sentence says so', async () => {
    const popup = await open();
    await popup.evaluate(`document.querySelector('${row(3)} [data-do=copy]').focus()`);
    await breakWrites(popup);
    await popup.press('Alt+ArrowDown');
    await popup.waitForText('[data-show=error]', 'Nothing was changed');
    await orderToBe(popup, ID);
    await focusToBe(popup, 'account-3 copy');
    await mendWrites(popup);
    await popup.press('Alt+ArrowDown');
    const moved = ID.toSpliced(3, 2, 'account-4', 'account-3');
    await orderToBe(popup, moved);
    // What was said last stays until there is something else to say, which comes behind the list.
    await expect.poll(() => popup.has('[data-show=error]')).toBe(false);
    await popup.press('Alt+ArrowUp');
    await orderToBe(popup, ID);
  });
});

/** What would end the session as soon as the clock is set: its deadline. */
async function stopLocking(popup: View): Promise<void> {
  await popup.evaluate(`chrome.storage.session.get('unlocked')
    .then(({ unlocked }) => chrome.storage.session.set({ unlocked: { ...unlocked, deadline: null } })).then(() => null)`);
}
