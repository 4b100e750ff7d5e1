/** What stands beside the extension's pages: another extension, and its own background. */
import { ChromiumBrowser } from './chromium';
import { eventually } from './eventually';
import type { ExtensionBrowser } from './extension-browser';
import { FirefoxBrowser } from './firefox';
import * as scripts from './firefox-scripts';
import { FirefoxView } from './firefox-view';

/** Installs the extension in `extensionDir` beside the one that is there, until the browser ends; answers its origin. */
export async function installBeside(browser: ExtensionBrowser, extensionDir: string): Promise<string> {
  if (browser instanceof ChromiumBrowser) {
    const { id } = await browser.cdp.send('Extensions.loadUnpacked', { path: extensionDir });
    return `chrome-extension://${id}`;
  }
  const { marionette } = requireFirefox(browser);
  const answer = await marionette.send('Addon:Install', { path: extensionDir, temporary: true });
  const script = 'return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname';
  return `moz-extension://${await marionette.runInBrowser(script, [(answer as { value: string }).value])}`;
}

/** The value, as JSON, of an expression evaluated in the worker or event page, which Firefox starts for it; promises are awaited. */
export async function evaluateInBackground<T>(browser: ExtensionBrowser, source: string): Promise<T> {
  if (browser instanceof ChromiumBrowser) {
    const worker = await eventually(
      () => browser.context.serviceWorkers().find((one) => one.url().startsWith(browser.extensionOrigin)),
      () => 'a running service worker',
    );
    return await worker.evaluate<T>(source);
  }
  const { marionette, addonId } = requireFirefox(browser);
  const browserId = await eventually(
    async () => (await marionette.runInBrowser<number | null>(scripts.findBackground, [addonId])) ?? undefined,
    () => 'a running event page',
  );
  return await new FirefoxView(marionette, browserId, 0).evaluate<T>(source);
}

function requireFirefox(browser: ExtensionBrowser): FirefoxBrowser {
  if (browser instanceof FirefoxBrowser) return browser;
  throw new Error(`${browser.kind} is neither Chromium nor Firefox.`);
}
