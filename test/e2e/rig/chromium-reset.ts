// A running Chromium put back to where a fresh one starts, for a fraction of the cost of a start.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { NestedSession } from './chromium-session';
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
  const [last = await context.newPage(), ...others] = context.pages();
  await Promise.all(others.map((page) => page.close()));
  await last.goto('about:blank');
  await closePopups(running);
  await last.emulateMedia({ colorScheme: null });
  // A page of the extension in which none of its code runs.
  await last.goto(`${extensionOrigin}/manifest.json`);
  await last.evaluate(EMPTY_EXTENSION);
  await last.evaluate("navigator.clipboard.writeText('')");
  // With no history, and nothing that was told to the tab before.
  const front = await context.newPage();
  await last.close();
  await context.clearCookies();
  await context.clearPermissions();
  await reloadExtension(running, extensionDir);
  const pages = await listTargets(cdp, 'page');
  if (pages.length !== 1) throw new Error(`Other pages stay open: ${pages.map(({ url }) => url).join(' ')}`);
  return front;
}

/** Also one that the extension opened by itself: it would keep its databases from being deleted. */
async function closePopups({ cdp, extensionOrigin }: Running): Promise<void> {
  const popups = async () =>
    (await listTargets(cdp, 'page')).filter(({ url }) => url.startsWith(`${extensionOrigin}/popup/`));
  await eventually(
    async () => {
      const open = await popups();
      // One that closes by itself meanwhile is as good.
      await Promise.all(
        open.map(({ targetId }) => cdp.send('Target.closeTarget', { targetId }).catch(() => undefined)),
      );
      return open.length === 0;
    },
    () => 'popups to close',
  );
}

/** Its worker starts anew and hears of an installation; the session's storage and the badge are gone with it. */
async function reloadExtension({ cdp, extensionOrigin }: Running, extensionDir: string): Promise<void> {
  const worker = async () =>
    (await listTargets(cdp, 'service_worker')).find(({ url }) => url.startsWith(`${extensionOrigin}/`))?.targetId;
  const before = await worker();
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: extensionDir });
  if (extensionOrigin !== `chrome-extension://${id}`) throw new Error(`The extension came back as ${id}.`);
  const targetId = await eventually(
    async () => {
      const now = await worker();
      return now !== before && now;
    },
    () => 'the extension to start again',
  );
  const left = await askWorker(cdp, targetId);
  if (left !== '') throw new Error(`The extension was not emptied: ${left}`);
}

/** What is left in the extension, by its worker, which is there before it knows its extension. */
async function askWorker(cdp: CDPSession, targetId: string): Promise<unknown> {
  const session = await NestedSession.attach(cdp, targetId);
  const asked = {
    expression: `typeof chrome === 'object' && ${leftInExtension}`,
    awaitPromise: true,
    returnByValue: true,
  };
  const left = await eventually<unknown>(
    async () => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
      return exceptionDetails === undefined ? result.value : exceptionDetails.exception?.description;
    },
    () => "the extension's worker to tell what it has",
  );
  await session.detach();
  return left;
}
