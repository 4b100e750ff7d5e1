// Playwright tells nothing of a popup. The browser does: a target that begins as "other" and becomes a page of the extension.
import type { CDPSession } from 'playwright-core';
import { DevtoolsView } from './chromium-devtools-view';
import { NestedSession } from './chromium-session';
import { bounded } from './eventually';
import { ViewGoneError } from './extension-browser';

export class ChromiumPopup {
  readonly view: DevtoolsView;
  readonly #session: NestedSession;

  private constructor(session: NestedSession, patienceMs: number) {
    this.#session = session;
    this.view = new DevtoolsView(session, patienceMs);
  }

  /** The popup that opens because of `act`, once it is shown; one that closes itself first is there no more. */
  static async openedBy(act: () => Promise<unknown>, cdp: CDPSession, origin: string, patienceMs: number) {
    let onChange: Parameters<typeof cdp.on<'Target.targetInfoChanged'>>[1] = () => {};
    const found = new Promise<string>((resolve) => {
      onChange = ({ targetInfo: { type, url, targetId } }) => {
        if (type === 'page' && url.startsWith(`${origin}/`)) resolve(targetId);
      };
    });
    cdp.on('Target.targetInfoChanged', onChange);
    try {
      await cdp.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'other' }] });
      await act();
      const targetId = await bounded(found, 15_000, 'the popup');
      const popup = new ChromiumPopup(await NestedSession.attach(cdp, targetId), patienceMs);
      await popup.#shown();
      return popup;
    } finally {
      cdp.off('Target.targetInfoChanged', onChange);
      await cdp.send('Target.setDiscoverTargets', { discover: false });
    }
  }

  get isOpen(): boolean {
    return !this.#session.isGone;
  }

  /** Takes it away whatever is in front of it. */
  async close(): Promise<void> {
    await this.#session.close();
  }

  /** Whether it is gone before the time is over. */
  async goes(withinMs: number): Promise<boolean> {
    return await bounded(this.#session.gone, withinMs, 'the popup to close').then(
      () => true,
      () => false,
    );
  }

  /** The browser ended. */
  forget(): void {
    this.#session.end();
  }

  async #shown(): Promise<void> {
    await this.view.waitUntilShown().catch((error) => {
      if (!(error instanceof ViewGoneError)) throw error;
    });
  }
}
