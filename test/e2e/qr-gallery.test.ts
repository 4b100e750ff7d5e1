/**
 * Items of the demo site's QR gallery, scanned from the real popup: each comes to the outcome that stands beside it. The long run
 * scans all of them; `npm test` does that in Node (test/scan) and as pages of both browsers (test/in-page).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findGalleryItem, GALLERY } from '../demo-login/gallery/gallery';
import type { Expected, GalleryAccount, GalleryItem } from '../demo-login/gallery/item';
import { IS_LONG, KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { picture, type Stage, setStage } from './stage';

/** One of each outcome. */
const WALKED = [
  'svg',
  'two-codes',
  'three-codes',
  'text-key',
  'export-part-2',
  'web-address',
  'illegal-secret',
  'cut-off-by-window',
  'no-code',
].map(requireItem);
const OUTCOMES = ['preview', 'preview-many', 'chooser', 'nothing-found'].map((name) => `[data-screen=${name}]`);
/** What waits, as far as the gallery tells it; without a vault it is not sealed. */
const WAITING = `chrome.storage.session.get('pending').then(({ pending }) =>
  (pending?.plain ?? []).map(({ id, addedMs, foundAt, unverified, ...account }) => account))`;
/** Where each was found; an export says nothing of sites. */
const FOUND_AT = `chrome.storage.session.get('pending').then(({ pending }) =>
  [...new Set((pending?.plain ?? []).map(({ foundAt }) => foundAt ?? 'nowhere'))])`;

function requireItem(id: string): GalleryItem {
  const item = findGalleryItem(id);
  if (item === undefined) throw new Error(`The gallery has no item ${id}.`);
  return item;
}

function byName(accounts: readonly GalleryAccount[]): readonly GalleryAccount[] {
  return [...accounts].sort((a, b) => (a.secret < b.secret ? -1 : 1));
}

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let popup: View;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => {
    await popup.evaluate("chrome.storage.session.remove(['pending', 'batches'])");
    await stage.browser.closePopup();
  });
  afterAll(async () => await stage?.close());

  it.each((IS_LONG ? GALLERY : WALKED).map((item) => [item.id, item] as const))('%s', async (id, item) => {
    await stage.browser.openPage(`${stage.site.url}/gallery/qr/${id}`);
    popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    await popup.waitFor(OUTCOMES.join(', '));
    if (await popup.has('[data-screen=chooser]')) {
      await picture(popup, `${kind}-gallery-${id}`);
      await popup.click('[data-do=choose-all]');
      await popup.waitFor('[data-screen=preview-many]');
    }
    await expectOutcome(item.expects);
  });

  async function expectOutcome(expected: Expected): Promise<void> {
    switch (expected.kind) {
      case 'accounts':
        await expectAccounts(expected.accounts);
        expect(await popup.evaluate(FOUND_AT)).toEqual([stage.site.url]);
        return;
      case 'migration':
        await expectAccounts(expected.accounts);
        expect(await popup.evaluate(FOUND_AT)).toEqual(['nowhere']);
        if (expected.of > 1)
          expect(await popup.text('[data-show=parts-missing]')).toMatch(
            new RegExp(`Still missing: parts (?!.*\\b${expected.part}\\b.* of).* of ${expected.of}`),
          );
        else expect(await popup.has('[data-show=parts-missing]')).toBe(false);
        return;
      case 'other':
        await popup.waitFor('[data-screen=nothing-found][data-why=no-enrolment-code]');
        expect(await popup.text('[data-show=error]')).toContain(expected.shows);
        return;
      case 'broken':
        await popup.waitFor('[data-screen=nothing-found][data-why=no-enrolment-code]');
        expect(await popup.text('[data-show=error]')).toMatch(/Nothing was saved/);
        return;
      case 'cut-off':
        return await popup.waitFor('[data-screen=nothing-found][data-why=cut-off]');
      case 'none':
        return await popup.waitFor('[data-screen=nothing-found][data-why=no-code]');
    }
  }

  async function expectAccounts(accounts: readonly GalleryAccount[]): Promise<void> {
    await popup.waitFor(accounts.length === 1 ? '[data-screen=preview]' : '[data-screen=preview-many]');
    const waiting = await popup.evaluate<GalleryAccount[]>(WAITING);
    // A key without any name is named after the site that shows it.
    const named = accounts.map((one) => (one.issuer + one.label === '' ? { ...one, issuer: '127.0.0.1' } : one));
    expect(byName(waiting)).toEqual(byName(named));
    expect(await popup.text('[data-show=code]')).toMatch(/^[\w ]{5,11}$/);
  }
});
