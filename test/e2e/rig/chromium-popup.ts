// Playwright tells nothing of a popup on the connection that saw it open, and shows it as an ordinary page on one made
// afterwards. So each popup has its own connection, without the emulation Playwright would otherwise put on the page.
import { type Browser, chromium, type Page } from 'playwright-core';
import { ChromiumView } from './chromium-view';
import { eventually } from './eventually';

interface Target {
  readonly targetId: string;
  readonly url: string;
}

export class ChromiumPopup {
  readonly targetId: string;
  readonly view: ChromiumView;
  readonly #connection: Browser;

  private constructor(targetId: string, view: ChromiumView, connection: Browser) {
    this.targetId = targetId;
    this.view = view;
    this.#connection = connection;
  }

  /** Connects to the browser at `endpoint`, in which the popup's target exists already, at `url`. */
  static async connect(endpoint: string, { targetId, url }: Target, patienceMs: number): Promise<ChromiumPopup> {
    const connection = await chromium.connectOverCDP(endpoint, { noDefaults: true, isLocal: true });
    const page = await eventually(
      () => findPage(connection, { targetId, url }),
      () => 'Playwright to see the popup',
    );
    await page.waitForLoadState();
    return new ChromiumPopup(targetId, new ChromiumView(page, patienceMs), connection);
  }

  async disconnect(): Promise<void> {
    await this.#connection.close();
  }
}

async function findPage(connection: Browser, wanted: Target): Promise<Page | undefined> {
  const pages = connection.contexts().flatMap((context) => context.pages());
  // To ask a page for its target takes a while, and there may be many tabs: those at the popup's address come first.
  const likelyFirst = [true, false].flatMap((isThere) =>
    pages.filter((page) => (page.url() === wanted.url) === isThere),
  );
  for (const page of likelyFirst) {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    if (targetInfo.targetId === wanted.targetId) return page;
  }
  return undefined;
}
