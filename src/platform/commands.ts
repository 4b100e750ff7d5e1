/** Keyboard commands of the manifest, which work wherever the browser has the keyboard. A press grants `activeTab`. */
import browser from 'webextension-polyfill';

/** `tabId` is the tab in front, where the browser says which. */
export function onCommand(name: string, pressed: (tabId: number | undefined) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === name) pressed(tab?.id);
  });
}
