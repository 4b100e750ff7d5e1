/** Codes that the picture of the tab does not show and the page holds: what the injected functions find, and what they leave. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lookIntoPage, type PageLook } from '../../src/app/look-into-page';
import { type SoughtPicture, seekInPage } from '../../src/app/seek-in-page';
import { captureVisibleTab } from '../../src/platform/capture';
import { type InnerPage, serveInnerPage, UP } from '../e2e/inner-page';
import { KINDS } from '../e2e/kinds';
import { putInFront, scanInNode } from './extension-api';
import {
  ANNA,
  CODES,
  FIVE_PLACES,
  KEY,
  KEYS,
  type LookDocument,
  NO_KEYS,
  NOTHING_SCROLLED,
  TRACES,
  UNREAD,
  WATCHFUL,
} from './look-documents';
import { OpenDocument } from './open-document';

vi.mock('webextension-polyfill', () => import('./extension-api'));
vi.mock('../../src/app/draw-svg', async (original) => {
  const { drawnInPopup } = await import('./extension-api');
  const { drawSvg } = await original<typeof import('../../src/app/draw-svg')>();
  return { drawSvg: drawnInPopup(drawSvg) };
});

const TAB = { id: 1, windowId: 1 };
const named = <T extends { readonly name: string }>(items: readonly T[]) =>
  items.map((item) => [item.name, item] as const);

describe.each(KINDS)('%s', (kind) => {
  let inner: InnerPage;
  let page: OpenDocument;
  beforeAll(async () => {
    inner = await serveInnerPage(ANNA);
    page = await OpenDocument.in(kind);
    putInFront(page);
  });
  afterAll(async () => {
    await page?.close();
    inner?.close();
  });

  async function look({ body, headers, framed }: LookDocument): Promise<PageLook> {
    inner.show(body, headers, framed);
    await page.open(inner.url);
    const found = await lookIntoPage(TAB.id, scanInNode);
    if (!found.ok) throw new Error(found.error.kind);
    return found.value;
  }

  async function seek(body: string): Promise<SoughtPicture | undefined> {
    const { texts, unread } = await look({ name: '', body });
    expect(texts).toEqual([]);
    return await seekInPage(TAB, unread, captureVisibleTab, scanInNode);
  }

  describe('a code is found', () => {
    it.each(named(CODES))('%s', async (_, item) => {
      expect((await look(item)).texts.map(({ text }) => text)).toEqual([ANNA]);
    });
  });

  describe('a key is found', () => {
    it.each(named(KEYS))('%s', async (_, item) => {
      const [found, ...others] = (await look(item)).texts;
      expect({ ...found, text: found?.text.toUpperCase() }).toEqual({ text: KEY, from: 'key' });
      expect(others).toEqual([]);
    });

    it.each(named(NO_KEYS))('not where %s', async (_, item) => {
      expect((await look(item)).texts).toEqual([]);
    });
  });

  describe('what the page may not read is scrolled to, and back', () => {
    it.each(named(UNREAD))('%s', async (_, { body }) => {
      const sought = await seek(`${body(inner.otherUrl)}${UP}`);
      expect(sought?.scanned.codes.map(({ text }) => text)).toEqual([ANNA]);
      expect(await page.ask(NOTHING_SCROLLED)).toBe(true);
    });

    it('also where nothing is found, after at most three', async () => {
      expect(await seek(FIVE_PLACES(inner.otherUrl))).toBe(undefined);
      expect(await page.ask('[scrollY, tops]')).toEqual([50, 3]);
    });
  });

  it('T1: looking into a page does nothing to it: no node, no request, no message', async () => {
    inner.show(WATCHFUL);
    await page.open(inner.url);
    const before = await page.ask(TRACES);
    const requests = [...inner.requests];
    const found = await lookIntoPage(TAB.id, scanInNode);
    expect(found.ok && found.value.texts).toEqual([{ text: ANNA, from: 'picture' }]);
    expect(await page.ask(TRACES)).toBe(before);
    expect([...inner.requests]).toEqual(requests);
  });
});
