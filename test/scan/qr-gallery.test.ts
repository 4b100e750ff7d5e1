/**
 * Every item of the demo site's QR gallery: its codes as its page draws them, on a page of the same ground, through the scanner
 * and the rules for what a text is. Each comes to the outcome that stands beside it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { readPayload } from '../../src/app/payload';
import { isCutOff } from '../../src/app/scan-picture';
import { inReadingOrder } from '../../src/scan/reading-order';
import { scanPixels } from '../../src/scan/scan-pixels';
import { GALLERY } from '../demo-login/gallery/gallery';
import type { GalleryItem } from '../demo-login/gallery/item';
import { type Picture, picturesIn } from '../demo-login/tests/gallery-codes';
import { type OpenSite, openSite } from '../demo-login/tests/visitor';
import { expectedOutcome, outcomeOf } from './gallery-outcome';
import { type Colour, Page, WHITE } from './pictures';

const DARK_PAGE: Colour = [16, 32, 28];
const MARGIN = 40;

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});

/** The codes side by side; of one that is cut off, the left half. */
async function pageOf({ id, ground, inside, expects }: GalleryItem): Promise<Page> {
  const path = `/gallery/qr/${id}${inside === undefined ? '' : '/inside'}`;
  const pictures = await picturesIn(site.app, await (await site.app.request(path)).text());
  const width = pictures.reduce((sum, picture) => sum + picture.width + MARGIN, MARGIN);
  const height = 2 * MARGIN + Math.max(0, ...pictures.map((picture) => picture.height));
  const isHalf = expects.kind === 'cut-off';
  const page = new Page(isHalf ? Math.round(width / 2) : width, height, ground === 'dark' ? DARK_PAGE : WHITE);
  let left = MARGIN;
  for (const picture of pictures) {
    put(page, picture, left);
    left += picture.width + MARGIN;
  }
  return page;
}

function put(page: Page, { data, width, height }: Picture, left: number): void {
  const shown = Math.min(width, page.width - left);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(4 * y * width, 4 * (y * width + shown));
    page.data.set(row, 4 * ((y + MARGIN) * page.width + left));
  }
}

describe.each(GALLERY)('$id', (item) => {
  const { codes, expects } = item;

  it('its codes are read, and come to their outcome', async () => {
    const scanned = { width: 0, height: 0, ...scanPixels(await pageOf(item)) };
    const texts = inReadingOrder(scanned.codes).map(({ text }) => text);
    expect(isCutOff(scanned)).toBe(expects.kind === 'cut-off');
    if (expects.kind === 'cut-off' || codes.length === 0) return expect(texts).toEqual([]);
    expect(texts).toEqual(codes);
    expect(outcomeOf(texts.map(readPayload))).toEqual(expectedOutcome(expects));
  });
});
