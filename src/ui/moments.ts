/** Dates, in the language of the page. */
import { uiLanguage } from '../platform/i18n';

const DAY_MS = 86_400_000;

export function dateText(atMs: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

/** In whole days of the person's own calendar, such as "yesterday", and in months where there are many. */
export function ageText(atMs: number, nowMs: number): string {
  const days = Math.max(0, Math.round((midnightBefore(nowMs) - midnightBefore(atMs)) / DAY_MS));
  const words = new Intl.RelativeTimeFormat(uiLanguage(), { numeric: 'auto' });
  return days < 60 ? words.format(-days, 'day') : words.format(-Math.floor(days / 30), 'month');
}

function midnightBefore(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
