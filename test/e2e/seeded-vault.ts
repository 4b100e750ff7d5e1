/** A sealed vault with many accounts, made by the product's own code, for pictures and measurements of full lists. */
import type { AccountDetails } from '../../src/otp/otp';
import { type StoredAccount, type StoredSite, storedFrom } from '../../src/vault/account';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { createVault } from '../../src/vault/create';
import { MemoryDomain, portsOver } from '../vault/memory-domain';

const SERVICES = [
  'GitHub',
  'Dropbox',
  'Contoso',
  'Fabrikam',
  'Adventure Works',
  'Tailspin Toys',
  'Ærø Færge',
  '橡皮鸭',
];

export const ODD_NAMES: readonly Pick<AccountDetails, 'issuer' | 'label'>[] = [
  {
    issuer: 'A service whose name is so long that it can never stand on one line of a popup',
    label: `someone.${'long'.repeat(60)}@example.com`,
  },
  { issuer: '', label: 'label alone' },
  { issuer: '', label: '' },
  { issuer: '👩🏽‍🚀 Space', label: 'zero\u200bwidth' },
  { issuer: 'Right\u202eelgoog', label: 'override@example.com' },
  { issuer: 'בנק לדוגמה', label: 'שלום@example.com' },
];

/** An account to store, and the sites it is bound to. */
export type SeededAccount = AccountDetails & { readonly sites?: readonly StoredSite[] };

/** The stored strings by their keys. With `details`, exactly those accounts; `count` then says nothing. */
export async function seedVault(
  passphrase: string,
  count: number,
  details: readonly SeededAccount[] = Array.from({ length: count }, (_, place) => detailsAt(place)),
): Promise<Readonly<Record<string, unknown>>> {
  const accounts = details.map(({ sites, ...one }) => ({
    ...storedFrom(one, crypto.randomUUID(), Date.now()),
    ...(sites === undefined ? {} : { sites }),
  }));
  return await sealAccounts(passphrase, accounts);
}

/** The same of accounts as they are stored. */
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

function detailsAt(place: number): AccountDetails {
  const secret = Uint8Array.from({ length: 20 }, (_, byte) => (place * 31 + byte * 7) % 256);
  const names = ODD_NAMES[place] ?? {
    issuer: SERVICES[place % SERVICES.length] ?? '',
    label: `person${place}@example.com`,
  };
  if (place === 7) return { ...names, type: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 3 };
  if (place === 8) return { ...names, type: 'steam', secret, algorithm: 'SHA1', digits: 5, periodSeconds: 30 };
  const periodSeconds = place === 9 ? 60 : 30;
  return { ...names, type: 'totp', secret, algorithm: 'SHA1', digits: place === 9 ? 8 : 6, periodSeconds };
}
