/** The order of the accounts, and those that stand in front: from content to content, by ids, as in operations.ts. */
import type { StoredAccount } from './account';
import type { VaultContent } from './content';

/**
 * In front of the account `beforeId`, or to the end where it is undefined. Nothing where either is not there any more: another
 * window took it, and the order a person saw is no longer the one that is stored.
 */
export function moveAccount(content: VaultContent, id: string, beforeId: string | undefined): VaultContent {
  const moved = content.accounts.find((account) => account.id === id);
  if (moved === undefined || id === beforeId) return content;
  const others = content.accounts.filter((account) => account !== moved);
  const place = beforeId === undefined ? others.length : others.findIndex((account) => account.id === beforeId);
  if (place < 0 || content.accounts[place] === moved) return content;
  return { ...content, accounts: others.toSpliced(place, 0, moved) };
}

export function pinAccounts(content: VaultContent, ids: readonly string[], isPinned: boolean): VaultContent {
  const chosen = new Set(ids);
  const isOther = (account: StoredAccount) => chosen.has(account.id) && (account.pinned === true) !== isPinned;
  if (!content.accounts.some(isOther)) return content;
  const accounts = content.accounts.map((account) => (isOther(account) ? withPin(account, isPinned) : account));
  return { ...content, accounts };
}

/** `pinned` is only there where it is so. */
export function withPin(account: StoredAccount, isPinned: boolean): StoredAccount {
  if (isPinned) return { ...account, pinned: true };
  const { pinned: _none, ...rest } = account;
  return rest as StoredAccount;
}
