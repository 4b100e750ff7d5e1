/** T5: another extension beside Halfminute, with every permission that a person can give it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundAccount } from '../bound-accounts';
import { KINDS } from '../kinds';
import { installBeside } from '../rig/beside';
import { ChromiumView } from '../rig/chromium-view';
import type { View } from '../rig/extension-browser';
import { sealAccounts } from '../seeded-vault';
import { type Stage, setStage } from '../stage';
import { PASSPHRASE } from '../walks/journey';
import { storeUnlocked } from '../walks/stored';
import { attempts, writeHostileExtension } from './hostile-extension';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let folder = '';
  let options: View;
  let hostile: View;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halfminute-hostile-'));
    stage = await setStage(kind, { isOwnBrowser: true });
    const { browser } = stage;
    await storeUnlocked(browser, await sealAccounts(PASSPHRASE, [boundAccount(0, 'GitHub')]));
    const origin = await installBeside(browser, writeHostileExtension(folder));
    options = await browser.openTab(`${browser.extensionOrigin}/options/index.html`);
    await options.waitFor('.account');
    hostile = await browser.openTab(`${origin}/page.html`);
    await hostile.waitFor('h1');
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const attempt = async <T>(name: keyof typeof attempts, path = '') => {
    const { extensionOrigin } = stage.browser;
    const id = kind === 'chromium' ? new URL(extensionOrigin).host : 'halfminute@halfminute.example';
    return await hostile.evaluate<T>(
      `(${attempts[name]})(${[id, extensionOrigin, path].map((one) => JSON.stringify(one))})`,
    );
  };

  it('T5: is hostile indeed: its script runs in a page', async () => {
    const page = await stage.browser.openTab(`${stage.site.url}/sign-in`);
    await page.waitFor('[data-hostile]');
  });

  it.each(['message', 'connection'] as const)('T5: a %s reaches nobody', async (name) => {
    expect(await attempt(name)).toMatch(/Receiving end does not exist/);
  });

  it('T5: no file of the package can be read from outside', async () => {
    const packed = resolve(import.meta.dirname, '../../../dist', kind === 'chromium' ? 'chrome' : 'firefox');
    const files = readdirSync(packed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name).slice(packed.length).replaceAll('\\', '/');
      expect([path, await attempt('fetch', path)]).toEqual([path, 'refused']);
      if (name.endsWith('.png')) expect([path, await attempt('picture', path)]).toEqual([path, 'refused']);
    }
  });

  it.each(['/popup/index.html', '/options/index.html'])('T5: %s does not open in a frame', async (path) => {
    const shown = await attempt<string>('frame', path);
    // Chromium tells the page around a frame nothing of a page that it blocked.
    if (hostile instanceof ChromiumView)
      expect(hostile.page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
    else expect(shown).toBe('about:blank');
  });

  it('T5: no script of it runs in a page of Halfminute', async () => {
    const answers = await attempt<string[]>('script');
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect(answer).toMatch(/^refused: /);
    expect(await options.evaluate("document.documentElement.hasAttribute('data-hostile')")).toBe(false);
  });
});
