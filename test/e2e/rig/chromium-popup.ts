// Playwright tells nothing of a popup on the connection that saw it open, and shows it as an ordinary page on one made
// afterwards. So each popup has its own connection, without the emulation Playwright would otherwise put on the page.
import { type Browser, chromium, type Page } from 'playwright-core';
import { ChromiumView } from './chromium-view';
import { eventually } from './eventually';

export class ChromiumPopup {
  readonly targetId: string;
  readonly view: ChromiumView;
  readonly #connection: Browser;

  private constructor(targetId: string, view: ChromiumView, connection: Browser) {
    this.targetId = targetId;
    this.view = view;
    this.#connection = connection;
  }

  /** Connects to the browser at `endpoint`, in which the popup's target exists already. */
  static async connect(endpoint: string, targetId: string, patienceMs: number): Promise<ChromiumPopup> {
    const connection = await chromium.connectOverCDP(endpoint, { noDefaults: true, isLocal: true });
    const page = await eventually(
      () => findPage(connection, targetId),
      () => 'Playwright to see the popup',
    );
    await page.waitForLoadState();
    return new ChromiumPopup(targetId, new ChromiumView(page, patienceMs), connection);
  }

  async disconnect(): Promise<void> {
    await this.#connection.close();
  }
}

async function findPage(connection: Browser, wantedId: string): Promise<Page | undefined> {
  for (const page of connection.contexts().flatMap((context) => context.pages())) {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    if (targetInfo.targetId === wantedId) return page;
  }
  return undefined;
}
