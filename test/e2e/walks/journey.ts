/**
 * The thread: sign in with a password, scan the enrolment code, save it under a passphrase, fill its code, sign out, and
 * sign in again with a code from the popup. `npm start` plays it for a person, the end-to-end tests for both browsers.
 */
import type { RunningDemoSite } from '../../demo-login/server';
import type { ExtensionBrowser, View } from '../rig/extension-browser';

export const PASSPHRASE = 'quiet river carries lanterns';

export interface Told {
  /** One step in plain words, before it is taken. */
  step(words: string): void;
  /** A picture of what a person sees now. */
  picture(view: View, name: string): Promise<void>;
  /** What else happens between every two steps. */
  betweenSteps?(): Promise<void>;
  /** Sets the popup's clock to the next period instead of waiting for it. The demo site takes the code of either. */
  readonly isHurried?: boolean;
}

export interface Person {
  readonly email: string;
  readonly password: string;
}

export async function signInWithPassword(browser: ExtensionBrowser, url: string, person: Person): Promise<View> {
  const page = await browser.openPage(`${url}/sign-in`);
  await page.type('input[name=email]', person.email);
  await page.type('input[name=password]', person.password);
  await page.click('[data-do=sign-in]');
  return page;
}

export async function openSetUp(page: View): Promise<void> {
  await page.waitFor('[data-show=home]');
  await page.click('[data-do=security]');
  await page.click('[data-do=set-up]');
  await page.waitFor('[data-show=qr]');
}

export async function scanAndPreview(browser: ExtensionBrowser): Promise<View> {
  const popup = await browser.openPopup();
  await popup.click('[data-do=scan]');
  await popup.waitFor('[data-screen=preview]');
  return popup;
}

export async function saveWithPassphrase(popup: View, act: 'save' | 'save-all' = 'save'): Promise<void> {
  await popup.click(`[data-do=${act}]`);
  await popup.type('[data-field=passphrase]', PASSPHRASE);
  await popup.click('[data-do=create]');
  await popup.waitFor('[data-screen=list] [data-show=notice]');
}

/** Fills the code into the page in front and confirms it there; answers the code. */
export async function fillAndConfirm(
  browser: ExtensionBrowser,
  page: View,
  popup: View,
  row = '.row',
): Promise<string> {
  await popup.click(`${row} [data-do=fill]`);
  const code = await page.waitForValue('input[name=otp]', /^\d{6}$/);
  await browser.closePopup();
  await page.click('[data-do=confirm]');
  return code;
}

export async function playJourney(browser: ExtensionBrowser, site: RunningDemoSite, told: Told): Promise<void> {
  const [person] = site.people;
  if (person === undefined) throw new Error('The demo site has nobody to sign in.');
  const next = async (words: string) => {
    await told.betweenSteps?.();
    told.step(words);
  };
  told.step(`Sign in to the demo site as ${person.email}, with the password alone`);
  const page = await signInWithPassword(browser, site.url, person);
  await page.waitFor('[data-show=home]');
  await told.picture(page, 'demo-home');

  await next('Open the Security tab and start to set up two factor');
  await openSetUp(page);
  await told.picture(page, 'demo-set-up');

  await next('Click the Halfminute icon and "Scan this page"');
  const popup = await browser.openPopup();
  await popup.waitFor('[data-screen=welcome]');
  await told.picture(popup, 'popup-welcome');
  await popup.click('[data-do=scan]');
  await popup.waitFor('[data-screen=preview]');
  await told.picture(popup, 'popup-preview');

  await next('Save the account under a passphrase');
  await popup.click('[data-do=save]');
  await popup.type('[data-field=passphrase]', PASSPHRASE);
  await told.picture(popup, 'popup-passphrase');
  await popup.click('[data-do=create]');
  await popup.waitFor('[data-screen=list] [data-show=notice]');
  await told.picture(popup, 'popup-list');

  await next('Click the code to copy it');
  await popup.click('[data-do=copy]');
  await popup.waitForText('[data-show=notice]', /^Copied/);
  const copied = await browser.readClipboard();
  if (!/^\d{6}$/.test(copied)) throw new Error('The clipboard holds no code after a click on it.');

  await next('"Fill this code" into the confirm field, and confirm');
  const used = await fillAndConfirm(browser, page, popup);
  await page.waitFor('[data-show=recovery-codes]');
  await told.picture(page, 'demo-two-factor-on');

  await next('Sign out; sign in with the password, then with the next code from the popup (a code is good once)');
  await page.click('[data-do=sign-out]');
  await page.waitFor('input[name=email]');
  await signInWithCode(browser, site.url, person, { used, isHurried: told.isHurried === true });
  await told.picture(page, 'demo-signed-in');

  await next('Lock Halfminute');
  const last = await browser.openPopup();
  await last.click('[data-do=lock]');
  await last.waitFor('[data-screen=locked]');
  await told.picture(last, 'popup-locked');
  await browser.closePopup();
}

// The window's own: what the rig evaluates in Firefox has a Date beside it.
const AHEAD = '(() => { const { Date } = window; const { now } = Date; Date.now = () => now() + 30_000; })()';

/** A code is good once: waits, in the open popup, for the one that follows `used`, unless that one is hurried on. */
export async function signInWithCode(
  browser: ExtensionBrowser,
  url: string,
  person: Person,
  { used, isHurried = false }: { used: string; isHurried?: boolean },
): Promise<void> {
  const page = await signInWithPassword(browser, url, person);
  await page.waitFor('input[name=otp]');
  const popup = await browser.openPopup();
  if (isHurried) await popup.evaluate(AHEAD);
  await popup.waitForText('[data-show=code]', new RegExp(`^(?!${used.slice(0, 3)} ${used.slice(3)}$)\\d`));
  await fillAndConfirm(browser, page, popup);
  await page.waitFor('[data-show=home]');
}
