/** Several accounts that come in together, from the real popup: which are kept, which are here already. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CodePage, serveCodePage } from './code-page';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { picture, type Stage, setStage } from './stage';
import { saveWithPassphrase } from './walks/journey';

const uri = (issuer: string, label: string, secret: string) =>
  `otpauth://totp/${issuer}:${label}?secret=${secret}&issuer=${issuer}`;
const ANNA = uri('Contoso', 'anna', 'JBSWY3DPEHPK3PXP');
const BEN = uri('Fabrikam', 'ben', 'KRUGS4ZANFZSAYJA');
const BEN_ANEW = uri('Fabrikam', 'ben', 'GEZDGNBVGY3TQOJQ');
const CARL = uri('Tailspin', 'carl', 'MFRGGZDFMZTWQ2LK');
const EVA = uri('Wingtip', 'eva', 'NBSWY3DPEB3W64TM');
const DORA = uri('Adatum', 'dora', 'OBQXG43XN5ZGIIDT');

let codes: CodePage;
beforeAll(async () => {
  codes = await serveCodePage();
});
afterAll(() => codes.close());

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  async function addAllOf(...texts: string[]): Promise<View> {
    codes.show(...texts);
    await stage.browser.openPage(codes.url);
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    await popup.click('[data-do=choose-all]');
    await popup.waitFor(`[data-screen=preview-many] .incoming:nth-child(${texts.length})`);
    return popup;
  }

  const labels = (view: View, rows: string) =>
    view.evaluate<string[]>(`[...document.querySelectorAll('${rows} [data-show=label]')].map((one) => one.innerText)`);
  const row = async (popup: View, label: string) => {
    const place = (await labels(popup, '.incoming')).indexOf(label) + 1;
    return `.incoming:nth-child(${place})`;
  };

  it('make the vault together; what is not ticked is discarded', async () => {
    const popup = await addAllOf(ANNA, BEN, CARL);
    await popup.click(`${await row(popup, 'carl')} [data-choice=keep]`);
    await popup.click('[data-do=save-all]');
    await popup.click('[data-do=back]');
    // Back without a passphrase, all still wait.
    await popup.waitFor('[data-screen=preview-many] .incoming:nth-child(3)');
    await popup.click(`${await row(popup, 'carl')} [data-choice=keep]`);
    await saveWithPassphrase(popup, 'save-all');
    expect(await popup.text('[data-screen=list] [data-show=notice]')).toBe('Saved: 2 accounts.');
    expect((await labels(popup, '.row')).sort()).toEqual(['anna', 'ben']);
    expect(await popup.evaluate("chrome.storage.session.get('pending')")).toEqual({});
  });

  it('T10: are each held against those that are here: the same left out, one enrolled anew replaced or kept beside', async () => {
    const popup = await addAllOf(ANNA, BEN_ANEW, DORA);
    const ticked = async (label: string) =>
      await popup.evaluate<boolean>(`document.querySelector('${await row(popup, label)} [data-choice=keep]').checked`);
    expect(await popup.text(`${await row(popup, 'anna')} [data-show=twin]`)).toMatch(/^Here already: Contoso, anna/);
    expect(await ticked('anna')).toBe(false);
    expect(await popup.text(`${await row(popup, 'ben')} [data-show=twin]`)).toMatch(
      /^Here with another secret: Fabrikam, ben/,
    );
    expect(await ticked('ben')).toBe(true);
    expect(await popup.has(`${await row(popup, 'dora')} [data-show=twin]`)).toBe(false);
    await picture(popup, `${kind}-preview-many-twins`);
    await popup.select(`${await row(popup, 'ben')} [data-field=twin]`, 'both');
    await popup.click(`${await row(popup, 'dora')} [data-do=edit]`);
    const dora = await row(popup, 'dora');
    await popup.type(`${dora} [data-field=label]`, 'ben');
    await popup.type(`${dora} [data-field=issuer]`, 'Fabrikam');
    // Under another name it is another's twin.
    expect(await popup.text(`${dora} [data-show=twin]`)).toMatch(/^Here with another secret: Fabrikam, ben/);
    await popup.click('[data-do=save-all]');
    await popup.waitForText('[data-screen=list] [data-show=notice]', 'Saved: 2 accounts.');
    // Ben's new one stands beside the old one, and what was Dora's has taken the old one's place.
    expect((await labels(popup, '.row')).sort()).toEqual(['anna', 'ben', 'ben']);
    const options = await stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html`);
    expect(await options.text('[data-show=trash] [data-show=label]')).toBe('ben');
  });

  it('takes three clicks from the icon to the saved account, once there is a vault', async () => {
    codes.show(EVA);
    await stage.browser.openPage(codes.url);
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    await popup.click('[data-do=save]');
    await popup.waitForText('[data-screen=list] [data-show=notice]', 'Saved');
    expect(await labels(popup, '.row')).toContain('eva');
  });
});
