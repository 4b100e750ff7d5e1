/**
 * T15: the profile's own files damaged while the browser is ended, in the ways that browsers were seen not to notice. Every
 * account is back after the unlock, and what was lost is told; nobody ever sees the welcome of a fresh installation.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_LONG, KINDS } from './kinds';
import type { ExtensionBrowser } from './rig/extension-browser';
import { endAndCopyProfile, type ProfileCopy } from './rig/profile-copy';
import {
  damageFirstLength,
  emptyFiles,
  flipBitBehind,
  flipBitBehindEach,
  removeFiles,
  storageFiles,
} from './rig/storage-files';
import { seedVault } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { chooseThisDeviceOnly, GITHUB, pasteLink, unlock } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { storeItems } from './walks/stored';

type Damage = (browser: ExtensionBrowser) => void;
type News = 'local-healed' | 'mirror-healed' | undefined;

const local = (browser: ExtensionBrowser) => storageFiles(browser, 'local');
const databases = (browser: ExtensionBrowser) => storageFiles(browser, 'databases');
/** Stands in front of the sealed body, as either browser stores it. */
const SEALED = 'ct\\":\\"';

/** What may be told afterwards; `rare`: only in the long run, beside one that loses as much. */
type Way = readonly [what: string, damage: Damage, news: readonly News[], rare?: 'rare'];

const CHROMIUM: readonly Way[] = [
  [
    'a bit of a record flipped in the log of storage.local',
    (at) => flipBitBehind(local(at), SEALED, 40),
    [undefined],
    'rare',
  ],
  ['a length damaged in that log', (at) => damageFirstLength(local(at)), ['local-healed', undefined]],
  ['that log emptied', (at) => emptyFiles(local(at)), ['local-healed'], 'rare'],
  ['that log deleted', (at) => removeFiles(local(at)), ['local-healed']],
  [
    'a bit flipped in the log of IndexedDB',
    (at) => flipBitBehind(databases(at), 'ct":"', 40),
    ['mirror-healed', undefined],
    'rare',
  ],
  ['that log deleted', (at) => removeFiles(databases(at)), ['mirror-healed']],
];

const FIREFOX: readonly Way[] = [
  ['the database of storage.local deleted', (at) => removeFiles(local(at)), ['local-healed']],
  ['that database emptied', (at) => emptyFiles(local(at)), ['local-healed'], 'rare'],
  ['the databases of the pages deleted', (at) => removeFiles(databases(at)), ['mirror-healed']],
  ['those databases emptied', (at) => emptyFiles(databases(at)), ['mirror-healed', undefined], 'rare'],
];

describe.each(KINDS)('%s', (kind) => {
  const ways = (kind === 'chromium' ? CHROMIUM : FIREFOX)
    .filter(([, , , rare]) => IS_LONG || rare === undefined)
    .map(([what, damage, news]) => [what, damage, news] as const);
  let stage: Stage;
  let sound: ProfileCopy;

  // Every damage is done to the same profile, which is put back before the next one.
  beforeAll(async () => {
    stage = await setStage(kind, { isOwnBrowser: true });
    await storeItems(stage.browser, await seedVault(PASSPHRASE, 2));
    sound = await endAndCopyProfile(stage.browser);
  });
  afterAll(async () => {
    await stage?.close();
    sound?.remove();
  });

  it.each(ways)('T15: %s: every account is back', async (_name, damage, news) => {
    const { browser, site } = stage;
    await sound.putBack();
    damage(browser);
    await browser.restart();
    await browser.openPage(`${site.url}/sign-in`);
    const again = await browser.openPopup();
    await again.waitFor('[data-screen=locked]');
    await unlock(again);
    await again.waitFor('[data-screen=list][data-count="2"]');
    const told = await again.evaluate<News | null>(
      "chrome.storage.session.get('unlocked').then(({ unlocked }) => unlocked.news ?? null)",
    );
    expect(news).toContain(told ?? undefined);
    // Mended: both domains stand as after a commit.
    const stored = await again.evaluate<string[]>(
      'chrome.storage.local.get(null).then((all) => Object.keys(all).sort())',
    );
    expect(stored).toEqual(expect.arrayContaining(['hw', 'va', 'vb']));
  });

  if (kind === 'firefox') return;
  it('T15: every record damaged in one domain, the other one lost: says that a vault does not open, writes nothing', async () => {
    const { browser, site } = stage;
    await sound.putBack();
    flipBitBehindEach(local(browser), SEALED, 40);
    removeFiles(databases(browser));
    await browser.restart();
    const stored = 'chrome.storage.local.get(null)';
    const before = await (await browser.openPage(`${browser.extensionOrigin}/manifest.json`)).evaluate(stored);
    await browser.openPage(`${site.url}/sign-in`);
    const again = await browser.openPopup();
    await again.waitFor('[data-screen=problem]');
    expect(await again.text('[data-show=error]')).toMatch(/damaged/i);
    expect(await again.evaluate(stored)).toEqual(before);
  });
});

describe.each(KINDS)('%s', (kind) => {
  it('T15: a vault of this device only comes back, its key included, from what one damage leaves', async () => {
    const stage = await setStage(kind, { isOwnBrowser: true });
    try {
      const { browser, site } = stage;
      await browser.openPage(`${site.url}/sign-in`);
      const popup = await browser.openPopup();
      await pasteLink(popup, GITHUB);
      await chooseThisDeviceOnly(popup);
      await browser.end();
      removeFiles(local(browser));
      await browser.restart();
      await browser.openPage(`${site.url}/sign-in`);
      const again = await browser.openPopup();
      await again.waitFor('[data-screen=list] [data-show=device-mark]');
      expect(await again.text('[data-show=label]')).toBe('octocat');
      await browser.end();
      removeFiles(databases(browser));
      await browser.restart();
      await browser.openPage(`${site.url}/sign-in`);
      const last = await browser.openPopup();
      // Firefox keeps both copies of the key among the databases: its loss is told, and the records stay.
      if (kind === 'firefox') await last.waitFor('[data-screen=problem]');
      else await last.waitFor('[data-screen=list] [data-show=device-mark]');
      expect(await last.evaluate("chrome.storage.local.get('va').then(({ va }) => typeof va)")).toBe('string');
    } finally {
      await stage.close();
    }
  });
});
