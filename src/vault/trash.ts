/** What stands in the trash. How it comes there, and out of it, is in operations.ts. */
import { isStoredAccount, type StoredAccount } from './account';
import type { VaultContent } from './content';
import { isCount } from './json';

/** The account as it was, its unknown fields too, and when it was put there. */
export type TrashedAccount = StoredAccount & { readonly trashedMs: number };

/** Newest first. Entries of any other shape stay in the trash unseen: some other version knows what they are. */
export function trashedAccounts(content: VaultContent): readonly TrashedAccount[] {
  return content.trash
    .filter(isTrashed)
    .reverse()
    .sort((a, b) => b.trashedMs - a.trashedMs);
}

export function isTrashed(entry: unknown): entry is TrashedAccount {
  return isStoredAccount(entry) && isCount((entry as Partial<TrashedAccount>).trashedMs);
}
