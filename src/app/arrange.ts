/** The order of the accounts, their pins and groups, and what is done to several at once. */
import { err, ok, type Result } from '../result';
import { moveAccount, pinAccounts } from '../vault/arrangement';
import type { VaultContent } from '../vault/content';
import { addGroup, groupAccounts, removeGroup, removeIfEmpty, renameGroup } from '../vault/group-operations';
import { groupsOf, type StoredGroup } from '../vault/groups';
import { type Place, restoreAccounts, trashAccounts } from '../vault/operations';
import { type ChangeFailure, changeVault } from './change';

export type { Place };

export type ArrangeFailure =
  | ChangeFailure
  | { readonly kind: 'account-gone' | 'group-name-taken' | 'group-name-empty' };

async function arrange(operation: (content: VaultContent) => VaultContent): Promise<Result<void, ChangeFailure>> {
  const changed = await changeVault(operation);
  return changed.ok ? ok(undefined) : changed;
}

/** In front of `beforeId`, or to the end. Answers in front of which it stood, for the undo. */
export async function moveBefore(
  id: string,
  beforeId: string | undefined,
): Promise<Result<string | undefined, ArrangeFailure>> {
  let stoodBefore: string | undefined;
  let isThere = false;
  const changed = await changeVault((content) => {
    const place = content.accounts.findIndex((account) => account.id === id);
    isThere = place >= 0 && (beforeId === undefined || content.accounts.some((account) => account.id === beforeId));
    stoodBefore = content.accounts[place + 1]?.id;
    return moveAccount(content, id, beforeId);
  });
  if (!changed.ok) return changed;
  return isThere ? ok(stoodBefore) : err({ kind: 'account-gone' });
}

export async function pin(ids: readonly string[], isPinned: boolean): Promise<Result<void, ArrangeFailure>> {
  return await arrange((content) => pinAccounts(content, ids, isPinned));
}

/** A group of the id `madeFor` goes where nothing is left in it. */
export async function putIntoGroup(
  ids: readonly string[],
  groupId: string | undefined,
  madeFor?: string,
): Promise<Result<void, ArrangeFailure>> {
  return await arrange((content) => {
    const grouped = groupAccounts(content, ids, groupId);
    return madeFor === undefined ? grouped : removeIfEmpty(grouped, madeFor);
  });
}

/** A new group of this `id`, with the accounts in it. One of that name that is there already is taken. */
export async function makeGroup(
  name: string,
  ids: readonly string[] = [],
  id: string = crypto.randomUUID(),
): Promise<Result<StoredGroup, ArrangeFailure>> {
  const wanted = { id, name: name.trim() };
  if (isUnseen(wanted.name)) return err({ kind: 'group-name-empty' });
  let group: StoredGroup = wanted;
  const changed = await changeVault((content) => {
    const made = addGroup(content, wanted);
    group = groupsOf(made).find((one) => one.name === wanted.name) ?? wanted;
    return groupAccounts(made, ids, group.id);
  });
  return changed.ok ? ok(group) : changed;
}

export async function nameGroup(id: string, name: string): Promise<Result<void, ArrangeFailure>> {
  const wanted = name.trim();
  if (isUnseen(wanted)) return err({ kind: 'group-name-empty' });
  let isTaken = false;
  const changed = await changeVault((content) => {
    isTaken = groupsOf(content).some((one) => one.id !== id && one.name === wanted);
    return isTaken ? content : renameGroup(content, id, wanted);
  });
  if (!changed.ok) return changed;
  return isTaken ? err({ kind: 'group-name-taken' }) : ok(undefined);
}

/** Of nothing, or of nothing that is seen. */
function isUnseen(name: string): boolean {
  return !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(name);
}

export async function dropGroup(id: string): Promise<Result<void, ArrangeFailure>> {
  return await arrange((content) => removeGroup(content, id));
}

/** Into the trash, all in one write; answers what the undo needs. */
export async function deleteAccounts(ids: readonly string[]): Promise<Result<readonly Place[], ArrangeFailure>> {
  let places: readonly Place[] = [];
  const nowMs = Date.now();
  const wanted = new Set(ids);
  const changed = await changeVault((content) => {
    places = content.accounts.flatMap(({ id }, place) => (wanted.has(id) ? [{ id, place }] : []));
    return trashAccounts(content, ids, nowMs);
  });
  return changed.ok ? ok(places) : changed;
}

/** Back to where they stood. */
export async function bringBackAll(places: readonly Place[]): Promise<Result<void, ArrangeFailure>> {
  return await arrange((content) => restoreAccounts(content, places));
}
