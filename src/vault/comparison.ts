/**
 * A backup held against the vault, account by account, so that a person can choose what comes back.
 *
 * An account of the backup is looked for by its id; then, among the accounts whose ids the backup does not have, by type,
 * secret, issuer and label, since an account that was added anew elsewhere has another id. Each is found once. What is found
 * is the same where every field is equal but the id and `addedMs`. A counted account that counts further in the vault has
 * only been used since: it is the same, too, whereas one that the backup counts further is changed. So is one that was bound
 * to a site or used for the first time since: sites are agreed to where codes are filled, and neither a difference nor
 * brought back by themselves. Where it stands, and in which group, is no difference either.
 */
import type { StoredAccount, StoredHotp } from './account';
import type { VaultContent } from './content';
import { groupsOf } from './groups';
import { canonicalJson, isCount } from './json';
import { trashedAccounts } from './trash';

export interface ComparedAccount {
  /** `in-trash`: not in the vault, and its id is in the trash: it was deleted since. */
  readonly kind: 'new' | 'same' | 'changed' | 'in-trash';
  /** As the backup has it. */
  readonly account: StoredAccount;
  /** As the vault has it; as the trash has it with `in-trash`, `trashedMs` included. */
  readonly current?: StoredAccount;
  /** The name of its group in the backup. */
  readonly group?: string;
}

/** One answer for each account of the backup, in its order. Its trash is not looked at. */
export function compareBackup(current: VaultContent, backup: VaultContent): readonly ComparedAccount[] {
  const known = new Set(backup.accounts.map(({ id }) => id));
  const findMatch = matchFinder(current.accounts);
  const trashed = new Map(
    trashedAccounts(current)
      .map((entry) => [entry.id, entry] as const)
      .reverse(),
  );
  const groups = new Map(groupsOf(backup).map(({ id, name }) => [id, name]));
  return backup.accounts.map((account) => {
    const group = groups.get(account.groupId ?? '');
    const compared = group === undefined ? { account } : { account, group };
    const match = findMatch(account, known);
    if (match !== undefined) {
      // One account of the vault is one of the backup.
      known.add(match.id);
      return { kind: isSameAccount(match, account) ? 'same' : 'changed', ...compared, current: match };
    }
    const entry = trashed.get(account.id);
    return entry === undefined ? { kind: 'new', ...compared } : { kind: 'in-trash', ...compared, current: entry };
  });
}

type FindMatch = (account: StoredAccount, known: ReadonlySet<string>) => StoredAccount | undefined;

/** Finds the account that one is, by its id or else by what it is. Those with an id in `known` are found by it alone. */
export function matchFinder(accounts: readonly StoredAccount[]): FindMatch {
  const byId = new Map(accounts.map((account) => [account.id, account] as const).reverse());
  const alike = new Map<string, StoredAccount[]>();
  for (const account of accounts) {
    const others = alike.get(whatItIs(account));
    if (others === undefined) alike.set(whatItIs(account), [account]);
    else others.push(account);
  }
  return (account, known) =>
    byId.get(account.id) ?? alike.get(whatItIs(account))?.find((other) => !known.has(other.id));
}

function whatItIs({ secret, type, issuer, label }: StoredAccount): string {
  return JSON.stringify([secret, type, issuer, label]);
}

/** Whether `current` has everything that `account` has, ids, dates, sites and its place aside, and counts at least as far. */
export function isSameAccount(current: StoredAccount, account: StoredAccount): boolean {
  if (!isCounted(current) || !isCounted(account)) return comparedText(current) === comparedText(account);
  const { counter: ours, ...here } = current;
  const { counter: theirs, ...there } = account;
  return comparedText(here) === comparedText(there) && ours >= theirs;
}

/** Stored content is checked no further than screens need it, so that the counter may be missing. */
export function isCounted(account: StoredAccount): account is StoredHotp {
  return account.type === 'hotp' && isCount(account.counter);
}

type NotCompared = Pick<StoredAccount, 'id' | 'addedMs' | 'sites' | 'unverified' | 'pinned' | 'groupId'>;

function comparedText({ id, addedMs, sites, unverified, pinned, groupId, ...compared }: NotCompared): string {
  return canonicalJson(compared);
}
