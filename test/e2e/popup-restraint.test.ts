/**
 * What the popup leaves alone, whatever the machine and however many accounts: nodes it does not draw, files it does not
 * load, storage it does not ask, timers it does not set.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { criticalFiles, gzipBytes, zipBytes } from '../bench/sizes';
import { IS_LONG } from './kinds';
import type { ChromiumBrowser } from './rig/chromium';
import { ChromiumView } from './rig/chromium-view';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { CONTOSO, pasteLink } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { countAnew, filesOf, nodesOf, PROBE, readProbe, watchAnew } from './walks/probe';
import { storeUnlocked } from './walks/stored';

const KB = 1024;
const MOST_NODES = 700;
const CHROME = resolve(import.meta.dirname, '../../dist/chrome');
const TICKS = 4;
/** Whatever else there is, pictures, other people's exports, the passphrase, other sites, comes when it is asked for. */
const OPENING = ['base.js', 'index.css', 'opening.js', 'popup.js'];
/** Both copies and the mark; the look, and by how much codes are corrected; what waits to be saved; the key. */
const ASKED = ['local.get clock,look', 'local.get hw,va,vb', 'session.get pending', 'session.get unlocked'];

describe('the package', () => {
  it.each(['chrome', 'firefox'])('for %s is at most 700 KB', (target) => {
    expect(zipBytes(resolve(CHROME, '..', target))).toBeLessThanOrEqual(700 * KB);
  });
});

describe.each(IS_LONG ? [20, 500, 5000] : [20, 5000])('with %i accounts', (count) => {
  let stage: Stage;
  let popup: string;
  beforeAll(async () => {
    stage = await setStage('chromium');
    popup = `${stage.browser.extensionOrigin}/popup/index.html`;
    await storeUnlocked(stage.browser, await seedVault(PASSPHRASE, count));
  });
  afterAll(async () => await stage?.close());

  /** The popup's page in a tab of its size, with the probe in it; a page like any other for being seen and hidden. */
  const openProbed = async (): Promise<ChromiumView & { readonly atCode: readonly string[] }> => {
    const page = await (stage.browser as ChromiumBrowser).context.newPage();
    await page.setViewportSize({ width: 380, height: 560 });
    const asked: string[] = [];
    let atCode: readonly string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await page.exposeFunction('codeIsThere', () => {
      atCode = [...asked].sort();
    });
    await page.addInitScript(PROBE);
    await page.goto(popup);
    const view = new ChromiumView(page, 15_000);
    await view.waitFor('[data-show=code]');
    await expect.poll(() => atCode).not.toEqual([]);
    return Object.assign(view, { atCode });
  };
  /** What follows the first drawing is there. */
  const settled = async (view: ChromiumView) => {
    await view.waitFor(':root[data-drags]');
    await expect.poll(async () => (await readProbe(view)).pending).toBe(1);
  };
  const ticks = async (view: View, many: number) => {
    const seconds = async () => Number(await view.text('[data-show=seconds]'));
    for (let ticked = 0; ticked < many; ticked += 1) {
      const before = await seconds();
      await eventually(
        async () => (await seconds()) !== before,
        () => 'the seconds to go on',
      );
    }
  };

  it('draws at most 700 nodes: at the top, at the end, and of what was found', async () => {
    const view = await openProbed();
    expect(await nodesOf(view)).toBeLessThanOrEqual(MOST_NODES);
    await view.press('End');
    await view.waitFor(`[aria-posinset="${count}"]`);
    expect(await nodesOf(view)).toBeLessThanOrEqual(MOST_NODES);
    await view.press('e');
    await view.waitFor('[data-show=found]');
    expect(await nodesOf(view)).toBeLessThanOrEqual(MOST_NODES);
    await view.page.close();
  });

  it('has loaded the scripts and styles of its opening before the first code, and nothing else', async () => {
    const view = await openProbed();
    const loaded = view.atCode.filter((file) => /\.(js|css)$/.test(file));
    expect(loaded).toEqual(criticalFiles(CHROME, 'popup/index.html'));
    expect(loaded.map((file) => file.replace(/^assets\/|-[\w-]{8}(?=\.)/g, '')).sort()).toEqual(OPENING);
    expect(gzipBytes(CHROME, loaded)).toBeLessThanOrEqual(45_000);
    // A module of WebAssembly in base64, as Argon2id is.
    expect(loaded.filter((file) => readFileSync(join(CHROME, file), 'utf8').includes('AGFzbQ'))).toEqual([]);
    await view.page.close();
  });

  it('asks storage once for each thing it opens with, and writes none of the vault', async () => {
    const view = await openProbed();
    await settled(view);
    const { storage, storageAtCode, transactions } = await readProbe(view);
    expect(storageAtCode.filter((call) => !/^session\.set/.test(call))).toEqual(ASKED);
    expect(storage.filter((call) => /^local\.(?!get)/.test(call))).toEqual([]);
    expect(transactions).toEqual([]);
    await view.page.close();
  });

  it('between two boundaries only the seconds and their ring change: no code is made, nothing is asked, one timer runs', async () => {
    const view = await openProbed();
    await settled(view);
    await ticks(view, TICKS);
    await watchAnew(view);
    await ticks(view, TICKS);
    const { changes, crypto, storage, transactions, fired, pending } = await readProbe(view);
    const periods = await view.evaluate<number>("document.querySelectorAll('[data-show=seconds]').length");
    expect({ kinds: [...new Set(changes)].sort(), crypto, storage, transactions, pending }).toEqual({
      kinds: ['style of circle', 'text of seconds'],
      crypto: 0,
      storage: [],
      transactions: [],
      pending: 1,
    });
    expect(changes.length).toBeLessThanOrEqual(2 * periods * fired);
    expect(fired).toBeGreaterThanOrEqual(TICKS);
    expect(fired).toBeLessThanOrEqual(TICKS + 1);
    await view.page.close();
  });

  it('sets no timer while it is hidden, and goes on when it is seen again', async () => {
    const view = await openProbed();
    await expect.poll(async () => (await readProbe(view)).pending).toBe(1);
    const pending = async () => (await readProbe(view)).pending;
    await view.evaluate(seen(false));
    await expect.poll(pending).toBe(0);
    await view.evaluate(seen(true));
    await expect.poll(pending).toBe(1);
    await ticks(view, 1);
    await view.page.close();
  });

  it('moves by transform and opacity alone, or once a second', async () => {
    const view = await openProbed();
    expect(await view.evaluate(RESTLESS)).toEqual([]);
    await view.page.close();
  });

  it('in the toolbar loads what it loads as a page', async () => {
    const view = await openProbed();
    await settled(view);
    const files = await filesOf(view);
    await view.page.close();
    // In front of a page that is no web page: of others it also learns what they look like.
    await stage.browser.openPage('about:blank');
    const real = await stage.browser.openPopup();
    await real.waitFor('[data-show=code]');
    await expect.poll(() => filesOf(real)).toEqual(files);
    await stage.browser.closePopup();
  });
});

describe('one account more', () => {
  it('is one write of each of the two places', async () => {
    const stage = await setStage('chromium');
    try {
      await storeUnlocked(stage.browser, await seedVault(PASSPHRASE, 20));
      const page = await (stage.browser as ChromiumBrowser).context.newPage();
      await page.addInitScript(PROBE);
      await page.goto(`${stage.browser.extensionOrigin}/popup/index.html`);
      const view = new ChromiumView(page, 15_000);
      await view.waitFor('[data-show=code]');
      await countAnew(view);
      await pasteLink(view, CONTOSO);
      await view.click('[data-do=save]');
      await view.waitFor('[data-screen=list][data-count="21"]');
      const { storage, transactions } = await readProbe(view);
      expect(storage.filter((call) => /^local\.(?!get)/.test(call))).toEqual([
        expect.stringMatching(/^local\.set hw,(s\d,)?v[ab]$/),
      ]);
      expect(transactions.filter((mode) => mode === 'readwrite')).toHaveLength(1);
    } finally {
      await stage.close();
    }
  });
});

/** Every animation of the document that is neither of what the compositor does alone nor of whole seconds. */
const RESTLESS = `document.getAnimations().flatMap((animation) => {
  const { effect, animationName } = animation;
  const { duration } = effect.getComputedTiming();
  return effect.getKeyframes().flatMap(({ offset, computedOffset, easing, composite, ...moved }) => {
    const steps = Number(/^steps\\((\\d+)/.exec(easing)?.[1]);
    const isQuiet = Object.keys(moved).every((name) => ['transform', 'opacity', 'visibility'].includes(name));
    return isQuiet || duration / steps >= 1000 ? [] : [animationName + ' ' + Object.keys(moved) + ' ' + easing + ' ' + duration];
  });
})`;

/** Playwright lets every page believe that it is in front: what the page does about it is tried, not that the browser tells it. */
function seen(isSeen: boolean): string {
  return `(() => {
    Object.defineProperty(document, 'hidden', { value: ${!isSeen}, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  })()`;
}
