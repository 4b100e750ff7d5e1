/** A sealed vault with many accounts, made by the product's own code, for pictures and measurements of full lists. */
import type { AccountDetails } from '../../src/otp/otp';
import { type StoredAccount, type StoredSite, storedFrom } from '../../src/vault/account';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { type Bytes, randomBytes } from '../../src/vault/bytes';
import { KEY_BYTES } from '../../src/vault/ciphers';
import { writeRecord } from '../../src/vault/commit';
import { newContent } from '../../src/vault/content';
import { COPY_KEYS } from '../../src/vault/copies';
import type { Argon2id } from '../../src/vault/kdf';
import { type DescribedHeader, sealRecord } from '../../src/vault/record';
import { wrapUnderPassphrase } from '../../src/vault/slots';
import { MemoryDomain, NOW_MS } from '../vault/memory-domain';

/** A symbol, so that it goes wherever the items go and is never stored. */
export const VAULT_KEY = Symbol('the vault key');

/** What is stored of a vault, by its keys, and the key it was sealed with: `openUnlocked` needs no passphrase. */
export interface SeededItems {
  readonly [key: string]: unknown;
  readonly [VAULT_KEY]: Bytes;
}

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

/** With `details`, exactly those accounts; `count` then says nothing. */
export async function seedVault(
  passphrase: string,
  count: number,
  details: readonly SeededAccount[] = Array.from({ length: count }, (_, place) => detailsAt(place)),
): Promise<SeededItems> {
  const accounts = details.map(({ sites, ...one }) => ({
    ...storedFrom(one, crypto.randomUUID(), Date.now()),
    ...(sites === undefined ? {} : { sites }),
  }));
  return await sealAccounts(passphrase, accounts);
}

/** The same of accounts as they are stored. All vaults of one passphrase are the same one, at its first generation. */
export async function sealAccounts(passphrase: string, accounts: readonly StoredAccount[]): Promise<SeededItems> {
  const { vaultKey, mark } = await remembered(doors, passphrase, makeDoor);
  const content = newContent(accounts);
  const domain = new MemoryDomain();
  const record = { sealed: await sealRecord(vaultKey, mark, content), mark, vaultKey, content };
  const written = await writeRecord(domain, { record, keys: COPY_KEYS, needsSnapshots: true });
  if (!written.ok) throw new Error(written.error.kind);
  return { ...Object.fromEntries(domain.items), [VAULT_KEY]: vaultKey };
}

let loading: ReturnType<typeof loadArgon2id> | undefined;
const derived = new Map<string, Promise<Bytes>>();

/** The product's own, once for each passphrase and salt: a second of one processor each. */
export const argon2idOnce: Argon2id = async (passphrase, parameters) => {
  loading ??= loadArgon2id();
  const { argon2id } = await loading;
  const compute = async () => await argon2id(passphrase, parameters);
  // Who asked wipes the answer.
  return Uint8Array.from(await remembered(derived, JSON.stringify([[...passphrase], parameters]), compute));
};

interface Door {
  readonly vaultKey: Bytes;
  readonly mark: DescribedHeader;
}

const doors = new Map<string, Promise<Door>>();

async function makeDoor(passphrase: string): Promise<Door> {
  const vaultKey = randomBytes(KEY_BYTES);
  const place = { vault: crypto.randomUUID(), epoch: 1 };
  const slot = await wrapUnderPassphrase(argon2idOnce, passphrase, vaultKey, place);
  if (!slot.ok) throw new Error(slot.error.kind);
  return { vaultKey, mark: { ...place, gen: 1, ts: NOW_MS, slots: [slot.value] } };
}

async function remembered<T>(
  known: Map<string, Promise<T>>,
  name: string,
  make: (name: string) => Promise<T>,
): Promise<T> {
  const value = known.get(name) ?? make(name);
  known.set(name, value);
  return await value;
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
