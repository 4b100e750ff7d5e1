/**
 * What can be done to groups: functions from content to content, by ids, as in operations.ts. Entries that this version does
 * not understand are kept.
 */
import type { StoredAccount } from './account';
import type { VaultContent } from './content';
import { groupsOf, isGroup, type StoredGroup } from './groups';
import { trashedAccounts } from './trash';

/** The group an account is in; undefined where there is none of that id. */
export function groupIdOf(content: VaultContent, { groupId }: StoredAccount): string | undefined {
  return groupsOf(content).find(({ id }) => id === groupId)?.id;
}

/** At the end; nothing where one of its id or its name is there. */
export function addGroup(content: VaultContent, group: StoredGroup): VaultContent {
  const isThere = groupsOf(content).some(({ id, name }) => id === group.id || name === group.name);
  return isThere ? content : { ...content, groups: [...content.groups, group] };
}

export function renameGroup(content: VaultContent, id: string, name: string): VaultContent {
  const isOther = groupsOf(content).some((one) => one.id === id && one.name !== name);
  if (!isOther) return content;
  return { ...content, groups: content.groups.map((one) => (isGroup(one) && one.id === id ? { ...one, name } : one)) };
}

/** Its accounts stay, in no group. */
export function removeGroup(content: VaultContent, id: string): VaultContent {
  const groups = content.groups.filter((one) => !isGroup(one) || one.id !== id);
  if (groups.length === content.groups.length) return content;
  const ids = content.accounts.filter(({ groupId }) => groupId === id).map((account) => account.id);
  return { ...groupAccounts(content, ids, undefined), groups };
}

/** Where neither an account nor one in the trash is in it. */
export function removeIfEmpty(content: VaultContent, id: string): VaultContent {
  const isIn = ({ groupId }: StoredAccount) => groupId === id;
  return content.accounts.some(isIn) || trashedAccounts(content).some(isIn) ? content : removeGroup(content, id);
}

/** Into the group, or out of any. Nothing where there is no such group. */
export function groupAccounts(
  content: VaultContent,
  ids: readonly string[],
  groupId: string | undefined,
): VaultContent {
  if (groupId !== undefined && !groupsOf(content).some(({ id }) => id === groupId)) return content;
  const chosen = new Set(ids);
  const isMoved = (account: StoredAccount) => chosen.has(account.id) && account.groupId !== groupId;
  if (!content.accounts.some(isMoved)) return content;
  return {
    ...content,
    accounts: content.accounts.map((account) => (isMoved(account) ? withGroup(account, groupId) : account)),
  };
}

/** `groupId` is only there where it is in one. */
export function withGroup(account: StoredAccount, groupId: string | undefined): StoredAccount {
  if (groupId !== undefined) return { ...account, groupId };
  const { groupId: _none, ...rest } = account;
  return rest as StoredAccount;
}
