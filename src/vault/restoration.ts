/**
 * What a person chose of a backup, brought back into the vault: an operation for `commitVault`, by account id. Nothing of
 * the vault is lost by it: what gives way goes to the trash, out of which nothing is dropped here, its sites, group and pin
 * stay with what takes its place, and no counter goes back. Done twice, it does no more than once.
 */
import type { StoredAccount } from './account';
import { withPin } from './arrangement';
import { isCounted, isSameAccount, matchFinder } from './comparison';
import type { VaultContent } from './content';
import { addGroup, groupIdOf, withGroup } from './group-operations';
import { groupsOf, type StoredGroup } from './groups';
import { keepSites } from './site-lists';
import { type TrashedAccount, trashedAccounts } from './trash';

export interface ChosenAccount {
  readonly account: StoredAccount;
  /**
   * `add`: at the end, beside whatever is there. Where another account has its id, it gets a new one; nothing is done where
   * it is already there.
   * `replace`: in the place of the account that `compareBackup` finds for it; that one goes to the trash, under a new id if
   * theirs are equal. Nothing is done where they are the same; added where there is none.
   */
  readonly how: 'add' | 'replace';
  /** The name of its group in the backup: see `groupFinder`. */
  readonly group?: string;
}

type NewId = () => string;

/** `newId` gives a UUID that was never used. */
export function restoreFromBackup(
  content: VaultContent,
  chosen: readonly ChosenAccount[],
  nowMs: number,
  newId: NewId = () => crypto.randomUUID(),
): VaultContent {
  const groupOf = groupFinder(content, newId);
  const grouped = chosen.map((choice) => ({ ...choice, account: withGroup(choice.account, groupOf(choice)?.id) }));
  const restored = restoreGrouped(content, grouped, nowMs, newId);
  const used = new Set(restored.accounts.map(({ groupId }) => groupId));
  return chosen
    .flatMap((choice) => groupOf(choice) ?? [])
    .filter(({ id }) => used.has(id))
    .reduce(addGroup, restored);
}

/**
 * What is the group of an account here: the one of that name; or the one of its id, which was renamed since; or one that is
 * to be made, under an id of its own. None where the backup had none for it.
 */
function groupFinder(content: VaultContent, newId: NewId): (choice: ChosenAccount) => StoredGroup | undefined {
  const groups = groupsOf(content);
  const byId = new Map(groups.map((group) => [group.id, group] as const).reverse());
  const byName = new Map(groups.map((group) => [group.name, group] as const).reverse());
  return ({ account: { groupId = '' }, group: name = '' }) => {
    const isNamed = name.trim() !== '';
    const found = (isNamed ? byName.get(name) : undefined) ?? byId.get(groupId);
    if (found !== undefined || !isNamed) return found;
    const made = { id: newId(), name };
    byName.set(name, made);
    return made;
  };
}

function restoreGrouped(
  content: VaultContent,
  chosen: readonly ChosenAccount[],
  nowMs: number,
  newId: NewId,
): VaultContent {
  const findMatch = matchFinder(content.accounts);
  const known = new Set(chosen.map(({ account }) => account.id));
  const firsts = [...new Map(chosen.toReversed().map((choice) => [choice.account.id, choice])).values()].toReversed();
  const replaced = firsts.filter(isReplacing).reduce((restored, { account }) => {
    // What this call has put there is not what it looks for.
    const match = findMatch(account, known);
    if (match === undefined || !restored.accounts.includes(match)) return added(restored, account, newId);
    return isSameAccount(match, account) ? restored : swapped(restored, match, account, nowMs, newId);
  }, content);
  const rest = chosen.filter((choice) => !(firsts.includes(choice) && isReplacing(choice)));
  return rest.reduce(
    // A second account of one id, which only a made-up backup has, never takes the place that the first one left it.
    (restored, choice) => (firsts.includes(choice) ? added : addedBeside)(restored, choice.account, newId),
    replaced,
  );
}

function isReplacing({ how }: ChosenAccount): boolean {
  return how === 'replace';
}

function added(content: VaultContent, account: StoredAccount, newId: NewId): VaultContent {
  if (content.accounts.some(({ id }) => id === account.id)) return addedBeside(content, account, newId);
  const counted = countedOn(content, account);
  const whole = trashedAs(content, counted).reduce((kept, trashed) => keepPlace(content, kept, trashed), counted);
  return { ...content, accounts: [...content.accounts, whole], trash: trashWithout(content, counted, newId) };
}

function addedBeside(content: VaultContent, account: StoredAccount, newId: NewId): VaultContent {
  if (content.accounts.some((other) => isSameAccount(other, account))) return content;
  return { ...content, accounts: [...content.accounts, { ...countedOn(content, account), id: newId() }] };
}

function swapped(
  content: VaultContent,
  replaced: StoredAccount,
  account: StoredAccount,
  nowMs: number,
  newId: NewId,
): VaultContent {
  const hasItsId = replaced.id === account.id;
  const counted = countedOn(content, account);
  const trash = hasItsId ? content.trash : trashWithout(content, counted, newId);
  const old = { ...replaced, id: hasItsId ? newId() : replaced.id, trashedMs: nowMs };
  const place = content.accounts.indexOf(replaced);
  const whole = keepPlace(content, counted, replaced);
  return { ...content, accounts: content.accounts.toSpliced(place, 1, whole), trash: [...trash, old] };
}

/** The account with the sites, the group and the pin of the one whose place it takes, and its own where that has none. */
function keepPlace(content: VaultContent, account: StoredAccount, replaced: StoredAccount): StoredAccount {
  const grouped = withGroup(account, groupIdOf(content, replaced) ?? account.groupId);
  return keepSites(replaced.pinned === true ? withPin(grouped, true) : grouped, replaced);
}

/** What the account was when it went to the trash. */
function trashedAs(content: VaultContent, account: StoredAccount): readonly StoredAccount[] {
  return namesakesOf(content, account).filter(({ trashedMs, ...trashed }) => isSameAccount(account, trashed));
}

/** Out of the trash goes what the account is; another of its id, which could not be restored any more, gets a new one. */
function trashWithout(content: VaultContent, account: StoredAccount, newId: NewId): readonly unknown[] {
  return namesakesOf(content, account).reduce<readonly unknown[]>((trash, namesake) => {
    const place = trash.indexOf(namesake);
    const { trashedMs, ...trashed } = namesake;
    const isSame = isSameAccount(account, trashed);
    return isSame ? trash.toSpliced(place, 1) : trash.with(place, { ...namesake, id: newId() });
  }, content.trash);
}

/** Of its id, newest first. They are few: the trash as a whole is not put in order for each account. */
function namesakesOf(content: VaultContent, { id }: StoredAccount): readonly TrashedAccount[] {
  const trash = content.trash.filter((entry) => (entry as Partial<TrashedAccount> | null)?.id === id);
  return trash.length === 0 ? [] : trashedAccounts({ ...content, trash });
}

/** Counted on from wherever the vault or its trash was with this secret, so that no code is given out twice. */
function countedOn(content: VaultContent, account: StoredAccount): StoredAccount {
  if (!isCounted(account)) return account;
  const others = [...content.accounts, ...trashedAccounts(content)].filter(isCounted);
  const counters = others.filter(({ secret }) => secret === account.secret).map(({ counter }) => counter);
  return { ...account, counter: Math.max(account.counter, ...counters) };
}
