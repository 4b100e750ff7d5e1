/**
 * What can be done to accounts: functions from content to content, by account id and never by a remembered list, so that
 * `commitVault` may apply them to whatever is stored by then. Done twice, they do no more than once. Nothing is lost but
 * what is forgotten or stood in the trash for 30 days.
 */
import { type StoredAccount, type StoredHotp, type StoredSite, type StoredTotp, sitesOf } from './account';
import type { VaultContent } from './content';
import { editSites, keepSites } from './site-lists';
import { isTrashed, trashedAccounts } from './trash';

/** What an account may be changed in: never its id, type or secret. Not checked here: `findParameterError` is the door's. */
export type AccountEdit = Partial<
  Pick<StoredTotp, 'issuer' | 'label' | 'algorithm' | 'digits' | 'periodSeconds'> & Pick<StoredHotp, 'counter'>
> & {
  /** Taken away with an empty text, or with false. */
  readonly notes?: string;
  readonly groupId?: string;
  readonly pinned?: boolean;
  readonly icon?: string;
  /** As the person left the list; none where they did not touch it. */
  readonly sites?: readonly StoredSite[];
};

const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;

/** At the end; nothing where it already is. */
export function addAccount(content: VaultContent, account: StoredAccount): VaultContent {
  return insertAt(content, account, content.accounts.length);
}

/**
 * The new account in the old one's place, with its sites and whatever the person gave it, the old one in the trash. Where the
 * old one is gone meanwhile: added. A counted account of the same secret goes on where the old one was, so that no code is given out twice.
 */
export function replaceAccount(
  content: VaultContent,
  replacedId: string,
  account: StoredAccount,
  nowMs: number,
): VaultContent {
  const place = content.accounts.findIndex(({ id }) => id === replacedId);
  const replaced = content.accounts[place];
  if (replaced === undefined) return addAccount(content, account);
  const whole = keepGiven(keepSites(countedOn(account, replaced), replaced), replaced);
  return insertAt(trashAccount(content, replacedId, nowMs), whole, place);
}

function keepGiven(account: StoredAccount, replaced: StoredAccount): StoredAccount {
  const given = OPTIONAL.filter((field) => replaced[field] !== undefined).map((field) => [field, replaced[field]]);
  return { ...Object.fromEntries(given), ...account };
}

function countedOn(account: StoredAccount, replaced: StoredAccount): StoredAccount {
  if (account.type !== 'hotp' || replaced.type !== 'hotp' || account.secret !== replaced.secret) return account;
  return { ...account, counter: Math.max(account.counter, replaced.counter) };
}

/**
 * Only what the account's type has is applied; of Steam, whose constants are fixed, and of unknown types only names and sites.
 * `seenSites` is the list of sites that the person changed; without it, the one that is stored.
 */
export function editAccount(
  content: VaultContent,
  id: string,
  edit: AccountEdit,
  seenSites?: readonly StoredSite[],
): VaultContent {
  return {
    ...content,
    accounts: content.accounts.map((account) => (account.id === id ? edited(account, edit, seenSites) : account)),
  };
}

/** Into the trash. */
export function trashAccount(content: VaultContent, id: string, nowMs: number): VaultContent {
  return trashAccounts(content, [id], nowMs);
}

export function trashAccounts(content: VaultContent, ids: readonly string[], nowMs: number): VaultContent {
  const chosen = new Set(ids);
  const gone = content.accounts.filter(({ id }) => chosen.has(id));
  if (gone.length === 0) return content;
  return {
    ...content,
    accounts: content.accounts.filter(({ id }) => !chosen.has(id)),
    trash: [...content.trash, ...gone.map((account) => ({ ...account, trashedMs: nowMs }))],
  };
}

/** Without what stood in the trash for more than 30 days. Every commit does this. */
export function pruneTrash(content: VaultContent, nowMs: number): VaultContent {
  const oldestMs = nowMs - TRASH_DAYS * DAY_MS;
  const kept = content.trash.filter((entry) => !isTrashed(entry) || entry.trashedMs >= oldestMs);
  return kept.length === content.trash.length ? content : { ...content, trash: kept };
}

/** Where an account stood among the others. */
export interface Place {
  readonly id: string;
  readonly place: number;
}

/** Back at `place`, or at the end. Nothing where an account of this id stands: that one is newer. */
export function restoreAccount(content: VaultContent, id: string, place = content.accounts.length): VaultContent {
  return restoreAccounts(content, [{ id, place }]);
}

/** Each back where it stood before any of them was taken away. */
export function restoreAccounts(content: VaultContent, places: readonly Place[]): VaultContent {
  const there = new Set(content.accounts.map(({ id }) => id));
  // The newest of each id.
  const trashed = new Map(
    trashedAccounts(content)
      .map((entry) => [entry.id, entry] as const)
      .reverse(),
  );
  const accounts = [...content.accounts];
  const back = new Set<unknown>();
  for (const { id, place } of places.toSorted((a, b) => a.place - b.place)) {
    const entry = trashed.get(id);
    if (entry === undefined || there.has(id)) continue;
    const { trashedMs, ...account } = entry;
    accounts.splice(Math.max(0, place), 0, account);
    back.add(entry);
    there.add(id);
  }
  return back.size === 0 ? content : { ...content, accounts, trash: content.trash.filter((entry) => !back.has(entry)) };
}

export function forgetTrashed(content: VaultContent, id: string): VaultContent {
  return { ...content, trash: content.trash.filter((entry) => !isTrashed(entry) || entry.id !== id) };
}

function insertAt(content: VaultContent, account: StoredAccount, place: number): VaultContent {
  if (hasAccount(content, account.id)) return content;
  const at = Math.max(0, Math.min(place, content.accounts.length));
  return { ...content, accounts: content.accounts.toSpliced(at, 0, account) };
}

function hasAccount(content: VaultContent, id: string): boolean {
  return content.accounts.some((account) => account.id === id);
}

function edited(account: StoredAccount, edit: AccountEdit, seenSites = sitesOf(account)): StoredAccount {
  const fields = fieldsOf(account).filter((field) => edit[field] !== undefined);
  const edits = Object.fromEntries(fields.map((field) => [field, edit[field]]));
  const changed = withoutEmpty({ ...account, ...edits });
  return edit.sites === undefined ? changed : editSites(changed, seenSites, edit.sites);
}

/** What is only there where there is something. */
const OPTIONAL = ['notes', 'groupId', 'pinned', 'icon'] as const;

function withoutEmpty(account: StoredAccount): StoredAccount {
  const isLeft = ([field, value]: [string, unknown]) =>
    !(OPTIONAL as readonly string[]).includes(field) || (value !== '' && value !== false);
  return Object.fromEntries(Object.entries(account).filter(isLeft)) as unknown as StoredAccount;
}

function fieldsOf({ type }: StoredAccount): readonly Exclude<keyof AccountEdit, 'sites'>[] {
  const names = ['issuer', 'label', ...OPTIONAL] as const;
  switch (type) {
    case 'totp':
      return [...names, 'algorithm', 'digits', 'periodSeconds'];
    case 'hotp':
      return [...names, 'algorithm', 'digits', 'counter'];
    default:
      return names;
  }
}
