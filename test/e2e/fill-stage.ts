/** A page to type a code into, with the function run as the browser runs it: from its own text, in a world beside the page's. */
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { requireChromium } from '../../scripts/browsers.mjs';
import { type FillOutcome, fillCode } from '../../src/sites/fill-code';

export const ORIGIN = 'http://127.0.0.1';
export const CODE = '123456';
export const CODE_FIELD = '<input id="field" autocomplete="one-time-code">';

/** A row of boxes for one character each. */
export function boxes(attributes: string, count = 6): string {
  return `<input ${attributes} style="width: 24px; height: 32px">`.repeat(count);
}

export class FillStage {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(browser: Browser, page: Page, devtools: CDPSession) {
    this.#browser = browser;
    this.#page = page;
    this.#devtools = devtools;
  }

  static async set(): Promise<FillStage> {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--headless=new', ...asRoot] });
    const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
    return new FillStage(browser, page, await page.context().newCDPSession(page));
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async open(body: string, headers: Record<string, string> = {}): Promise<void> {
    await this.#page.unroute(`${ORIGIN}/**`);
    await this.#page.route(`${ORIGIN}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><meta charset="utf-8"><body>${body}`, headers }),
    );
    await this.#page.goto(`${ORIGIN}/sign-in`);
  }

  async fill({ code = CODE, origin = ORIGIN } = {}): Promise<FillOutcome['outcome']> {
    const { frameTree } = await this.#devtools.send('Page.getFrameTree');
    const { executionContextId } = await this.#devtools.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    const { result, exceptionDetails } = await this.#devtools.send('Runtime.evaluate', {
      expression: call(code, origin),
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  }

  /** In the page's own world, where its scripts can get in the way. */
  async fillAmongScripts(): Promise<FillOutcome['outcome']> {
    return await this.#page.evaluate(call(CODE, ORIGIN));
  }

  /** What all fields of the page hold, those in shadow roots included. */
  async values(): Promise<string> {
    const all = await this.#page
      .locator('input')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    return all.join();
  }

  /** Asks the page's own scripts. */
  async ask(expression: string): Promise<unknown> {
    return await this.#page.evaluate(expression);
  }
}

function call(code: string, origin: string): string {
  return `(${fillCode})(${JSON.stringify(code)}, ${JSON.stringify(origin)}).outcome`;
}
