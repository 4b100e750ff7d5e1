/** The words of the screens, and names of foreign origin made safe to show. */
import { type MessageKey, message, textDirection, uiLanguage } from '../platform/i18n';

export { uiLanguage };
export type TextKey = MessageKey;
export const t = message;

export function setPageLanguage(): void {
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = textDirection();
}

// Control characters, and those that turn, hide or split the text around them. The two joiners (U+200C, U+200D) are left
// alone: emoji and several scripts are spelled with them.
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A name with every character that could disguise it written out as its number: "ab" with an override shows as "a[U+202E]b". */
export function visibleText(text: string): string {
  return text.replace(
    UNSEEN,
    (character) => `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

const EXCERPT_LENGTH = 200;

/** The beginning of a text that may be of any length, as `visibleText`: enough to know it by. */
export function visibleExcerpt(text: string): string {
  const characters = [...text];
  if (characters.length <= EXCERPT_LENGTH) return visibleText(text);
  return `${visibleText(characters.slice(0, EXCERPT_LENGTH).join(''))}…`;
}
