/**
 * A page to type a code into, and the function run there as the product runs it: from the real popup, by the grant of a
 * click on the icon, in the browser's own world beside the page's.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession } from 'playwright-core';
import type { FillOrder, FillOutcome } from '../../src/sites/fill-code';
import { ChromiumView } from './rig/chromium-view';
import { eventually } from './rig/eventually';
import type { ExtensionBrowser, View } from './rig/extension-browser';
import { runFill, type World } from './run-fill';
import { type Stage, setStage } from './stage';

export const CODE = '123456';
export const CODE_FIELD = '<input id="field" autocomplete="one-time-code">';

type Asked = Partial<FillOrder>;

/** A row of boxes for one character each. */
export function boxes(attributes: string, count = 6): string {
  return `<input ${attributes} style="width: 24px; height: 32px">`.repeat(count);
}

export class FillStage {
  readonly #stage: Stage;
  readonly #server: Server;
  #served = { body: '', headers: {}, framed: '' };
  #page: View | undefined;
  #popup: View | undefined;
  #devtools: CDPSession | undefined;

  private constructor(stage: Stage) {
    this.#stage = stage;
    this.#server = createServer(({ url }, response) => {
      const { body, headers, framed } = this.#served;
      response.writeHead(200, { 'content-type': 'text/html', ...headers });
      response.end(`<!doctype html><meta charset="utf-8"><body>${url === '/framed' ? framed : body}`);
    });
  }

  static async set(kind: ExtensionBrowser['kind']): Promise<FillStage> {
    const stage = new FillStage(await setStage(kind, { windowSize: { width: 900, height: 700 } }));
    await new Promise<void>((resolve) => stage.#server.listen(0, '127.0.0.1', resolve));
    return stage;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The same pages at a name that is another origin. */
  get otherOrigin(): string {
    return this.origin.replace('127.0.0.1', 'localhost');
  }

  async close(): Promise<void> {
    await this.#stage.close();
    this.#server.close();
  }

  /** Shows the page, until it has the focus it asks for: the browser gives that with its next drawing. */
  async open(body: string, headers: Record<string, string> = {}, framed = ''): Promise<void> {
    await this.closePopup();
    this.#served = { body, headers, framed };
    const page = await this.#stage.browser.openPage(`${this.origin}/sign-in`);
    if (page instanceof ChromiumView) await this.#endFocusEmulation(page);
    this.#page = page;
    await this.until('[null, document.activeElement].includes(document.querySelector("[autofocus]"))');
  }

  /** Waits until the page's own scripts say so. */
  async until(expression: string): Promise<void> {
    await eventually(
      async () => (await this.ask(expression)) === true,
      () => `the page to say ${expression}`,
    );
  }

  /** The field is there already, unless told how long to wait for it. */
  async fill(asked: Asked = {}): Promise<FillOutcome['outcome']> {
    return await this.#run('ISOLATED', asked);
  }

  /** In the page's own world, where its scripts can get in the way. */
  async fillAmongScripts(): Promise<FillOutcome['outcome']> {
    return await this.#run('MAIN', {});
  }

  /** Gives the page back to the person. */
  async closePopup(): Promise<void> {
    if (this.#popup !== undefined) await this.#stage.browser.closePopup();
    this.#popup = undefined;
  }

  /** What all fields of the page hold, those in shadow roots and in frames of its origin included. */
  async values(): Promise<string> {
    const all = await this.ask(`(function valuesUnder(root) {
      return [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches('input, textarea') ? [element.value] : []),
        ...(element.isContentEditable ? [element.textContent] : []),
        ...(element.shadowRoot === null ? [] : valuesUnder(element.shadowRoot)),
        ...(element.contentDocument ? valuesUnder(element.contentDocument) : []),
      ]);
    })(document)`);
    return (all as string[]).join();
  }

  /** Asks the page's own scripts. */
  async ask(expression: string): Promise<unknown> {
    if (this.#page === undefined) throw new Error('No page is open.');
    return await this.#page.evaluate(expression);
  }

  async #run(world: World, asked: Asked): Promise<FillOutcome['outcome']> {
    const usual = { code: CODE, untilMs: Number.MAX_SAFE_INTEGER, origin: this.origin, submits: false, patienceMs: 0 };
    this.#popup ??= await this.#stage.browser.openPopup();
    return await runFill(this.#popup, { ...usual, ...asked }, world);
  }

  // Playwright lets every page believe it has the focus for ever. A person's page loses it to the popup.
  async #endFocusEmulation({ page }: ChromiumView): Promise<void> {
    this.#devtools ??= await page.context().newCDPSession(page);
    await this.#devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  }
}
