/**
 * Items of the demo site's QR gallery, scanned as the tab in front: each comes to the outcome that stands beside it. Those that
 * are drawn alike and differ in what their codes say are read in Node (test/scan), and here in the long run.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { scanTab } from '../../src/app/scan-tab';
import { GALLERY } from '../demo-login/gallery/gallery';
import { contents } from '../demo-login/gallery/items/contents';
import { exports } from '../demo-login/gallery/items/exports';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { CHEAP_PASSWORDS } from '../demo-login/tests/cheap-passwords';
import { IS_LONG, KINDS } from '../e2e/kinds';
import { expectedOutcome, outcomeOf } from '../scan/gallery-outcome';
import { putInFront } from './extension-api';
import { OpenDocument } from './open-document';

vi.mock('webextension-polyfill', () => import('./extension-api'));
vi.mock('../../src/app/draw-svg', async (original) => {
  const { drawnInPopup } = await import('./extension-api');
  const { drawSvg } = await original<typeof import('../../src/app/draw-svg')>();
  return { drawSvg: drawnInPopup(drawSvg) };
});
vi.mock('../../src/app/scan-picture', async (original) => {
  const { NodeScanner, scanInNode } = await import('./extension-api');
  const { isCutOff } = await original<typeof import('../../src/app/scan-picture')>();
  return { isCutOff, scanPicture: scanInNode, Scanner: NodeScanner };
});

const DRAWN_ALIKE = [...contents.items, ...exports.items];
const PLAYED = IS_LONG ? GALLERY : GALLERY.filter((item) => !DRAWN_ALIKE.includes(item));

describe.each(KINDS)('%s', (kind) => {
  let site: RunningDemoSite;
  let page: OpenDocument;
  beforeAll(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    [site, page] = await Promise.all([startDemoSite({ passwordCost: CHEAP_PASSWORDS }), OpenDocument.in(kind)]);
    putInFront(page);
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await page?.close();
    await site?.stop();
  });

  it.each(PLAYED.map((item) => [item.id, item] as const))('%s', async (id, { expects }) => {
    await page.open(`${site.url}/gallery/qr/${id}`);
    const scanned = await scanTab(new AbortController().signal);
    if (expects.kind === 'cut-off') return expect(scanned).toEqual({ ok: false, error: { kind: 'cut-off' } });
    if (expects.kind === 'none') return expect(scanned).toEqual({ ok: false, error: { kind: 'no-code' } });
    const found = scanned.ok ? scanned.value.found.map(({ payload }) => payload) : [];
    expect(outcomeOf(found)).toEqual(expectedOutcome(expects, '127.0.0.1'));
    const places = found.flatMap((payload) => (payload.kind === 'account' ? [payload.foundAt] : []));
    expect([...new Set(places)]).toEqual(expects.kind === 'accounts' ? [site.url] : []);
  });
});
