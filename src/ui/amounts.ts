/** Numbers of things, and several things at once, in words. */
import { uiLanguage } from '../platform/i18n';
import { t } from './text';

export function accountCount(count: number): string {
  return count === 1 ? t('accountCountOne') : t('accountCountOther', String(count));
}

/** `narrow` has no "and". */
export function listText(words: readonly string[], style: 'narrow' | 'long' = 'narrow'): string {
  return new Intl.ListFormat(uiLanguage(), { style }).format(words);
}

export function kilobytes(bytes: number): string {
  const words = new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return words.format(Math.max(1, Math.round(bytes / 1000)));
}
