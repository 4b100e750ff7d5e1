/** How a key differs from the usual, for whoever wonders why their authenticator shows other codes. */
import { type HashName, type KeyParameters, USUAL } from './totp';

const HASH_WORDS: Readonly<Record<HashName, string>> = { sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' };

/** Only what is unusual; undefined when nothing is. */
export function unusualText({ hash, digits, periodSeconds }: KeyParameters): string | undefined {
  const unusual = [
    ...(hash === USUAL.hash ? [] : [HASH_WORDS[hash]]),
    ...(digits === USUAL.digits ? [] : [`${digits} digits`]),
    ...(periodSeconds === USUAL.periodSeconds ? [] : [`a new one every ${periodSeconds} seconds`]),
  ];
  return unusual.length === 0 ? undefined : `Its codes are not of the usual kind: ${unusual.join(', ')}.`;
}
