/** How codes are made of a secret: chosen for the next set-up on the page for testers, and kept beside each secret. */
import { integer, text } from './columns';
import type { Row } from './database';
import { readSetting } from './settings';
import type { Site } from './site';
import { HASH_NAMES, type KeyParameters } from './totp';

export function nextParameters(site: Site): KeyParameters {
  return {
    hash: hashOf(readSetting(site, 'next-hash')),
    digits: digitsOf(Number(readSetting(site, 'next-digits'))),
    periodSeconds: periodOf(Number(readSetting(site, 'next-period'))),
  };
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
