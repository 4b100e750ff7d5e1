/** What people do with accounts they have: type one in, rename, correct, delete, bring back, meet one twice. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { picture, type Stage, setStage } from './stage';
import { CONTOSO, GITHUB, GITHUB_ANEW, pasteLink } from './walks/accounts';
import { saveWithPassphrase } from './walks/journey';

const labels = async (view: View) =>
  await view.evaluate<string[]>(
    "[...document.querySelectorAll('.row [data-show=label]')].map((one) => one.textContent)",
  );

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const openList = async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    return popup;
  };

  describe('an account typed by hand', () => {
    it('is refused at the field that is wrong, and nothing waits to be saved', async () => {
      const popup = await stage.browser.openPopup();
      await popup.click('[data-do=paste]');
      await popup.click('[data-do=manual]');
      for (const [field, text, answer] of [
        ['secret', '', /Type the secret key/],
        ['secret', 'JBSW0189', /only the letters A to Z/],
        ['digits', '0', /from 1 to 10/],
        ['digits', '262', /from 1 to 10/],
        ['periodSeconds', '0', /from 1 to 86400/],
        ['periodSeconds', '90000', /from 1 to 86400/],
      ] as const) {
        if (field !== 'secret' && !(await popup.has('[data-field=digits]'))) await popup.click('[data-do=advanced]');
        const before = await popup.value(`[data-field=${field}]`);
        await popup.type(`[data-field=${field}]`, text);
        await popup.click('[data-do=continue]');
        await popup.waitForText('[data-show=error]', answer);
        expect(await popup.evaluate(`document.activeElement.dataset.field`), `${field} ${text}`).toBe(field);
        expect(await popup.evaluate("chrome.storage.session.get('pending')")).toEqual({});
        await popup.type(`[data-field=${field}]`, field === 'secret' ? 'JBSWY3DPEHPK3PXP' : before);
      }
    });

    it('is previewed with its code and saved with what was chosen under "Advanced"', async () => {
      const popup = await stage.browser.openPopup();
      await popup.click('[data-do=paste]');
      await popup.click('[data-do=manual]');
      await popup.type('[data-field=issuer]', 'Fabrikam');
      await popup.type('[data-field=label]', 'ben');
      await popup.type('[data-field=secret]', 'krug s4za nfzs ayja');
      await popup.click('[data-do=advanced]');
      await popup.select('[data-field=type]', 'hotp');
      await popup.select('[data-field=algorithm]', 'SHA256');
      await popup.type('[data-field=digits]', '8');
      await popup.type('[data-field=counter]', '5');
      await picture(popup, `${kind}-manual-advanced`);
      await popup.click('[data-do=continue]');
      await popup.waitFor('[data-screen=preview]');
      expect(await popup.text('[data-show=code]')).toMatch(/^\d{4} \d{4}$/);
      await saveWithPassphrase(popup);
      await popup.click('[data-do=next-code]');
      await popup.waitForText('[data-show=code]', /^\d{4} \d{4}$/);
    });
  });

  describe('an account that is saved', () => {
    it('is renamed, and the old name comes back with Undo', async () => {
      const popup = await openList();
      await popup.click('[data-do=edit]');
      await popup.waitFor('[data-screen=edit]');
      await popup.type('[data-field=label]', 'ben at work');
      await popup.click('[data-do=save]');
      await popup.waitForText('[data-show=label]', 'ben at work');
      await popup.click('[data-do=undo]');
      await popup.waitForText('[data-show=label]', /^ben$/);
      await popup.click('[data-do=undo]');
      await popup.waitForText('[data-show=label]', 'ben at work');
    });

    it('is reached by the keyboard alone: its screen begins at its heading', async () => {
      const popup = await openList();
      const focused = async () =>
        await popup.evaluate<string>('document.activeElement.dataset.do ?? document.activeElement.localName');
      expect(await focused()).toBe('h1');
      while ((await focused()) !== 'edit') await popup.press('Tab');
      await popup.press('Enter');
      await popup.waitFor('[data-screen=edit]');
      expect(await focused()).toBe('h1');
      while ((await focused()) !== 'cancel') await popup.press('Tab');
      await popup.press('Enter');
      await popup.waitFor('[data-screen=list]');
      expect(await focused()).toBe('h1');
    });

    it('is corrected under "Advanced"; a wrong number is refused at its field', async () => {
      const popup = await openList();
      await popup.click('[data-do=edit]');
      await popup.click('[data-do=advanced]');
      await popup.type('[data-field=digits]', '11');
      await popup.click('[data-do=save]');
      expect(await popup.text('[data-show=error]')).toMatch(/from 1 to 10/);
      await picture(popup, `${kind}-edit-error`);
      await popup.type('[data-field=digits]', '6');
      await popup.click('[data-do=save]');
      await popup.waitFor('[data-screen=list]');
      await popup.click('[data-do=next-code]');
      await popup.waitForText('[data-show=code]', /^\d{3} \d{3}$/);
    });

    it('is deleted and brought back to its place with Undo', async () => {
      const popup = await openList();
      for (const link of [GITHUB, CONTOSO]) {
        await pasteLink(popup, link);
        await popup.click('[data-do=save]');
        await popup.waitFor('[data-screen=list]');
      }
      expect(await labels(popup)).toEqual(['ben at work', 'octocat', 'anna']);
      await popup.click('.row[aria-posinset="2"] [data-do=edit]');
      await popup.click('[data-do=delete]');
      // The deed is told before the list is back: the screen it was done on tells it too.
      await popup.waitForText('[data-screen=list] [data-show=notice]', /Deleted/);
      expect(await labels(popup)).toEqual(['ben at work', 'anna']);
      await picture(popup, `${kind}-list-deleted`);
      await popup.click('[data-do=undo]');
      await popup.waitFor('[data-screen=list][data-count="3"]');
      expect(await labels(popup)).toEqual(['ben at work', 'octocat', 'anna']);
    });
  });

  describe('T10: an account that is here already', () => {
    it('by its secret: can be kept twice', async () => {
      const popup = await openList();
      await pasteLink(popup, GITHUB);
      expect(await popup.text('[data-show=twin]')).toMatch(/here already: GitHub, octocat/);
      expect(await popup.has('[data-do=save]')).toBe(false);
      await picture(popup, `${kind}-preview-twin`);
      await popup.click('[data-do=keep-both]');
      await popup.waitFor('[data-screen=list][data-count="4"]');
    });

    it('by its name: the new one takes its place, and the old one goes to the trash', async () => {
      const popup = await openList();
      await pasteLink(popup, GITHUB_ANEW);
      expect(await popup.text('[data-show=twin]')).toMatch(/with another secret: GitHub, octocat/);
      await popup.click('[data-do=replace]');
      await popup.waitFor('[data-screen=list]');
      expect(await labels(popup)).toEqual(['ben at work', 'octocat', 'anna', 'octocat']);
      await stage.browser.closePopup();
      const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
      expect(await options.text('[data-show=trash] [data-show=label]')).toBe('octocat');
    });
  });

  describe('the settings page', () => {
    it('changes, deletes, brings back, and deletes for good; an open popup follows', async () => {
      const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
      await options.click('.account-list:not([data-show] *) .account:nth-child(3) [data-do=edit]');
      await options.type('[data-field=label]', 'anna renamed');
      await options.click('.account-edit [data-do=save]');
      await options.waitForText('.account:nth-child(3) [data-show=label]', 'anna renamed');
      await options.waitFor('.account:nth-child(3) [data-do=edit]:focus');
      await options.click('.account:nth-child(4) [data-do=edit]');
      await options.click('[data-do=delete]');
      await options.waitFor('[data-show=trash] .account:nth-child(2)');
      await options.click('[data-show=trash] .account:nth-child(2) [data-do=forget]');
      await options.click('[data-show=trash] [data-do=forget-surely]');
      await options.waitFor('[data-show=trash] .account:only-child');
      await options.click('[data-show=trash] [data-do=restore]');
      await options.waitForText('[data-show=notice]', /back/);
      const popup = await openList();
      expect(await labels(popup)).toHaveLength(4);
      expect(await labels(popup)).toContain('anna renamed');
    });

    it('locks at the time the person chose', async () => {
      const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html#locking`);
      const deadline = async () =>
        await options.evaluate<number | null>(
          "chrome.storage.session.get('unlocked').then(({ unlocked }) => unlocked.deadline === null ? null : Math.round((unlocked.deadline - Date.now()) / 60_000))",
        );
      expect(await deadline()).toBeGreaterThan(400);
      await options.click('[data-choice="15-minutes"]');
      await options.waitForText('[data-show=notice]', 'Saved');
      expect(await deadline()).toBe(15);
      await options.click('[data-choice=restart]');
      await options.waitForText('[data-show=notice]', 'Saved');
      expect(await deadline()).toBe(null);
      await options.click('[data-choice="5-minutes-unused"]');
      await options.waitForText('[data-show=notice]', 'Saved');
      // Two minutes later the code is copied: five minutes from there.
      await options.evaluate(
        "chrome.storage.session.get('unlocked').then(({ unlocked }) => chrome.storage.session.set({ unlocked: { ...unlocked, deadline: unlocked.deadline - 120_000 } }))",
      );
      expect(await deadline()).toBe(3);
      const popup = await openList();
      await popup.click('.row[aria-posinset="2"] [data-do=copy]');
      await popup.waitForText('[data-show=notice]', 'Copied');
      await expect.poll(deadline).toBe(5);
    });

    it('has a look of its own, kept across a restart and shown by the locked popup', async () => {
      const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html#appearance`);
      const paper = async (view: View) => await view.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(await paper(options)).toBe('rgb(255, 255, 255)');
      await options.click('[data-choice=dark]');
      await options.waitFor('[data-theme=dark] [data-show=notice]');
      expect(await paper(options)).toBe('rgb(22, 22, 29)');
      await stage.browser.restart();
      await stage.browser.openPage(`${stage.site.url}/sign-in`);
      const popup = await stage.browser.openPopup();
      await popup.waitFor('[data-theme=dark] [data-screen=locked]');
      expect(await paper(popup)).toBe('rgb(22, 22, 29)');
    });
  });
});
