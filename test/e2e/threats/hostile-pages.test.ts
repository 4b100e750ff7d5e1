/** T1, T2: malicious pages. The page is the account's own site, so it may have the code: in a field a person sees, and nothing else. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../kinds';
import type { View } from '../rig/extension-browser';
import { BoundStage } from './bound-stage';
import { EYES, FIELD, PATCHES } from './hostile-markup';

const styled = (style: string) => FIELD.replace('>', ` style="${style}">`);
/** Over the whole page, in its own colour. */
const cover = (style: string) => `<div style="position: fixed; inset: 0; background: white; ${style}"></div>`;

const everything = `[
  document.documentElement.outerHTML,
  document.querySelectorAll('*').length,
  [...document.querySelectorAll('*')].filter((element) => element.shadowRoot !== null).length,
  Object.getOwnPropertyNames(window).sort().join(),
  performance.getEntriesByType('resource').length,
  document.styleSheets.length + document.adoptedStyleSheets.length,
  document.cookie, location.href, history.length, document.title,
].join('\\n')`;

describe.each(KINDS)('%s', (kind) => {
  let stage: BoundStage;
  let page: View;
  beforeAll(async () => {
    stage = await BoundStage.set(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const open = async (body: string) => {
    stage.site.show({ 'contoso.com': body });
    page = await stage.browser.openPage(stage.site.at('contoso.com'));
  };
  const fill = async () => await stage.fill(await stage.openList());
  /** What the fields hold, by their names. */
  const held = () =>
    page.evaluate<Record<string, string>>(
      "Object.fromEntries([...document.querySelectorAll('[name]')].map(({ name, value = '' }) => [name, value]))",
    );
  const code = () => expect.toSatisfy((text: string) => stage.codes().includes(text));

  describe('nothing is typed where a person sees no field', () => {
    it.each([
      ['at 0.69 opacity', styled('opacity: 0.69')],
      ['at 0.8 within 0.8', `<div style="opacity: 0.8"><div style="opacity: 0.8">${FIELD}</div></div>`],
      ['under a cover', FIELD + cover('')],
      ['under a cover that lets clicks through', FIELD + cover('pointer-events: none')],
      ['made transparent by a filter', styled('filter: opacity(0.1)')],
      [
        'that fades in and out and is never quite seen',
        `${FIELD}<script>
          document.querySelector('[name=otp]').animate({ opacity: [0.1, 0.6] }, { duration: 200, iterations: Infinity });
        </script>`,
      ],
    ])('T1: %s', async (_, body) => {
      await open(body);
      expect(await fill()).not.toBe('filled');
      expect(await held()).toEqual({ otp: '' });
    });
  });

  it('T1: a page that watches everything sees a value and the events of typing it, and no other trace', async () => {
    await open(`<form>${FIELD}<input name="note"></form><canvas></canvas>${EYES}`);
    const before = await page.evaluate(everything);
    expect(await fill()).toBe('filled');
    expect(await held()).toEqual({ otp: code(), note: '' });
    expect(await page.evaluate('done.join()')).toBe('');
    expect(await page.evaluate(everything)).toBe(before);
  });

  it('T1: a page that has taken over its own objects is not asked for any of them', async () => {
    await open(`${FIELD}${EYES}<script>var field = document.querySelector('[name=otp]');</script>${PATCHES}`);
    await page.evaluate('void (taken.length = 0, done.length = 0)');
    expect(await fill()).toBe('filled');
    expect(await page.evaluate('trueValue(field)')).toEqual(code());
    expect(await page.evaluate('[...taken, ...done].join()')).toBe('');
  });

  it('T1: a page that has put elements in the place of its own functions gets the code in its field or not at all', async () => {
    const names = [
      'querySelectorAll',
      'elementFromPoint',
      'activeElement',
      'defaultView',
      'getRootNode',
      'documentElement',
    ];
    const clobbers = names.map((name) => `<form name="${name}"></form><img name="${name}">`).join('');
    await open(`${FIELD}<form><input name="value"><input name="dispatchEvent"><input name="focus"></form>${clobbers}
      <iframe name="getComputedStyle" srcdoc=""></iframe><iframe name="innerHeight" srcdoc=""></iframe>${EYES}`);
    const outcome = await fill();
    const { otp, ...others } = await page.evaluate<Record<string, string>>(
      "Object.fromEntries([...document.getElementsByTagName('input')].map(({ name, value }) => [name, value]))",
    );
    expect(others).toEqual({ value: '', dispatchEvent: '', focus: '' });
    expect(otp).toEqual(outcome === 'filled' ? code() : '');
    expect(await page.evaluate('done.join()')).toBe('');
  });

  describe('a page that answers the focus', () => {
    const on = (kinds: string, script: string) => `<script>{
      const field = document.querySelector('[name=otp]');
      for (const kind of ${JSON.stringify(kinds.split(' '))}) field.addEventListener(kind, () => { ${script} });
    }</script>`;
    it.each([
      ['by moving the field away', on('focus input', "field.style = 'position: absolute; left: -9999px'")],
      ['by taking the field out', on('focus beforeinput', 'field.remove()')],
      ['by giving it to another field', on('focus beforeinput input', "document.querySelector('[name=note]').focus()")],
      ['by giving the field another purpose', on('focus', "field.name = 'shout'; field.autocomplete = 'off'")],
      [
        'by putting another field in its place',
        on('focus beforeinput', "const other = field.cloneNode(); other.name = 'note'; field.replaceWith(other)"),
      ],
    ])('T1: %s brings the code into no other', async (_, script) => {
      await open(`${FIELD}<input name="note"><div contenteditable></div>${script}`);
      await fill();
      expect((await held())['note']).toBe('');
      expect(await page.evaluate('document.querySelector("[contenteditable]").textContent')).toBe('');
    });
  });

  it('T2: nothing is ever put into a page, from the opening of the popup through a scan to a fill', async () => {
    await open(`<p>Sign in</p>${FIELD}${EYES}`);
    const before = await page.evaluate(everything);
    const expectAsBefore = async () => {
      expect(await page.evaluate('done.join()')).toBe('');
      expect(await page.evaluate(everything)).toBe(before);
    };
    const popup = await stage.openList();
    await expectAsBefore();
    await popup.click('[data-do=scan]');
    await popup.waitFor('[data-screen=nothing-found]');
    await expectAsBefore();
    await popup.click('[data-do=cancel]');
    await popup.waitFor('[data-screen=list]');
    expect(await stage.fill(popup)).toBe('filled');
    expect(await held()).toEqual({ otp: code() });
    await expectAsBefore();
  });

  it('T2: neither where the fill finds no field and waits for one, nor where its code is copied', async () => {
    await open(`<p>Sign in</p>${EYES}`);
    const before = await page.evaluate(everything);
    const popup = await stage.openList();
    expect(await stage.fill(popup)).not.toBe('filled');
    await popup.click('[data-do=copy]');
    await popup.waitForText('[data-show=notice]', 'Copied');
    expect(await page.evaluate('done.join()')).toBe('');
    expect(await page.evaluate(everything)).toBe(before);
  });
});
