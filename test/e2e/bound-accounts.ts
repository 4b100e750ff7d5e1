/** A sealed vault whose accounts belong to given sites, made by the product's own code. */
import { encodeBase32 } from '../../src/otp/base32';
import type { StoredAccount } from '../../src/vault/account';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { createVault } from '../../src/vault/create';
import { hotp, stepAt } from '../demo-login/totp';
import { MemoryDomain, portsOver } from '../vault/memory-domain';

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

/** The stored strings by their keys. */
export async function sealAccounts(
  passphrase: string,
  accounts: readonly StoredAccount[],
): Promise<Readonly<Record<string, unknown>>> {
  const { argon2id } = await loadArgon2id();
  const domain = new MemoryDomain();
  const ports = { ...portsOver(domain), argon2id };
  const created = await createVault(ports, { credential: { kind: 'passphrase', passphrase }, accounts });
  if (!created.ok) throw new Error(created.error.kind);
  return Object.fromEntries(domain.items);
}

function secretAt(place: number): Uint8Array {
  return Uint8Array.from({ length: 20 }, (_, byte) => (place * 41 + byte * 23 + 9) % 256);
}
