// Firefox through Marionette. The extension's own button is put into the toolbar and clicked with the mouse: the real
// popup opens and holds a real activeTab grant. The add-on's id comes from its manifest, its origin from a fixed UUID.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDownloads } from './downloads';
import { bounded, eventually } from './eventually';
import { defaultPatienceMs, type ExtensionBrowser, type LaunchOptions, type View } from './extension-browser';
import { FirefoxProcess } from './firefox-process';
import { emptyFirefox, requireFresh } from './firefox-reset';
import * as scripts from './firefox-scripts';
import { fillNewProfile } from './firefox-template';
import { FirefoxView } from './firefox-view';
import { Marionette } from './marionette';
import { makeTemporaryProfile } from './temporary-profile';

const uuid = '8f2d6c1e-5b0a-4c3e-9a71-3d9e4b6f0a25';
const startMs = 90_000;
const endMs = 30_000;

export async function launchFirefox(options: LaunchOptions): Promise<FirefoxBrowser> {
  const browser = new FirefoxBrowser(options, readAddonId(options.extensionDir));
  try {
    await fillNewProfile(browser.profilePath);
    await browser.start();
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

export class FirefoxBrowser implements ExtensionBrowser {
  readonly kind = 'firefox';
  readonly extensionOrigin = `moz-extension://${uuid}`;
  readonly closed: Promise<void>;
  readonly #options: LaunchOptions;
  readonly #profile = makeTemporaryProfile('firefox');
  readonly #addonId: string;
  #process: FirefoxProcess | undefined;
  #marionette: Marionette | undefined;
  #button = '';
  #isEnding = false;
  #markClosed: () => void = () => {};

  constructor(options: LaunchOptions, addonId: string) {
    this.#options = options;
    this.#addonId = addonId;
    this.closed = new Promise((resolve) => {
      this.#markClosed = resolve;
    });
  }

  /** The connection itself, for what the two browsers do not share. */
  get marionette(): Marionette {
    if (this.#marionette === undefined) throw new Error('Firefox is not running.');
    return this.#marionette;
  }

  get profilePath(): string {
    return this.#profile.path;
  }

  get addonId(): string {
    return this.#addonId;
  }

  async start(): Promise<void> {
    const { firefox, port } = await FirefoxProcess.start(this.#profile.path, this.#options, { [this.#addonId]: uuid });
    this.#process = firefox;
    this.#isEnding = false;
    void firefox.exited.then(() => this.#onEnd());
    this.#marionette = await Marionette.connect(port, startMs, {
      acceptInsecureCerts: this.#options.everyHostIsLocal === true,
    });
    await this.#install();
  }

  async openPage(url: string): Promise<View> {
    return this.#view(await this.#run<number>(scripts.load, url, false));
  }

  async openTab(url: string): Promise<View> {
    return this.#view(await this.#run<number>(scripts.load, url, true));
  }

  async openWindow(url: string): Promise<View> {
    return this.#view(await this.#run<number>(scripts.openWindow, url));
  }

  async waitForTab(url: string): Promise<View> {
    const browserId = await eventually(
      async () => (await this.#run<number | null>(scripts.showTab, url)) ?? undefined,
      async () => `a tab with ${url}; there are ${await this.#run(scripts.listTabs)}`,
    );
    return this.#view(browserId);
  }

  async closeOtherTabs(): Promise<void> {
    await this.#run(scripts.closeOtherTabs);
  }

  async openPopup(): Promise<View> {
    if (await this.isPopupOpen()) throw new Error('The popup is open already; another click would close it.');
    await this.#run(scripts.clickButton, this.#button);
    const browserId = await eventually(
      () => this.#findPopup(),
      () => 'the popup to open after a click on its button',
    );
    return this.#view(browserId);
  }

  async isPopupOpen(): Promise<boolean> {
    return (await this.#findPopup()) !== undefined;
  }

  async closePopup(): Promise<void> {
    await this.#run(scripts.hidePopup);
    await eventually(
      async () => !(await this.isPopupOpen()),
      () => 'the popup to close',
    );
  }

  async readClipboard(): Promise<string> {
    return this.#run<string>(scripts.readClipboard);
  }

  async stopBackground(): Promise<void> {
    await this.#run(scripts.stopBackground, this.#addonId);
    await eventually(
      async () => (await this.#run(scripts.findBackgroundState, this.#addonId)) === 'stopped',
      () => 'the event page to stop',
    );
  }

  async reset(): Promise<void> {
    await this.closePopup();
    await emptyFirefox(this.marionette, this.#addonId);
    emptyDownloads(this.#profile.path);
    await this.#install();
    await requireFresh(this.marionette, this.#addonId);
  }

  async restart(): Promise<void> {
    await this.end();
    await this.start();
  }

  // Asked to quit, Firefox writes everything down first; one that does not is killed.
  async end(): Promise<void> {
    this.#isEnding = true;
    const firefox = this.#process;
    if (firefox === undefined) return;
    try {
      await this.#marionette?.send('Marionette:Quit', { flags: ['eForceQuit'] }, endMs);
      await bounded(firefox.exited, endMs, 'Firefox to end');
    } catch {
      await firefox.kill();
    }
  }

  async kill(): Promise<void> {
    this.#isEnding = true;
    await this.#process?.kill();
  }

  // Nobody reads the profile any more: writing it down first would take longer than everything else.
  async close(): Promise<void> {
    await this.kill();
    this.#profile.remove();
    this.#markClosed();
  }

  async #install(): Promise<void> {
    await this.marionette.send('Addon:Install', { path: this.#options.extensionDir, temporary: true });
    this.#button = await this.#run<string>(scripts.placeButton, this.#addonId);
  }

  #view(browserId: number): View {
    return new FirefoxView(this.marionette, browserId, this.#options.patienceMs ?? defaultPatienceMs);
  }

  #run<T>(script: string, ...args: unknown[]): Promise<T> {
    return this.marionette.runInBrowser<T>(script, args);
  }

  async #findPopup(): Promise<number | undefined> {
    return (await this.#run<number | null>(scripts.findPopup, this.extensionOrigin)) ?? undefined;
  }

  #onEnd(): void {
    this.#marionette?.disconnect();
    this.#marionette = undefined;
    this.#process = undefined;
    if (this.#isEnding) return;
    this.#profile.remove();
    this.#markClosed();
  }
}

function readAddonId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const id: unknown = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id !== 'string') throw new Error(`${extensionDir}/manifest.json names no id for Firefox.`);
  return id;
}
