/** Every word a person reads, from src/_locales. A key that English lacks does not compile. */
import browser from 'webextension-polyfill';
import type english from '../_locales/en/messages.json';

export type MessageKey = keyof typeof english;

export function message(key: MessageKey, ...values: string[]): string {
  return browser.i18n.getMessage(key, values);
}

export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The direction of the language the browser chose among ours. */
export function textDirection(): string {
  return browser.i18n.getMessage('@@bidi_dir');
}
