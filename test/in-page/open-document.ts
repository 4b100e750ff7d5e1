/**
 * A document in a real browser, and the product's functions run in it as the product runs them: beside the page's own scripts,
 * in a world that these cannot reach. It stands in the tab in front of a browser of the rig; nothing of the extension acts.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kind } from '../e2e/kinds';
import { ChromiumBrowser } from '../e2e/rig/chromium';
import type { ExtensionBrowser, View } from '../e2e/rig/extension-browser';
import { FirefoxBrowser } from '../e2e/rig/firefox';
import { lendBrowser } from '../e2e/rig/lent-browsers';
import { ChromiumDocument } from './chromium-document';
import { FirefoxDocument } from './firefox-document';

export type World = 'ISOLATED' | 'MAIN';

/** Its parameters come as JSON, and so does its result. */
export type Injected = (...values: never[]) => unknown;

/** What one browser does in its own way. */
export interface DocumentDriver {
  /** Shows the page, until it has the focus it asks for; then takes the focus away, as the popup does. */
  open(url: string): Promise<void>;
  /** The value of an expression to the page's own scripts; promises are awaited. */
  ask(expression: string): Promise<unknown>;
  /** What the expression gives in the top frame, or in all frames of the page's own origin, the top frame first. */
  run(expression: string, world: World, hasAllFrames: boolean): Promise<unknown[]>;
  /** A PNG of what the tab shows. */
  screenshot(): Promise<Buffer>;
}

export class OpenDocument {
  readonly kind: Kind;
  readonly #browser: ExtensionBrowser;
  readonly #driver: DocumentDriver;
  readonly #giveBack: () => Promise<void>;
  #popup: Promise<View> | undefined;

  private constructor(browser: ExtensionBrowser, giveBack: () => Promise<void>) {
    this.kind = browser.kind;
    this.#browser = browser;
    this.#giveBack = giveBack;
    if (browser instanceof ChromiumBrowser) this.#driver = new ChromiumDocument(browser, () => this.popup());
    else if (browser instanceof FirefoxBrowser) this.#driver = new FirefoxDocument(browser);
    else throw new Error(`No document can be opened in ${browser.kind}.`);
  }

  static async in(kind: Kind): Promise<OpenDocument> {
    const extensionDir = resolve(import.meta.dirname, '../../dist', kind === 'chromium' ? 'chrome' : 'firefox');
    if (!existsSync(join(extensionDir, 'manifest.json'))) throw new Error('Build the extension first: npm run build');
    const { browser, giveBack } = await lendBrowser(kind, { extensionDir });
    return new OpenDocument(browser, giveBack);
  }

  async close(): Promise<void> {
    await this.#giveBack();
  }

  async open(url: string): Promise<void> {
    await this.#driver.open(url);
  }

  async ask<T>(expression: string): Promise<T> {
    return (await this.#driver.ask(expression)) as T;
  }

  async run<F extends Injected>(
    func: F,
    values: Parameters<F>,
    world: World = 'ISOLATED',
  ): Promise<Awaited<ReturnType<F>>> {
    const [result] = await this.#driver.run(callOf(func, values), world, false);
    return result as Awaited<ReturnType<F>>;
  }

  /** The top frame first. */
  async runInFrames(func: Injected, values: readonly unknown[]): Promise<unknown[]> {
    return await this.#driver.run(callOf(func, values), 'ISOLATED', true);
  }

  async screenshot(): Promise<Buffer> {
    return await this.#driver.screenshot();
  }

  /** The real popup, which stays open while documents come and go behind it. */
  popup(): Promise<View> {
    this.#popup ??= this.#browser.openPopup();
    return this.#popup;
  }
}

function callOf(func: Injected, values: readonly unknown[]): string {
  return `(${func})(...${JSON.stringify(values)})`;
}
