import type { CDPSession, Page } from 'playwright-core';
import { type Devtools, DevtoolsView } from './chromium-devtools-view';
import type { ColorScheme } from './extension-browser';

/** A tab: Playwright knows it too. */
export class ChromiumView extends DevtoolsView {
  /** Playwright's own page, for what only it can do: scripts before the first, requests, frames. */
  readonly page: Page;

  constructor(page: Page, patienceMs: number) {
    super(devtoolsOf(page), patienceMs);
    this.page = page;
  }

  override async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file, timeout: this.patienceMs });
  }

  // Playwright says it again to the next page in the tab.
  protected override async giveColors(scheme: ColorScheme): Promise<void> {
    await this.page.emulateMedia({ colorScheme: scheme });
  }
}

/** Opened for the first message, and kept. */
function devtoolsOf(page: Page): Devtools {
  let session: Promise<CDPSession> | undefined;
  const send: Devtools['send'] = async (method, params) => {
    session ??= page.context().newCDPSession(page);
    return await (await session).send(method, params);
  };
  return {
    send,
    get isGone() {
      return page.isClosed();
    },
  };
}
