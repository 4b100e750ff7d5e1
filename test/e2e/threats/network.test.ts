/** T14: the network, which Halfminute never uses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../kinds';
import { evaluateInBackground, installBeside } from '../rig/beside';
import type { View } from '../rig/extension-browser';
import { type Stage, setStage } from '../stage';
import { CONTOSO, pasteLink, unlock } from '../walks/accounts';
import { playJourney } from '../walks/journey';
import { writeHostileExtension } from './hostile-extension';
import { endAndReadRequests, watchRequests } from './sent-requests';
import { type Listener, listenToAll, waysOutOfPage, waysOutOfWorker } from './ways-out';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let folder = '';
  let listener: Listener;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halfminute-network-'));
    listener = await listenToAll();
    stage = await setStage(kind, { isOwnBrowser: true, netLogFile: join(folder, 'net-log.json') });
    await watchRequests(stage.browser);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => {
    await stage?.close();
    listener.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openOptions = (section: string) =>
    stage.browser.openTab(`${stage.browser.extensionOrigin}/options/index.html#${section}`);
  const tryAll = async (ways: Readonly<Record<string, string>>, ask: (way: string) => Promise<string>) => {
    const ends: Record<string, string> = {};
    for (const [name, way] of Object.entries(ways))
      ends[name] = await ask(`(async () => await ${way})().catch(() => 'blocked')`);
    expect(ends).toEqual(Object.fromEntries(Object.keys(ways).map((name) => [name, 'blocked'])));
  };
  const tryAllFrom = async (view: View, { url }: Listener) =>
    await tryAll(waysOutOfPage(url), (way) => view.evaluate<string>(way));

  it('T14: no request by the extension from the first scan to the last setting', async () => {
    const { browser, site } = stage;
    await playJourney(browser, site, {
      step: () => {},
      picture: async () => {},
      isHurried: true,
      betweenSteps: () => browser.stopBackground(),
    });
    const popup = await browser.openPopup();
    await unlock(popup);
    await pasteLink(popup, CONTOSO);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
    await browser.closePopup();
    for (const section of ['accounts', 'backup', 'locking', 'appearance', 'about'])
      await (await openOptions(section)).waitFor('h1');
    const options = await openOptions('accounts');
    await options.click('.account:nth-child(2) [data-do=edit]');
    await options.click('[data-do=delete]');
    await options.click('[data-show=trash] [data-do=restore]');
    await options.waitForText('[data-show=notice]', /back/);
    // Another extension's request shows that one by an extension would be seen.
    const other = await installBeside(browser, writeHostileExtension(join(folder, 'hostile')));
    const asked = `fetch('${listener.url}/other').then(() => 'sent')`;
    expect(await (await browser.openTab(`${other}/page.html`)).evaluate(asked)).toBe('sent');

    const sent = await endAndReadRequests(browser, join(folder, 'net-log.json'));
    await browser.restart();
    const byExtensions = sent.filter(({ by }) => /^(?:chrome|moz)-extension:/.test(by));
    expect(byExtensions).toEqual([{ by: other, url: `${listener.url}/other` }]);
    // Nobody else sent anything on its behalf: the pages spoke with the demo site only.
    const elsewhere = sent.filter(({ by, url }) => by.startsWith('http') && !url.startsWith(site.url));
    expect(elsewhere).toEqual([]);
    expect(sent.filter(({ url }) => url.startsWith(site.url)).length).toBeGreaterThan(10);
  });

  describe('tried by force, with a server that answers everybody,', () => {
    let answering: Listener;
    beforeAll(async () => {
      answering = await listenToAll();
    });
    afterAll(() => answering.close());

    it('T14: nothing gets out of the popup', async () => {
      await stage.browser.openPage(`${stage.site.url}/sign-in`);
      await tryAllFrom(await stage.browser.openPopup(), answering);
    });

    it('T14: nothing gets out of the settings page', async () => {
      await tryAllFrom(await openOptions('accounts'), answering);
    });

    it('T14: nothing gets out of the background', async () => {
      const ways = kind === 'chromium' ? waysOutOfWorker : waysOutOfPage;
      await tryAll(ways(answering.url), (way) => evaluateInBackground<string>(stage.browser, way));
    });

    it('T14: and from any other page everything would', async () => {
      const hearing = await listenToAll();
      const page = await stage.browser.openTab(`${listener.url}/page`);
      const ways = waysOutOfPage(hearing.url);
      for (const way of Object.values(ways)) await page.evaluate(`(async () => await ${way})().catch(() => null)`);
      // A worker must be of the page's own origin, whoever asks.
      const wanted = Object.keys(ways).filter((name) => name !== 'worker');
      await expect
        .poll(() => wanted.filter((name) => !hearing.heard().some((path) => path.startsWith(`/${name}`))))
        .toEqual([]);
      hearing.close();
    });

    it('T14: and that server heard nothing but the person’s own visit', async () => {
      await stage.browser.openTab(`${answering.url}/visit`);
      expect(answering.heard()).toEqual(['/visit']);
    });
  });
});
