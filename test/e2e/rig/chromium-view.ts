import type { CDPSession, Page } from 'playwright-core';
import { hasKeysFor, pressKeysOf } from './chromium-keys';
import { bounded } from './eventually';
import { type ColorScheme, ViewGoneError } from './extension-browser';
import { PatientView } from './patient-view';

export class ChromiumView extends PatientView {
  /** Playwright's own page, for what only it can do: clock, accessibility tree, emulation. */
  readonly page: Page;
  #session: Promise<CDPSession> | undefined;

  constructor(page: Page, patienceMs: number) {
    super(patienceMs);
    this.page = page;
  }

  async click(target: string): Promise<void> {
    await this.waitUntilReady(target);
    await this.#act(`click ${target}`, this.page.locator(target).first().click({ timeout: this.patienceMs }));
  }

  async type(target: string, text: string): Promise<void> {
    await this.click(target);
    await this.#act(`type into ${target}`, this.page.locator(target).first().selectText({ timeout: this.patienceMs }));
    await this.page.keyboard.press('Delete');
    if (hasKeysFor(text)) await pressKeysOf(await this.#openSession(), text);
    else await this.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    if (this.page.isClosed()) throw new ViewGoneError(this.page.url());
    // A key may close its own popup before it is let go.
    await this.#act(`press ${key}`, this.page.keyboard.press(key));
  }

  async select(target: string, value: string): Promise<void> {
    await this.waitUntilReady(target);
    await this.#act(
      `select ${value} in ${target}`,
      this.page.locator(target).first().selectOption(value, { timeout: this.patienceMs }),
    );
  }

  async attachFiles(target: string, ...files: string[]): Promise<void> {
    await this.#act(
      `attach files to ${target}`,
      this.page.locator(target).first().setInputFiles(files, { timeout: this.patienceMs }),
    );
  }

  // Not Playwright's own evaluate: that one counts as a person's gesture, and looking at a page must not.
  async evaluate<T>(source: string): Promise<T> {
    if (this.page.isClosed()) throw new ViewGoneError(this.page.url());
    const session = await this.#openSession();
    const { result, exceptionDetails } = await bounded(
      session.send('Runtime.evaluate', { expression: source, awaitPromise: true, returnByValue: true }),
      3 * this.patienceMs,
      `the value of ${source}`,
    ).catch((error: Error) => {
      throw this.page.isClosed() ? new ViewGoneError(this.page.url()) : error;
    });
    if (exceptionDetails !== undefined) {
      throw new Error(`In ${this.page.url()}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return (result.value ?? null) as T;
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file, timeout: this.patienceMs });
  }

  // Playwright's own way would set the density of the screen to one.
  protected async giveSize(width: number, height: number): Promise<void> {
    const session = await this.#openSession();
    const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  protected async giveColors(scheme: ColorScheme): Promise<void> {
    await this.page.emulateMedia({ colorScheme: scheme });
  }

  #openSession(): Promise<CDPSession> {
    this.#session ??= this.page.context().newCDPSession(this.page);
    return this.#session;
  }

  // A click may close the popup it lands in: then it has done its work.
  async #act(what: string, action: Promise<unknown>): Promise<void> {
    try {
      await action;
    } catch (error) {
      if (this.page.isClosed()) return;
      throw new Error(`Could not ${what}: ${String(error)}\n${await this.describePage()}`);
    }
  }
}
