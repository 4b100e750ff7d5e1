/** The extension itself: its life, its version, and what the browser has really granted it. */
import browser from 'webextension-polyfill';

export function onInstalled(installed: () => void): void {
  browser.runtime.onInstalled.addListener(installed);
}

/** With the browser, and whenever the extension is installed or updated. */
export function onStarted(started: () => void): void {
  browser.runtime.onStartup.addListener(started);
  browser.runtime.onInstalled.addListener(started);
}

/** In Firefox, whose private windows have databases of their own that end with them. Chromium shares them, and says false. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

export async function heldPermissions(): Promise<{
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return { permissions, origins };
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** A tab with one section of it. */
export async function openOptionsAt(section: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`options/index.html#${section}`) });
}
