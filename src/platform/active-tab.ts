/** The tab in front, as far as `activeTab` lets us see it: `url` is absent until the person has clicked the icon on it. */
import browser from 'webextension-polyfill';

export interface ActiveTab {
  readonly id: number;
  readonly windowId: number;
  readonly url: string | undefined;
  /** CSS pixels of the browser's own, whatever the page's zoom. */
  readonly width: number;
}

export async function findActiveTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.windowId === undefined) return undefined;
  return { id: tab.id, windowId: tab.windowId, url: tab.url, width: tab.width ?? 0 };
}
