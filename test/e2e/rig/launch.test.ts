// How a browser is launched and how it ends, in both browsers, on the fixture extension.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { KINDS } from '../kinds';
import { ChromiumBrowser, launchChromium } from './chromium';
import type { ExtensionBrowser } from './extension-browser';
import { FirefoxBrowser, launchFirefox } from './firefox';
import { launchFixture } from './fixture-launch';
import { type FixturePage, serveFixturePage } from './fixture-page';
import { pixelAt, readPicture } from './picture';

const look = '[matchMedia("(prefers-color-scheme: dark)").matches, devicePixelRatio]';

let folder = '';
let site: FixturePage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'halfminute-rig-'));
  // Profiles are made here: another run's browser beside this one must not disturb the count.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
  site = await serveFixturePage();
});

afterAll(() => {
  site.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function profiles(kind: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(`halfminute-${kind}-`));
}

// What a person does with the window's close button or the menu.
async function endByHand(browser: ExtensionBrowser): Promise<void> {
  if (browser instanceof ChromiumBrowser) await browser.cdp.send('Browser.close');
  if (browser instanceof FirefoxBrowser) await browser.marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] });
}

describe.each(KINDS)('%s, dark, at twice the density, with every host here', (kind) => {
  let browser: ExtensionBrowser;
  const url = () => `http://shop.example:${site.port}/`;

  beforeAll(async () => {
    browser = await launchFixture(kind, folder, {
      colorScheme: 'dark',
      deviceScaleFactor: 2,
      windowSize: { width: 1000, height: 700 },
      everyHostIsLocal: true,
      patienceMs: 1000,
    });
  });

  afterAll(async () => {
    await browser.close();
  });

  it('shows page and popup so, and captures twice the pixels', async () => {
    const page = await browser.openPage(url());
    expect(await page.evaluate(look)).toEqual([true, 2]);
    const popup = await browser.openPopup();
    expect(await popup.evaluate(look)).toEqual([true, 2]);
    await popup.screenshot(join(folder, 'dark.png'));
    expect(pixelAt(readPicture(join(folder, 'dark.png')), 1, 1)).toEqual([10, 10, 10]);
    await popup.click('#capture');
    const width = await page.evaluate<number>('innerWidth');
    expect(await popup.waitForText('#captured', /./)).toMatch(new RegExp(`^${2 * width}x\\d+ 200,30,60$`));
    await browser.closePopup();
    await page.resize(390, 500);
    await page.screenshot(join(folder, 'small.png'));
    expect(readPicture(join(folder, 'small.png')).width).toBe(780);
  });

  it('says what it waited for and what was there instead', async () => {
    const page = await browser.openPage(url());
    await page.evaluate('document.querySelector("output").textContent = "Nothing to see"');
    await expect(page.click('#nowhere')).rejects.toThrow(/#nowhere to be visible and enabled.*Nothing to see/s);
  });

  it('ends for good, without a trace, when it is closed', async () => {
    await browser.close();
    await browser.closed;
    expect(profiles(kind)).toEqual([]);
  });
});

describe('firefox, which collects what nobody holds', () => {
  it('still tells when a page is there', async () => {
    const browser = await launchFixture('firefox', folder, {});
    try {
      if (!(browser instanceof FirefoxBrowser)) throw new Error('Another browser than Firefox was started.');
      await browser.marionette.runInBrowser('window.setInterval(() => { Cu.forceGC(); Cu.forceCC(); }, 20)');
      const pages = [1, 2, 3].map((turn) => `http://127.0.0.1:${site.port}/?${turn}`);
      for (const page of pages) {
        expect(await (await browser.openPage(page)).evaluate('location.href')).toBe(page);
      }
    } finally {
      await browser.close();
    }
  });
});

describe.each(KINDS)('%s, as a person has it', (kind) => {
  it('is light, and tells when the person ends it', async () => {
    const browser = await launchFixture(kind, folder, { colorScheme: 'light' });
    expect(profiles(kind)).toHaveLength(1);
    try {
      const page = await browser.openPage(`http://127.0.0.1:${site.port}/`);
      expect(await page.evaluate(look)).toEqual([false, 1]);
      await endByHand(browser);
      await browser.closed;
      expect(profiles(kind)).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('leaves no profile behind when it cannot start', async () => {
    const extensionDir = join(folder, 'nothing');
    expect(existsSync(extensionDir)).toBe(false);
    const launch = kind === 'chromium' ? launchChromium : launchFirefox;
    await expect(launch({ extensionDir })).rejects.toThrow();
    expect(profiles(kind)).toEqual([]);
  });
});
