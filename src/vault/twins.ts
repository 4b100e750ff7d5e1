/** Whether an account that is about to be added is already there: by its secret, or by its name with another secret. */
import { decodeBase32, encodeBase32 } from '../otp/base32';
import type { StoredAccount } from './account';

export interface Twin {
  readonly kind: 'same-secret' | 'same-name';
  readonly account: StoredAccount;
}

type Compared = Pick<StoredAccount, 'id' | 'type' | 'issuer' | 'label' | 'secret'>;

/**
 * Looks through `accounts` once and answers for any number of candidates: the first account with the same secret and type;
 * else the first of the same name with another secret. Secrets are compared as bytes, names in NFKC without case and outer
 * white space; two accounts without any name are no twins, and no account is its own.
 */
export function twinFinder(accounts: readonly StoredAccount[]): (candidate: Compared) => Twin | undefined {
  const bySecret = groupBy(accounts, typedSecret);
  const byName = groupBy(accounts, comparedName);
  return (candidate) => {
    const secret = canonicalSecret(candidate);
    const same = bySecret.get(typedSecret(candidate))?.find(({ id }) => id !== candidate.id);
    if (same !== undefined) return { kind: 'same-secret', account: same };
    const name = comparedName(candidate);
    if (name === undefined) return undefined;
    const namesake = byName
      .get(name)
      ?.find((account) => account.id !== candidate.id && canonicalSecret(account) !== secret);
    return namesake === undefined ? undefined : { kind: 'same-name', account: namesake };
  };
}

/** Of accounts that come in together: the ids of those that stand before in the list with the same secret, type and names. */
export function repeatedIds(accounts: readonly StoredAccount[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const account of accounts) {
    const key = JSON.stringify([typedSecret(account), comparedName(account)]);
    if (seen.has(key)) repeated.add(account.id);
    seen.add(key);
  }
  return repeated;
}

function groupBy<K>(accounts: readonly StoredAccount[], keyOf: (account: StoredAccount) => K): Map<K, StoredAccount[]> {
  const groups = new Map<K, StoredAccount[]>();
  for (const account of accounts) {
    const key = keyOf(account);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [account]);
    else group.push(account);
  }
  return groups;
}

function typedSecret(account: Compared): string {
  return `${account.type} ${canonicalSecret(account)}`;
}

/** One text for one secret. What is no base32 at all is compared as it stands. */
function canonicalSecret({ secret }: Compared): string {
  const bytes = decodeBase32(secret);
  return bytes.ok ? encodeBase32(bytes.value) : `not base32: ${secret}`;
}

function comparedName({ issuer, label }: Compared): string | undefined {
  const [first, second] = [issuer, label].map((name) => name.normalize('NFKC').trim().toUpperCase());
  return first === '' && second === '' ? undefined : JSON.stringify([first, second]);
}
