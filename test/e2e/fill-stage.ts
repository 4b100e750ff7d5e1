/**
 * A page to type a code into, and the function run there as the product runs it: from the real popup, by the grant of a
 * click on the icon, in the browser's own world beside the page's.
 */
import type { CDPSession } from 'playwright-core';
import type { FillOrder, FillOutcome } from '../../src/sites/fill-code';
import { DocumentServer } from '../in-page/document-server';
import { CODE, VALUES } from '../in-page/typed';
import { ChromiumView } from './rig/chromium-view';
import { eventually } from './rig/eventually';
import type { ExtensionBrowser, View } from './rig/extension-browser';
import { runFill } from './run-fill';
import { type Stage, setStage } from './stage';

export class FillStage {
  readonly #stage: Stage;
  readonly #server: DocumentServer;
  #page: View | undefined;
  #popup: View | undefined;
  #devtools: CDPSession | undefined;

  private constructor(stage: Stage, server: DocumentServer) {
    this.#stage = stage;
    this.#server = server;
  }

  static async set(kind: ExtensionBrowser['kind']): Promise<FillStage> {
    return new FillStage(await setStage(kind), await DocumentServer.start());
  }

  get otherOrigin(): string {
    return this.#server.otherOrigin;
  }

  async close(): Promise<void> {
    await this.#stage.close();
    this.#server.stop();
  }

  /** Shows the page, until it has the focus it asks for: the browser gives that with its next drawing. */
  async open(body: string, headers: Record<string, string> = {}, framed = ''): Promise<void> {
    await this.closePopup();
    this.#server.show(body, headers, framed);
    const page = await this.#stage.browser.openPage(`${this.#server.origin}/sign-in`);
    if (page instanceof ChromiumView) await this.#endFocusEmulation(page);
    this.#page = page;
    await eventually(
      () => page.evaluate<boolean>('[null, document.activeElement].includes(document.querySelector("[autofocus]"))'),
      () => 'the page to have its focus',
    );
  }

  /** The field is there already, unless told how long to wait for it. */
  async fill(asked: Partial<FillOrder> = {}): Promise<FillOutcome['outcome']> {
    const { origin } = this.#server;
    const usual = { code: CODE, untilMs: Number.MAX_SAFE_INTEGER, origin, submits: false, patienceMs: 0 };
    this.#popup ??= await this.#stage.browser.openPopup();
    return await runFill(this.#popup, { ...usual, ...asked });
  }

  /** Gives the page back to the person. */
  async closePopup(): Promise<void> {
    if (this.#popup !== undefined) await this.#stage.browser.closePopup();
    this.#popup = undefined;
  }

  /** What all fields of the page hold, those in shadow roots and in frames of its origin included. */
  async values(): Promise<string> {
    return ((await this.ask(VALUES)) as string[]).join();
  }

  /** Asks the page's own scripts. */
  async ask(expression: string): Promise<unknown> {
    if (this.#page === undefined) throw new Error('No page is open.');
    return await this.#page.evaluate(expression);
  }

  // Playwright lets every page believe it has the focus for ever. A person's page loses it to the popup.
  async #endFocusEmulation({ page }: ChromiumView): Promise<void> {
    this.#devtools ??= await page.context().newCDPSession(page);
    await this.#devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  }
}
