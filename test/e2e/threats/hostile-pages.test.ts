/** T1, T2: malicious pages. The page is the account's own site, so it may have the code: in a field a person sees, and nothing else. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IS_LONG, KINDS } from '../kinds';
import type { View } from '../rig/extension-browser';
import { BoundStage } from './bound-stage';
import { ANSWERS_TO_FOCUS, UNSEEN } from './hostile-documents';
import { EYES, FIELD, PATCHES } from './hostile-markup';

/** A field under something and one that moves, a field that goes and one that is replaced; the others are asked in a document. */
const WALKED = [
  'under a cover that lets clicks through',
  'that fades in and out and is never quite seen',
  'by taking the field out',
  'by putting another field in its place',
];
const walked = (cases: readonly (readonly [how: string, body: string])[]) =>
  IS_LONG ? cases : cases.filter(([how]) => WALKED.includes(how));

const everything = `[
  document.documentElement.outerHTML,
  document.querySelectorAll('*').length,
  [...document.querySelectorAll('*')].filter((element) => element.shadowRoot !== null).length,
  Object.getOwnPropertyNames(window).sort().join(),
  // The browser asks for an icon of its own accord, and when it likes.
  performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.endsWith('/favicon.ico')).join(),
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

  it.each(walked(UNSEEN))('T1: nothing is typed into a field %s', async (_how, body) => {
    await open(body);
    expect(await fill()).not.toBe('filled');
    expect(await held()).toEqual({ otp: '' });
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

  it.each(walked(ANSWERS_TO_FOCUS))(
    'T1: a page that answers the focus %s brings the code into no other field',
    async (_how, body) => {
      await open(body);
      await fill();
      expect((await held())['note']).toBe('');
      expect(await page.evaluate('document.querySelector("[contenteditable]").textContent')).toBe('');
    },
  );

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
