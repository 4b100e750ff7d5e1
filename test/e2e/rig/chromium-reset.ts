// A running Chromium put back to where a fresh one starts, for a tenth of the cost of a start.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { listTargets } from './chromium-targets';
import { eventually } from './eventually';
import { EMPTY_EXTENSION, leftInExtension } from './extension-state';

interface Running {
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly extensionOrigin: string;
}

/** Leaves one blank tab, which it returns, and the extension as after its installation. The popup is closed already. */
export async function resetChromium(running: Running, extensionDir: string): Promise<Page> {
  const { context, cdp, extensionOrigin } = running;
  const front = await context.newPage();
  await Promise.all(context.pages().map((page) => (page === front ? undefined : page.close())));
  await context.clearCookies();
  await context.clearPermissions();
  // A page of the extension in which none of its code runs.
  await front.goto(`${extensionOrigin}/manifest.json`);
  await front.evaluate(EMPTY_EXTENSION);
  await front.evaluate("navigator.clipboard.writeText('')").catch(() => undefined);
  await front.goto('about:blank');
  await reloadExtension(cdp, extensionDir, extensionOrigin);
  await front.goto(`${extensionOrigin}/manifest.json`);
  const left = await front.evaluate<string>(leftInExtension);
  if (left !== '') throw new Error(`The extension was not emptied: ${left}`);
  await front.goto('about:blank');
  const pages = await listTargets(cdp, 'page');
  if (pages.length !== 1) throw new Error(`Other pages stay open: ${pages.map(({ url }) => url).join(' ')}`);
  return front;
}

/** Its worker starts anew and hears of an installation; the session's storage and the badge are gone with it. */
async function reloadExtension(cdp: CDPSession, extensionDir: string, origin: string): Promise<void> {
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: extensionDir });
  if (origin !== `chrome-extension://${id}`) throw new Error(`The extension came back under another id: ${id}`);
  await eventually(
    async () => (await listTargets(cdp, 'service_worker')).some(({ url }) => url.startsWith(`${origin}/`)),
    () => 'the extension to start again',
  );
}
