/** How codes are made of a secret: chosen for the next set-up on the page for testers, and kept beside each secret. */
import { integer, text } from './columns';
import type { Row } from './database';
import { readSetting, writeSetting } from './settings';
import type { Site } from './site';
import { HASH_NAMES, type KeyParameters } from './totp';

export const DIGITS = [6, 8] as const;
export const PERIODS_SECONDS = [30, 60] as const;

export function nextParameters(site: Site): KeyParameters {
  return {
    hash: hashOf(readSetting(site, 'next-hash')),
    digits: digitsOf(Number(readSetting(site, 'next-digits'))),
    periodSeconds: periodOf(Number(readSetting(site, 'next-period'))),
  };
}

/**
 * False, and nothing changed, where one of them is none of those to choose from. Keys that wait on a set-up page are
 * dropped: the page shows one of the new kind when it is opened again. Keys that are in use stay as they are.
 */
export function chooseNextParameters(site: Site, typed: { hash: string; digits: string; period: string }): boolean {
  const isKnown =
    HASH_NAMES.some((hash) => hash === typed.hash) &&
    DIGITS.some((digits) => String(digits) === typed.digits) &&
    PERIODS_SECONDS.some((seconds) => String(seconds) === typed.period);
  if (!isKnown) return false;
  site.database.transaction(() => {
    writeSetting(site, 'next-hash', typed.hash);
    writeSetting(site, 'next-digits', typed.digits);
    writeSetting(site, 'next-period', typed.period);
    site.database.run('DELETE FROM set_ups');
  });
  return true;
}

/** Of a row with the columns hash, digits and period_seconds. */
export function parametersIn(row: Row): KeyParameters {
  return {
    hash: hashOf(text(row, 'hash')),
    digits: digitsOf(integer(row, 'digits')),
    periodSeconds: periodOf(integer(row, 'period_seconds')),
  };
}

function hashOf(name: string): KeyParameters['hash'] {
  const found = HASH_NAMES.find((hash) => hash === name);
  if (found === undefined) throw new TypeError(`${name} is none of ${HASH_NAMES.join(', ')}`);
  return found;
}

const digitsOf = (digits: number): KeyParameters['digits'] => (digits === 8 ? 8 : 6);
const periodOf = (seconds: number): KeyParameters['periodSeconds'] => (seconds === 60 ? 60 : 30);
