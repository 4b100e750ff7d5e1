/** Keyboard commands of the manifest, which work wherever the browser has the keyboard. */
import browser from 'webextension-polyfill';

export function onCommand(name: string, pressed: () => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === name) pressed();
  });
}
