/** How long codes last, in words, and how long they still do, in digits. */
import { t, uiLanguage } from './text';

const MINUTE_S = 60;
const HOUR_S = 3600;
/** Shorter ones are known by their seconds. */
const LONG_S = 2 * MINUTE_S;
/** Above it nobody counts seconds alone. */
const CLOCK_S = 10 * MINUTE_S;

/** "30 s", "5 min", "24 hr". */
export function periodText(periodSeconds: number): string {
  return inLongUnits(periodSeconds, 'short') ?? t('secondsLeft', String(periodSeconds));
}

export function periodSpoken(periodSeconds: number): string {
  const long = inLongUnits(periodSeconds, 'long');
  return long === undefined ? t('secondsLeftSpoken', String(periodSeconds)) : t('periodSpoken', long);
}

function inLongUnits(seconds: number, unitDisplay: 'short' | 'long'): string | undefined {
  if (seconds < LONG_S || seconds % MINUTE_S !== 0) return undefined;
  const isHours = seconds % HOUR_S === 0;
  const format = new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit: isHours ? 'hour' : 'minute', unitDisplay });
  return format.format(seconds / (isHours ? HOUR_S : MINUTE_S));
}

/** "29"; of a long period "4:05" or "23:59:59". */
export function leftText(seconds: number, periodSeconds: number): string {
  if (periodSeconds < CLOCK_S) return String(seconds);
  const minutes = Math.floor(seconds / MINUTE_S);
  const inHours = periodSeconds > HOUR_S ? [Math.floor(minutes / 60), minutes % 60] : [minutes];
  const parts = [...inHours, seconds % MINUTE_S];
  return parts.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
