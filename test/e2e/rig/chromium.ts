// Chromium through Playwright and CDP. `Extensions.triggerAction` on the tab in front is the click on the button: it opens the
// real popup and grants activeTab.
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { pasteInBackground } from './chromium-clipboard';
import { chromiumLaunch } from './chromium-flags';
import { ChromiumPopup } from './chromium-popup';
import { resetChromium } from './chromium-reset';
import { findTabInFront, listTargets } from './chromium-targets';
import { ChromiumView } from './chromium-view';
import { downloadsFolder, emptyDownloads } from './downloads';
import { eventually } from './eventually';
import { beforeExit } from './exit-guard';
import { defaultPatienceMs, type ExtensionBrowser, type LaunchOptions, type View } from './extension-browser';
import { killProcess, processToEnd } from './process-by-id';
import { makeTemporaryProfile } from './temporary-profile';

export async function launchChromium(options: LaunchOptions): Promise<ChromiumBrowser> {
  const browser = new ChromiumBrowser(options);
  try {
    await browser.start();
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

export class ChromiumBrowser implements ExtensionBrowser {
  readonly kind = 'chromium';
  readonly closed: Promise<void>;
  readonly #options: LaunchOptions;
  readonly #profile = makeTemporaryProfile('chromium');
  #context: BrowserContext | undefined;
  #cdp: CDPSession | undefined;
  #extensionId = '';
  #processId = Number.NaN;
  #front: Page | undefined;
  #popup: ChromiumPopup | undefined;
  #isEnding = false;
  #markClosed: () => void = () => {};
  #forgetProcess: () => void = () => {};

  constructor(options: LaunchOptions) {
    this.#options = options;
    this.closed = new Promise((resolve) => {
      this.#markClosed = resolve;
    });
  }

  /** Playwright's context and the browser-wide CDP session, for what the two browsers do not share. */
  get context(): BrowserContext {
    if (this.#context === undefined) throw new Error('Chromium is not running.');
    return this.#context;
  }

  get cdp(): CDPSession {
    if (this.#cdp === undefined) throw new Error('Chromium is not running.');
    return this.#cdp;
  }

  get profilePath(): string {
    return this.#profile.path;
  }

  get extensionOrigin(): string {
    return `chrome-extension://${this.#extensionId}`;
  }

  async start(): Promise<void> {
    this.#processId = Number.NaN;
    const profile = this.#profile.path;
    const context = await chromium.launchPersistentContext(profile, chromiumLaunch(this.#options, profile));
    this.#context = context;
    this.#isEnding = false;
    context.on('close', () => this.#onEnd());
    const browser = context.browser();
    if (browser === null) throw new Error('Playwright gave no browser for its context.');
    this.#cdp = await browser.newBrowserCDPSession();
    await this.#cdp.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloadsFolder(profile),
    });
    const { processInfo } = await this.#cdp.send('SystemInfo.getProcessInfo');
    this.#processId = processInfo.find(({ type }) => type === 'browser')?.id ?? Number.NaN;
    this.#forgetProcess = beforeExit(() => killProcess(this.#processId));
    this.#front = context.pages()[0] ?? (await context.newPage());
    const { id } = await this.#cdp.send('Extensions.loadUnpacked', { path: this.#options.extensionDir });
    this.#extensionId = id;
  }

  async openPage(url: string): Promise<View> {
    const page = await this.#bringToFront();
    await page.goto(url);
    return this.#view(page);
  }

  async openTab(url: string): Promise<View> {
    this.#front = await this.context.newPage();
    await this.#front.goto(url);
    return this.#view(this.#front);
  }

  async openWindow(url: string): Promise<View> {
    const blank = 'about:blank#window';
    const opened = this.context.waitForEvent('page', (page) => page.url() === blank);
    await this.cdp.send('Target.createTarget', { url: blank, newWindow: true });
    this.#front = await opened;
    await this.#front.goto(url);
    return this.#view(this.#front);
  }

  async waitForTab(url: string): Promise<View> {
    const tabs = () => this.context.pages();
    this.#front = await eventually(
      () => tabs().find((page) => page.url().includes(url)),
      () => `a tab with ${url}; there are ${tabs().map((page) => page.url())}`,
    );
    return this.#view(await this.#bringToFront());
  }

  async closeOtherTabs(): Promise<void> {
    const front = await this.#bringToFront();
    const others = this.context.pages().filter((page) => page !== front);
    await Promise.all(others.map((page) => page.close()));
  }

  async openPopup(): Promise<View> {
    if (await this.isPopupOpen()) throw new Error('The popup is open already; another click would close it.');
    const tabId = await findTabInFront(this.cdp, (await this.#bringToFront()).url());
    const act = () => this.cdp.send('Extensions.triggerAction', { id: this.#extensionId, targetId: tabId });
    this.#popup = await ChromiumPopup.openedBy(act, this.cdp, this.extensionOrigin, this.#patienceMs);
    return this.#popup.view;
  }

  async isPopupOpen(): Promise<boolean> {
    return this.#popup?.isOpen === true;
  }

  async closePopup(): Promise<void> {
    const popup = this.#popup;
    if (popup === undefined) return;
    // A click that comes before the popup stands on the screen takes nothing away.
    await eventually(
      async () => !popup.isOpen || (await this.#clickAway(popup)),
      () => 'the popup to close after a click into the page',
    );
  }

  async #clickAway(popup: ChromiumPopup): Promise<boolean> {
    await (await this.#bringToFront()).mouse.click(2, 2);
    return await popup.goes(1000);
  }

  async readClipboard(): Promise<string> {
    return await pasteInBackground(this.context, this.cdp);
  }

  async stopBackground(): Promise<void> {
    const worker = async () => (await listTargets(this.cdp, 'service_worker')).find(({ url }) => this.#isOurs(url));
    // What it was told before it stopped starts it again.
    await eventually(
      async () => {
        const running = await worker();
        if (running === undefined) return true;
        // It may have ended in the meantime.
        await this.cdp.send('Target.closeTarget', { targetId: running.targetId }).catch(() => undefined);
        return false;
      },
      () => 'the service worker to stop',
    );
  }

  async reset(): Promise<void> {
    await this.#popup?.close();
    await this.stopBackground();
    emptyDownloads(this.#profile.path);
    this.#front = await resetChromium(this, this.#options.extensionDir);
  }

  async restart(): Promise<void> {
    await this.end();
    await this.start();
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#context?.close();
    await processToEnd(this.#processId);
  }

  async kill(): Promise<void> {
    this.#isEnding = true;
    const gone = this.#context?.waitForEvent('close');
    if (gone !== undefined) killProcess(this.#processId);
    await gone;
    await processToEnd(this.#processId);
  }

  // Nothing is read any more, so nothing needs to be written down. One that failed to start may have no id yet.
  async close(): Promise<void> {
    await (Number.isNaN(this.#processId) ? this.end() : this.kill());
    this.#profile.remove();
    this.#markClosed();
  }

  get #patienceMs(): number {
    return this.#options.patienceMs ?? defaultPatienceMs;
  }

  #view(page: Page): ChromiumView {
    return new ChromiumView(page, this.#patienceMs);
  }

  async #bringToFront(): Promise<Page> {
    if (this.#front === undefined || this.#front.isClosed()) this.#front = this.context.pages().at(-1);
    this.#front ??= await this.context.newPage();
    await this.#front.bringToFront();
    return this.#front;
  }

  #isOurs(url: string): boolean {
    return url.startsWith(`${this.extensionOrigin}/`);
  }

  #onEnd(): void {
    this.#forgetProcess();
    this.#context = undefined;
    this.#cdp = undefined;
    this.#popup?.forget();
    this.#popup = undefined;
    if (!this.#isEnding) void this.#bury();
  }

  async #bury(): Promise<void> {
    await processToEnd(this.#processId);
    this.#profile.remove();
    this.#markClosed();
  }
}
