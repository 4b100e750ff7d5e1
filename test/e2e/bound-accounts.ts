/** Accounts that belong to given sites, and their codes. */
import { encodeBase32 } from '../../src/otp/base32';
import type { StoredAccount } from '../../src/vault/account';
import { hotp, stepAt } from '../demo-login/totp';

/** Each of another secret; the id is its place. */
export function boundAccount(
  place: number,
  issuer: string,
  sites: readonly string[] = [],
  more: Partial<Pick<StoredAccount, 'label' | 'unverified' | 'addedMs'>> = {},
): StoredAccount {
  return {
    id: `account-${place}`,
    type: 'totp',
    issuer,
    label: 'mira',
    secret: encodeBase32(secretAt(place)),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    addedMs: Date.now(),
    ...(sites.length > 0 && { sites: sites.map((site) => ({ site })) }),
    ...more,
  };
}

/** The code that the account at `place` has at `atMs`, by the demo site's own implementation. */
export function codeAt(place: number, atMs: number): string {
  return hotp(secretAt(place), stepAt(atMs));
}

function secretAt(place: number): Uint8Array {
  return Uint8Array.from({ length: 20 }, (_, byte) => (place * 41 + byte * 23 + 9) % 256);
}
