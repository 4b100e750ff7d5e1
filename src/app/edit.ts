/** Changing, deleting and bringing back accounts. Each answers what its undo needs. */
import { err, ok, type Result } from '../result';
import { type StoredAccount, sitesOf } from '../vault/account';
import { addGroup, removeIfEmpty } from '../vault/group-operations';
import { groupsOf, type StoredGroup } from '../vault/groups';
import { type AccountEdit, editAccount, forgetTrashed, restoreAccount, trashAccount } from '../vault/operations';
import { areSameSites } from '../vault/site-lists';
import { type ChangeFailure, changeVault } from './change';

export { submitting } from '../vault/site-lists';
export { readEdit, typedFrom } from '../vault/typed-edit';
export type { AccountEdit };

export type EditFailure = ChangeFailure | { readonly kind: 'account-gone' };

/**
 * Writes the fields of `edit` that differ from `account`, as the person saw it, and puts it into `newGroup`, or the group of
 * that name where there is one, in the same write. A group of the id `madeFor` goes where nothing is left in it. Answers the
 * values from before.
 */
export async function changeAccount(
  account: StoredAccount,
  edit: AccountEdit,
  newGroup?: StoredGroup,
  madeFor?: string,
): Promise<Result<AccountEdit, EditFailure>> {
  const seenSites = sitesOf(account);
  const none = { notes: '', groupId: '', pinned: false, icon: '' };
  const before: Readonly<Record<string, unknown>> = { ...none, ...account, sites: seenSites };
  const changes = Object.entries(edit).filter(([field, value]) => {
    if (field === 'sites') return !areSameSites(seenSites, edit.sites ?? []);
    return field in before && before[field] !== value;
  });
  if (changes.length === 0 && newGroup === undefined) return ok({});
  let isThere = false;
  const changed = await changeVault((content) => {
    const stored = content.accounts.find(({ id }) => id === account.id);
    isThere = stored !== undefined;
    const grouped = newGroup === undefined || !isThere ? content : addGroup(content, newGroup);
    const into =
      newGroup === undefined ? {} : { groupId: groupsOf(grouped).find(({ name }) => name === newGroup.name)?.id };
    const wanted = { ...Object.fromEntries(changes), ...into } as AccountEdit;
    const isSpent = isCounterSpent(stored, account, wanted);
    const edited = editAccount(grouped, account.id, isSpent ? withoutCounter(wanted) : wanted, seenSites);
    return madeFor === undefined ? edited : removeIfEmpty(edited, madeFor);
  });
  if (!changed.ok) return changed;
  if (!isThere) return err({ kind: 'account-gone' });
  const written = [...changes.map(([field]) => field), ...(newGroup === undefined ? [] : ['groupId'])];
  return ok(Object.fromEntries(written.map((field) => [field, before[field]])) as AccountEdit);
}

/** Codes were taken since the person looked: a counter set back would give them out again. */
function isCounterSpent(stored: StoredAccount | undefined, seen: StoredAccount, { counter }: AccountEdit): boolean {
  if (stored?.type !== 'hotp' || seen.type !== 'hotp' || counter === undefined) return false;
  return stored.counter !== seen.counter && counter < stored.counter;
}

function withoutCounter({ counter: _counter, ...rest }: AccountEdit): AccountEdit {
  return rest;
}

/** Moves an account to the trash; answers the place it had in the list. */
export async function deleteAccount(id: string): Promise<Result<number, EditFailure>> {
  let place = -1;
  const changed = await changeVault((content) => {
    place = content.accounts.findIndex((account) => account.id === id);
    return trashAccount(content, id, Date.now());
  });
  if (!changed.ok) return changed;
  return place < 0 ? err({ kind: 'account-gone' }) : ok(place);
}

/** Brings an account back from the trash, to `place` or to the end of the list. */
export async function undelete(id: string, place?: number): Promise<Result<void, EditFailure>> {
  const changed = await changeVault((content) => restoreAccount(content, id, place));
  if (!changed.ok) return changed;
  return changed.value.content.accounts.some((account) => account.id === id)
    ? ok(undefined)
    : err({ kind: 'account-gone' });
}

/** Takes an account out of the trash for good. */
export async function deleteForGood(id: string): Promise<Result<void, ChangeFailure>> {
  const changed = await changeVault((content) => forgetTrashed(content, id));
  return changed.ok ? ok(undefined) : changed;
}
