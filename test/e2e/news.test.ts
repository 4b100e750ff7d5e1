/** What is told when something was lost or can't be written, where no account is gone: in real Chromium and real Firefox. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './axe-look';
import { KINDS } from './kinds';
import { seedVault } from './seeded-vault';
import { picture, type Stage, setStage } from './stage';
import { GITHUB, pasteLink, unlock } from './walks/accounts';
import { openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { breakMirror, mendMirror, storeItems } from './walks/stored';

const WARNING = '.notice.warn [data-show=news]';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let items: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    stage = await setStage(kind);
    items = await seedVault(PASSPHRASE, 2);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  /** A page of the extension's own where none of its code runs, with the popup closed. */
  const bare = async () => {
    await stage.browser.closePopup();
    return await stage.browser.openPage(`${stage.browser.extensionOrigin}/manifest.json`);
  };
  const openPopup = async () => {
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    return await stage.browser.openPopup();
  };
  const openLocked = async () => {
    await (await bare()).evaluate('chrome.storage.session.clear()');
    const popup = await openPopup();
    await unlock(popup);
    await popup.waitFor('[data-screen=list]');
    return popup;
  };

  it('a later state is gone from both domains: told with the unlock, in every page, and once', async () => {
    const mark = JSON.parse(String(items['hw'])) as { readonly gen: number };
    const popup = await openWith(stage, { ...items, hw: JSON.stringify({ ...mark, gen: mark.gen + 1 }) });
    await unlock(popup);
    expect(await popup.text(WARNING)).toMatch(/as they were before/);
    await stage.browser.closePopup();
    const page = await openSettings(stage.browser, 'accounts');
    expect(await page.text(WARNING)).toMatch(/“Earlier states”/);
    await page.click('[data-do=dismiss-news]');
    await page.waitFor('[data-screen=accounts]:not(:has([data-show=news]))');
    expect(await (await openLocked()).has('[data-show=news]')).toBe(false);
  });

  describe('the second copy can be neither read nor written', () => {
    beforeAll(async () => {
      await storeItems(stage.browser, items);
      await breakMirror(await bare());
    });

    it('told with the unlock, and again with the next save, which counts', async () => {
      const popup = await openLocked();
      expect(await popup.text(WARNING)).toMatch(/saved, but only once/);
      await popup.click('[data-do=dismiss-news]');
      await popup.waitFor('[data-screen=list]:not(:has([data-show=news]))');
      await pasteLink(popup, GITHUB);
      await popup.click('[data-do=save]');
      await popup.waitFor('[data-screen=list][data-count="3"]');
      expect(await popup.text(WARNING)).toMatch(/saved, but only once/);
    });

    it('and the first is gone: nobody can tell that there is no vault, so nobody is welcomed', async () => {
      const page = await bare();
      const stored = await page.evaluate<Readonly<Record<string, unknown>>>('chrome.storage.local.get(null)');
      await page.evaluate('Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])');
      const popup = await openPopup();
      await popup.waitFor('[data-screen=problem]');
      expect(await popup.text('[data-show=error]')).toMatch(/could not read or write its storage/);
      await stage.browser.closePopup();
      const recovery = await openSettings(stage.browser, 'backup');
      await recovery.waitFor('[data-problem=storage-failed] tbody tr');
      expect(await recovery.text('[data-show=unreadable]')).toMatch(/start it again/);
      await picture(recovery, `${kind}-unreadable`);
      expect(await violationsIn(recovery)).toEqual([]);
      await recovery.click('[data-do=start-over]');
      await recovery.click('[data-do=start-over-surely]');
      expect(await recovery.text('[data-show=error]')).toMatch(/could not read or write its storage/);
      await recovery.evaluate(`chrome.storage.local.set(${JSON.stringify(stored)})`);
      await recovery.waitFor('[data-show=locked]');
    });

    it('mended, it is made again with the next unlock', async () => {
      const page = await bare();
      await mendMirror(page);
      const popup = await openLocked();
      expect(await popup.text('.notice.good [data-show=news]')).toMatch(/made again/);
      await popup.waitFor('[data-screen=list][data-count="3"]');
    });
  });
});
