/** The people of the demo site, with Halfminute beside them: signing in, being made to enrol, losing a device, and what an admin does. */
import type { RunningDemoSite } from '../../demo-login/server';
import { follow } from '../demo-visit';
import type { ExtensionBrowser, View } from '../rig/extension-browser';
import { fillAndConfirm, type Person, scanAndPreview, signInWithPassword } from './journey';

export type Rule = 'forced-staff' | 'forced-client' | 'forced-contractor' | 'plug-in' | 'plug-in-staff-only';

export class DemoPeople {
  readonly #browser: ExtensionBrowser;
  readonly #site: RunningDemoSite;

  constructor(browser: ExtensionBrowser, site: RunningDemoSite) {
    this.#browser = browser;
    this.#site = site;
  }

  /** By the first name. */
  person(name: string): Person {
    const person = this.#site.people.find((one) => one.name.startsWith(`${name} `));
    if (person === undefined) throw new Error(`There is no ${name} on the demo site.`);
    return person;
  }

  async go(path: string): Promise<View> {
    return await this.#browser.openPage(this.#site.url + path);
  }

  /** As far as the password alone leads. */
  async givePassword(name: string): Promise<View> {
    return await signInWithPassword(this.#browser, this.#site.url, this.person(name));
  }

  async signOut(page: View): Promise<void> {
    await page.click('[data-do=sign-out]');
    await page.waitFor('input[name=email]');
  }

  /** From the page that shows the QR code to the recovery codes; returns the code that turned two factor on. */
  async enrol(page: View, name: string, how: 'first' | 'again' = 'first'): Promise<string> {
    await page.waitFor('[data-show=qr]');
    const popup = await scanAndPreview(this.#browser);
    await popup.click(how === 'again' ? '[data-do=replace]' : '[data-do=save]');
    await popup.waitFor('[data-screen=list] [data-show=notice]');
    const { email } = this.person(name);
    const rowSource = `[...document.querySelectorAll('.row')].find((row) => row.textContent.includes(${JSON.stringify(email)})).dataset.account`;
    const row = `[data-account="${await popup.evaluate<string>(rowSource)}"]`;
    const used = await fillAndConfirm(this.#browser, page, popup, row);
    await page.waitFor('[data-show=recovery-codes]');
    return used;
  }

  /** The admin, whose own sign-in asks no code, and out again. */
  async asAdmin(path: string, act: (page: View) => Promise<void>): Promise<void> {
    const home = await this.givePassword('Mira');
    await home.waitFor('[data-show=home]');
    const page = await this.go(path);
    await act(page);
    await this.signOut(page);
  }

  async changeRules(...rules: readonly Rule[]): Promise<void> {
    await this.asAdmin('/settings', async (page) => {
      for (const rule of rules) await page.click(`input[data-do=${rule}]`);
      await page.click('[data-do=save-settings]');
      await page.waitFor('[data-show=saved]');
    });
  }

  /** Asks for the mail at the code step; answers what the site says. */
  async askForResetMail(page: View): Promise<string> {
    await page.click('[data-do=lost-device]');
    await page.click('[data-do=send-reset-mail]');
    return await page.text('[data-show=mail-asked]');
  }

  /** The code in the newest mail to that person; undefined where there is no mail. */
  async newestMailCode(name: string): Promise<string | undefined> {
    const page = await this.go(`/inbox?to=${encodeURIComponent(this.person(name).email)}`);
    await page.waitFor('[data-show=mails], [data-show=no-mail]');
    if (await page.has('[data-show=no-mail]')) return undefined;
    return /[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/.exec(await page.text('[data-show=mail-text]'))?.[0];
  }

  async typeCode(page: View, code: string): Promise<void> {
    await page.type('input[name=otp]', code);
    await follow(page, 'button[data-do=confirm]');
  }
}
