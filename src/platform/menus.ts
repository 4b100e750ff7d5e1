/** Entries of the context menu. A click on one grants `activeTab`, as a click on the icon does. */
import browser from 'webextension-polyfill';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  /** Where it stands: on the page and what is shown there, or on whatever can be typed into. */
  readonly on: 'page' | 'field';
}

type Contexts = NonNullable<browser.Menus.CreateCreatePropertiesType['contexts']>;
const CONTEXTS: Readonly<Record<MenuEntry['on'], Contexts>> = {
  page: ['page', 'frame', 'image', 'selection', 'link'],
  field: ['editable'],
};

/** Creates all there are; called once per installation or update, since the browser keeps them across restarts. */
export async function createMenu(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, on } of entries) browser.contextMenus.create({ id, title, contexts: CONTEXTS[on] });
}

export function onMenu(id: string, chosen: (tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener((click, tab) => {
    if (click.menuItemId === id && tab?.id !== undefined) chosen(tab.id);
  });
}
