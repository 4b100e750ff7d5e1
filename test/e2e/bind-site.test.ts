/** An account gets its sites where it is enrolled, and they can be changed: from the real popup. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { migrationUri } from '../demo-login/gallery/migration';
import { sampleAccount } from '../demo-login/gallery/sample';
import { BELOW, edit, glance, isTicked, rowOf, sitesIn } from './bound-sites';
import { type CodePage, serveCodePage } from './code-page';
import { KINDS } from './kinds';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { sealAccounts } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { GITHUB, pasteLink } from './walks/accounts';
import { fillAndConfirm, openSetUp, PASSPHRASE, scanAndPreview, signInWithPassword } from './walks/journey';
import { storeUnlocked } from './walks/stored';

const uri = (issuer: string, label: string, secret: string) =>
  `otpauth://totp/${issuer}:${label}?secret=${secret}&issuer=${issuer}`;
const ANNA = uri('Contoso', 'anna', 'JBSWY3DPEHPK3PXP');
const ANNA_ANEW = uri('Contoso', 'anna', 'GEZDGNBVGY3TQOJQ');
const BEN = uri('Fabrikam', 'ben', 'KRUGS4ZANFZSAYJA');
const CARL = uri('Tailspin', 'carl', 'MFRGGZDFMZTWQ2LK');
const DORA = uri('Adatum', 'dora', 'OBQXG43XN5ZGIIDT');

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let codes: CodePage;
  beforeAll(async () => {
    [stage, codes] = await Promise.all([setStage(kind), serveCodePage()]);
    await storeUnlocked(stage.browser, await sealAccounts(PASSPHRASE, []));
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    codes?.close();
  });

  const here = () => new URL(codes.url).origin;
  const there = () => new URL(stage.site.url).origin;
  async function scan(...texts: string[]): Promise<View> {
    codes.show(...texts);
    await stage.browser.openPage(codes.url);
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    if (texts.length > 1) {
      await popup.click('[data-do=choose-all]');
      await popup.waitFor(`.incoming:nth-child(${texts.length})`);
    }
    return popup;
  }
  async function openList(): Promise<View> {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list]');
    return popup;
  }
  it('scanned where it enrols, it is shown with the site, and fills there at once', async () => {
    const page = await signInWithPassword(stage.browser, stage.site.url, stage.person);
    await openSetUp(page);
    const popup = await scanAndPreview(stage.browser);
    expect(await popup.text('[data-show=site] [data-show=host]')).toBe(new URL(stage.site.url).host);
    expect(await isTicked(popup, '[data-show=site] [data-choice=bind]')).toBe(true);
    expect(await popup.has('[data-choice=narrow]')).toBe(false);
    expect(await popup.evaluate(BELOW)).toBeLessThanOrEqual(0);
    await glance(stage, popup, 'bind-preview');
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list] [data-show=notice]');
    await fillAndConfirm(stage.browser, page, popup);
    await page.waitFor('[data-show=recovery-codes]');
    const again = await openList();
    await again.click('[data-do=edit]');
    expect(await sitesIn(again)).toEqual([there()]);
    expect(await again.text('[data-show=sites] [data-site]')).toContain(`only ${there()}`);
  });

  it('with the box unticked it is bound to nothing', async () => {
    const popup = await scan(ANNA);
    await popup.click('[data-show=site] [data-choice=bind]');
    await popup.click('[data-do=save]');
    await edit(popup, 'anna');
    expect(await sitesIn(popup)).toEqual([]);
    await picture(popup, `${kind}-edit-no-sites`);
  });

  it('what takes the place of an account keeps its sites', async () => {
    const popup = await openList();
    await edit(popup, 'anna');
    await popup.type('[data-field=site]', 'contoso.com');
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list]');
    await stage.browser.closePopup();
    const preview = await scan(ANNA_ANEW);
    expect(await preview.text('[data-show=twin]')).toMatch(/It belongs to contoso\.com, and this page does not\.$/);
    await picture(preview, `${kind}-bind-preview-twin`);
    await preview.click('[data-do=replace]');
    await edit(preview, 'anna');
    expect(await sitesIn(preview)).toEqual(['contoso.com', here()]);
  });

  it('sites are added, set and taken away by hand, all with "Save changes"; undo brings them back', async () => {
    const popup = await openList();
    await edit(popup, 'anna');
    const type = async (text: string) => await popup.type('[data-field=site]', text);
    for (const [text, says] of [
      ['what?', /not a site/],
      ['http://example.com', /encrypted/],
      ['github.io', /share that ending/],
      ['https://www.contoso.com/login', /already/],
    ] as const) {
      await type(text);
      await popup.click('[data-do=add-site]');
      await popup.waitForText('[data-show=sites] [data-show=error]', says);
    }
    const hidden =
      "document.querySelector('[data-show=sites] [data-show=error]').getBoundingClientRect().bottom - innerHeight";
    await eventually(
      async () => (await popup.evaluate<number>(hidden)) <= 0,
      () => 'the error to be in sight',
    );
    await glance(stage, popup, 'edit-site-refused');
    await type('https://login.fabrikam.com/two-factor?x=1');
    await popup.click('[data-show=sites] [data-choice=narrow]');
    await popup.click('[data-do=add-site]');
    await popup.waitFor('[data-site="https://login.fabrikam.com"]');
    await type('xn--bcher-kva.example');
    await popup.press('Enter');
    await popup.waitForText('[data-site="xn--bcher-kva.example"]', 'bücher.example');
    await popup.click('[data-site="contoso.com"] [data-choice=submits]');
    await popup.click(`[data-site="${here()}"] [data-do=remove-site]`);
    await type(`${'a'.repeat(63)}.${'b'.repeat(63)}.example`);
    await glance(stage, popup, 'edit-sites');
    await popup.type('[data-field=site]', ' ');
    await popup.click('[data-do=save]');
    await edit(popup, 'anna');
    const after = ['contoso.com submits', 'https://login.fabrikam.com', 'xn--bcher-kva.example'];
    expect(await sitesIn(popup)).toEqual(after);
    await popup.click('[data-do=cancel]');
    await popup.waitFor('[data-screen=list]');
    await stage.browser.closePopup();
    const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
    await options.click('.account-list:not([data-show] *) .account:nth-child(2) [data-do=edit]');
    expect(await sitesIn(options)).toEqual(after);
    await picture(options, `${kind}-options-edit-sites`);
    for (const site of ['contoso.com', 'https://login.fabrikam.com', 'xn--bcher-kva.example'])
      await options.click(`[data-site="${site}"] [data-do=remove-site]`);
    await options.click('.account-edit [data-do=save]');
    await options.click('[data-do=undo]');
    await eventually(
      async () => {
        await options.click('.account-list:not([data-show] *) .account:nth-child(2) [data-do=edit]');
        if ((await sitesIn(options)).length > 0) return true;
        await options.click('.account-edit [data-do=cancel]');
        return undefined;
      },
      () => 'the sites to be back',
    );
    expect(await sitesIn(options)).toEqual(after);
  });

  it('of several, each is bound to the page unless its box is unticked', async () => {
    const popup = await scan(BEN, CARL, DORA);
    const host = new URL(codes.url).host;
    await popup.waitForText(`${await rowOf(popup, 'dora')} [data-show=site]`, `Fills on ${host}`);
    await glance(stage, popup, 'bind-preview-many');
    const carl = await rowOf(popup, 'carl');
    await popup.click(`${carl} [data-do=edit]`);
    await popup.click(`${carl} [data-choice=bind]`);
    await glance(stage, popup, 'bind-preview-many-edit');
    await popup.click(`${carl} [data-do=edit]`);
    expect(await popup.has(`${carl} [data-show=site]`)).toBe(false);
    await popup.click('[data-do=save-all]');
    await popup.waitForText('[data-screen=list] [data-show=notice]', 'Saved');
    for (const [label, bound] of [
      ['ben', [here()]],
      ['carl', []],
    ] as const) {
      await edit(popup, label);
      expect(await sitesIn(popup)).toEqual(bound);
      await popup.click('[data-do=cancel]');
    }
  });

  it('what comes another way is bound to no page; where its issuer usually is stands there, unticked', async () => {
    const accounts = ['Elm Electric', 'Fig Florist'].map((name) => sampleAccount(name));
    const popup = await scan(migrationUri({ accounts, size: 1, index: 0, id: 9 }));
    await popup.waitFor('[data-screen=preview-many]');
    expect(await popup.has('[data-show=site]')).toBe(false);
    await popup.click('[data-do=discard-all]');
    await popup.waitFor('[data-screen=list]');
    await pasteLink(popup, GITHUB);
    expect(await popup.text('[data-show=site]')).toMatch(/^Fill its codes on github\.com \(usual for GitHub\)$/);
    expect(await isTicked(popup, '[data-choice=bind]')).toBe(false);
    await picture(popup, `${kind}-bind-preview-usual`);
    await popup.click('[data-do=save]');
    await edit(popup, 'octocat');
    expect(await sitesIn(popup)).toEqual([]);
  });
});
