/** Every word a person reads, from src/_locales. A key that English lacks does not compile. */
import browser from 'webextension-polyfill';
import type english from '../_locales/en/messages.json';

export type MessageKey = keyof typeof english;

/** Those without values: a list asks for the same few with every row, and each time it is a call of the browser. */
const asked = new Map<MessageKey, string>();

export function message(key: MessageKey, ...values: string[]): string {
  if (values.length > 0) return browser.i18n.getMessage(key, values);
  const text = asked.get(key) ?? browser.i18n.getMessage(key);
  asked.set(key, text);
  return text;
}

export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The direction of the language the browser chose among ours. */
export function textDirection(): string {
  return browser.i18n.getMessage('@@bidi_dir');
}
