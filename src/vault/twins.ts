/** Whether an account that is about to be added is already there: by its secret, or by its name with another secret. */
import { decodeBase32, encodeBase32 } from '../otp/base32';
import type { StoredAccount } from './account';

export interface Twin {
  readonly kind: 'same-secret' | 'same-name';
  readonly account: StoredAccount;
}

type Compared = Pick<StoredAccount, 'id' | 'type' | 'issuer' | 'label' | 'secret'>;

/**
 * The first account with the same secret and type; else the first of the same name with another secret. Secrets are
 * compared as bytes, names in NFKC without case and outer white space; two accounts without any name are no twins.
 */
export function findTwin(accounts: readonly StoredAccount[], candidate: Compared): Twin | undefined {
  const secret = canonicalSecret(candidate);
  const name = comparedName(candidate);
  const others = accounts.filter(({ id }) => id !== candidate.id);
  const same = others.find((account) => account.type === candidate.type && canonicalSecret(account) === secret);
  if (same !== undefined) return { kind: 'same-secret', account: same };
  if (name === undefined) return undefined;
  const namesake = others.find((account) => comparedName(account) === name && canonicalSecret(account) !== secret);
  return namesake === undefined ? undefined : { kind: 'same-name', account: namesake };
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
