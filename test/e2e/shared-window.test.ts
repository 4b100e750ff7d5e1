/**
 * A code in another window, shared with the settings. Chromium shares a tab of its own choosing and asks nobody; Firefox
 * shares nothing without a screen, so there the page's own way to ask is replaced by a still canvas.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodePage, serveCodePage } from './code-page';
import { KINDS } from './kinds';
import { liveStates, playScenes, sceneOf, watchPage } from './live-pictures';
import type { View } from './rig/extension-browser';
import { type Stage, setStage } from './stage';
import { GITHUB } from './walks/accounts';
import { openSettings } from './walks/backup-screens';
import { leaveHalfminute } from './walks/screens';
import { storeItems } from './walks/stored';

let codes: CodePage;
beforeAll(async () => {
  codes = await serveCodePage();
  codes.show(GITHUB);
});
afterAll(() => codes.close());

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    // The title of the page with the codes.
    stage = await setStage(kind, { isOwnBrowser: true, sharedTab: 'Codes' });
  });
  afterAll(async () => await stage?.close());

  async function emptySettings(): Promise<View> {
    await leaveHalfminute(stage);
    await storeItems(stage.browser, {});
    if (kind === 'chromium') await stage.browser.openTab(codes.url);
    return await openSettings(stage.browser, 'add');
  }

  it('of which nothing moves: the account waits, and the sharing ends', async () => {
    const page = await emptySettings();
    if (kind === 'firefox') {
      await playScenes(page, [sceneOf(GITHUB)]);
      await page.evaluate('void (navigator.mediaDevices.getDisplayMedia = navigator.mediaDevices.getUserMedia)');
    }
    await watchPage(page);
    await page.click('[data-do=screen]');
    expect(await page.value('[data-show=preview] [data-field=issuer]')).toBe('GitHub');
    await expect.poll(() => liveStates(page)).toEqual(['ended']);
  });

  it.each([
    ['NotAllowedError', /was not allowed to, or nothing was chosen/],
    ['NotFoundError', /could not show a window or screen/],
  ])('%s: a sentence, and the way in is there again', async (name, sentence) => {
    const page = await emptySettings();
    await page.evaluate(
      `void (navigator.mediaDevices.getDisplayMedia = async () => { throw new DOMException('', '${name}'); })`,
    );
    await page.click('[data-do=screen]');
    expect(await page.text('[data-show=error]')).toMatch(sentence);
    await page.waitFor('[data-do=screen]');
  });
});
