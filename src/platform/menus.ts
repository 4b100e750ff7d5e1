/** One entry of the page's context menu. A click on it grants `activeTab`, as a click on the icon does. */
import browser from 'webextension-polyfill';

/** Creates the entry; called once per installation or update, since the browser keeps it across restarts. */
export async function createPageMenu(id: string, title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id, title, contexts: ['page', 'frame', 'image', 'selection', 'link'] });
}

export function onPageMenu(id: string, chosen: (tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener((click, tab) => {
    if (click.menuItemId === id && tab?.id !== undefined) chosen(tab.id);
  });
}
