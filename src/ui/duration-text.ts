/** Spans of time in words, exact to the second up to a day. */
import { t, uiLanguage } from './text';

const MINUTE_S = 60;
/** Shorter ones are known by their seconds. */
const LONG_S = 2 * MINUTE_S;
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', MINUTE_S],
  ['second', 1],
] as const;

/** "90 s", "1 hr 2 min 5 s"; in the long form "90 seconds", "1 hour, 2 minutes, 5 seconds". Above a day in days and hours alone. */
export function durationText(seconds: number, unitDisplay: 'short' | 'long'): string {
  const [[, dayS]] = UNITS;
  const units = seconds < LONG_S ? UNITS.slice(-1) : seconds < dayS ? UNITS : UNITS.slice(0, 2);
  let rest = seconds;
  const parts: string[] = [];
  for (const [unit, unitS] of units) {
    const amount = Math.floor(rest / unitS);
    rest -= amount * unitS;
    if (amount > 0)
      parts.push(
        unit === 'second' && unitDisplay === 'short'
          ? t('secondsLeft', String(amount))
          : inUnit(amount, unit, unitDisplay),
      );
  }
  const style = unitDisplay === 'short' ? 'narrow' : 'long';
  return new Intl.ListFormat(uiLanguage(), { type: 'unit', style }).format(parts);
}

/** "+90 s", "−1 hr 5 s". */
export function signedDuration(seconds: number): string {
  return `${seconds < 0 ? '−' : '+'}${durationText(Math.abs(seconds), 'short')}`;
}

function inUnit(amount: number, unit: string, unitDisplay: 'short' | 'long'): string {
  return new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit, unitDisplay }).format(amount);
}
