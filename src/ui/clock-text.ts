/** Why a site could not be asked for its time, or did not tell it, and what to do now. */
import type { ClockFailure } from '../app/clock-check';
import { type TextKey, t } from './text';

/** Each may name the site. */
const TEXTS: Record<ClockFailure['kind'] | 'look-alike', TextKey> = {
  'page-closed-to-extensions': 'clockPageClosed',
  'page-not-secure': 'clockPageNotSecure',
  'page-left': 'clockPageLeft',
  'wrong-page': 'clockPageLeft',
  'look-alike': 'clockLookAlike',
  forbidden: 'clockForbidden',
  redirected: 'clockRedirected',
  'no-answer': 'clockNoAnswer',
  'date-missing': 'clockNoDate',
  'time-vague': 'clockVague',
};

export function clockFailureText(kind: keyof typeof TEXTS, host: string): string {
  return t(TEXTS[kind], host);
}

/** What may be otherwise the next time. */
export function mayPass(kind: keyof typeof TEXTS): boolean {
  return kind === 'page-left' || kind === 'wrong-page' || kind === 'no-answer' || kind === 'time-vague';
}
