/** Where a choice of files can be asked for. */
import browser from 'webextension-polyfill';

/** A popup of Firefox closes as soon as another window, such as that choice, has the focus. */
export function canAskForFiles(): boolean {
  const isFirefox = 'getBrowserInfo' in browser.runtime;
  return !isFirefox || !browser.extension.getViews({ type: 'popup' }).includes(window);
}
