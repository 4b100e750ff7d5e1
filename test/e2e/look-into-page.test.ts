/**
 * Codes that the picture of the tab does not show and the page holds, from the real popup: one page of each way to them, and in
 * the long run all those of test/in-page, where the injected functions are asked.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ANNA,
  CODES,
  FIVE_PLACES,
  KEY,
  KEYS,
  NO_KEYS,
  NOTHING_SCROLLED,
  TRACES,
  UNREAD,
  WATCHFUL,
} from '../in-page/look-documents';
import { type InnerPage, serveInnerPage, UP } from './inner-page';
import { IS_LONG, KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { type Stage, setStage } from './stage';

const WALKED = [
  'below the fold',
  'under a strict policy, in a drawing',
  'in a canvas',
  'in the background',
  'in a shadow root within a shadow root',
  'in a frame of the same site',
  'in a link',
];
const WALKED_KEYS = ['beside the words for it'];
const WALKED_WITHOUT = ['no words say so'];
const WALKED_UNREAD = ['a frame of another site'];

/** Those of the names, which must be there, or in the long run all. */
function played<T extends { readonly name: string }>(items: readonly T[], names: readonly string[]) {
  const found = items.filter(({ name }) => names.includes(name));
  if (found.length !== names.length) throw new Error(`Not every one is there: ${names}`);
  return (IS_LONG ? items : found).map((item) => [item.name, item] as const);
}

let inner: InnerPage;
beforeAll(async () => {
  inner = await serveInnerPage(ANNA);
});
afterAll(() => inner.close());

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let page: View;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  async function scan(body: string, headers: Readonly<Record<string, string>> = {}, framed = ''): Promise<View> {
    inner.show(body, headers, framed);
    page = await stage.browser.openPage(inner.url);
    return await scanHere();
  }

  async function scanHere(): Promise<View> {
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    return popup;
  }

  async function expectAnna(popup: View): Promise<void> {
    await popup.waitFor('[data-screen=preview]');
    expect(await popup.value('[data-field=label]')).toBe('anna');
    await popup.click('[data-do=discard]');
    await popup.waitFor('[data-screen=welcome]');
  }

  describe('a code is found', () => {
    it.each(played(CODES, WALKED))('%s', async (_, { body, headers, framed }) => {
      await expectAnna(await scan(body, headers, framed));
    });
  });

  describe('a key is found', () => {
    it.each(played(KEYS, WALKED_KEYS))('%s', async (_, { body }) => {
      const popup = await scan(body);
      await popup.waitFor('[data-screen=preview]');
      expect(
        await popup.evaluate("chrome.storage.session.get('pending').then((found) => JSON.stringify(found))"),
      ).toContain(`"${KEY}"`);
      await popup.click('[data-do=discard]');
      await popup.waitFor('[data-screen=welcome]');
    });

    it.each(played(NO_KEYS, WALKED_WITHOUT))('not where %s', async (_, { body }) => {
      expect(await (await scan(body)).text('[data-show=error]')).toMatch(/hold a QR code/);
    });
  });

  describe('what the page may not read is scrolled to, and back', () => {
    it.each(played(UNREAD, WALKED_UNREAD))('%s', async (_, { body }) => {
      await expectAnna(await scan(`${body(inner.otherUrl)}${UP}`));
      expect(await page.evaluate(NOTHING_SCROLLED)).toBe(true);
    });

    // Three pictures are waited for.
    if (IS_LONG)
      it('also where nothing is found, after at most three', async () => {
        const popup = await scan(FIVE_PLACES(inner.otherUrl));
        expect(await popup.text('[data-show=error]')).toMatch(/hold a QR code/);
        expect(await page.evaluate('[scrollY, tops]')).toEqual([50, 3]);
      });
  });

  it('T1: looking into a page does nothing to it: no node, no request, no message', async () => {
    inner.show(WATCHFUL);
    page = await stage.browser.openPage(inner.url);
    const before = await page.evaluate(TRACES);
    const requests = [...inner.requests];
    await expectAnna(await scanHere());
    expect(await page.evaluate(TRACES)).toBe(before);
    expect([...inner.requests]).toEqual(requests);
  });
});
