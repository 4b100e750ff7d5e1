/**
 * A page to type a code into, and the function run there as the product runs it: from the real popup, by the grant of a
 * click on the icon, in the browser's own world beside the page's.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession } from 'playwright-core';
import { type FillOutcome, fillCode } from '../../src/sites/fill-code';
import { ChromiumView } from './rig/chromium-view';
import { eventually } from './rig/eventually';
import type { ExtensionBrowser, View } from './rig/extension-browser';
import { type Stage, setStage } from './stage';

export const CODE = '123456';
export const CODE_FIELD = '<input id="field" autocomplete="one-time-code">';

type World = 'ISOLATED' | 'MAIN';

/** A row of boxes for one character each. */
export function boxes(attributes: string, count = 6): string {
  return `<input ${attributes} style="width: 24px; height: 32px">`.repeat(count);
}

export class FillStage {
  readonly #stage: Stage;
  readonly #server: Server;
  #served = { body: '', headers: {} };
  #page: View | undefined;
  #popup: View | undefined;
  #devtools: CDPSession | undefined;

  private constructor(stage: Stage) {
    this.#stage = stage;
    this.#server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...this.#served.headers });
      response.end(`<!doctype html><meta charset="utf-8"><body>${this.#served.body}`);
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

  async close(): Promise<void> {
    await this.#stage.close();
    this.#server.close();
  }

  /** Shows the page, until it has the focus it asks for: the browser gives that with its next drawing. */
  async open(body: string, headers: Record<string, string> = {}): Promise<void> {
    await this.closePopup();
    this.#served = { body, headers };
    const page = await this.#stage.browser.openPage(`${this.origin}/sign-in`);
    if (page instanceof ChromiumView) await this.#endFocusEmulation(page);
    this.#page = page;
    await eventually(
      () => page.evaluate<boolean>('[null, document.activeElement].includes(document.querySelector("[autofocus]"))'),
      () => 'the page to have its focus',
    );
  }

  async fill({ code = CODE, origin = this.origin } = {}): Promise<FillOutcome['outcome']> {
    return await this.#run('ISOLATED', code, origin);
  }

  /** In the page's own world, where its scripts can get in the way. */
  async fillAmongScripts(): Promise<FillOutcome['outcome']> {
    return await this.#run('MAIN', CODE, this.origin);
  }

  /** Gives the page back to the person. */
  async closePopup(): Promise<void> {
    if (this.#popup !== undefined) await this.#stage.browser.closePopup();
    this.#popup = undefined;
  }

  /** What all fields of the page hold, those in shadow roots included. */
  async values(): Promise<string> {
    const all = await this.ask(`(function valuesUnder(root) {
      return [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element instanceof HTMLInputElement ? [element.value] : []),
        ...(element.shadowRoot === null ? [] : valuesUnder(element.shadowRoot)),
      ]);
    })(document)`);
    return (all as string[]).join();
  }

  /** Asks the page's own scripts. */
  async ask(expression: string): Promise<unknown> {
    if (this.#page === undefined) throw new Error('No page is open.');
    return await this.#page.evaluate(expression);
  }

  async #run(world: World, code: string, origin: string): Promise<FillOutcome['outcome']> {
    this.#popup ??= await this.#stage.browser.openPopup();
    const frames = await this.#popup.evaluate<{ result: FillOutcome | null }[]>(
      `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.scripting.executeScript({
        target: { tabId: tab.id },
        world: '${world}',
        func: ${fillCode},
        args: ${JSON.stringify([{ code, untilMs: Number.MAX_SAFE_INTEGER, origin, submits: false }])},
      }))`,
    );
    const outcome = frames[0]?.result?.outcome;
    if (frames.length !== 1 || outcome === undefined) throw new Error(`No answer: ${JSON.stringify(frames)}`);
    return outcome;
  }

  // Playwright lets every page believe it has the focus for ever. A person's page loses it to the popup.
  async #endFocusEmulation({ page }: ChromiumView): Promise<void> {
    this.#devtools ??= await page.context().newCDPSession(page);
    await this.#devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  }
}
