/** How an account comes to belong to a page, and is known to have been used. */
import { err, ok, type Result } from '../result';
import type { StoredAccount } from '../vault/account';
import { bindSite, markVerified } from '../vault/site-operations';
import { type ChangeFailure, changeVault } from './change';

export type BindAccountFailure = ChangeFailure | { readonly kind: 'account-gone' };

/** Answers the account as it is stored now. */
export async function bindAccount(id: string, site: string): Promise<Result<StoredAccount, BindAccountFailure>> {
  const changed = await changeVault((content) => bindSite(content, id, { site }));
  if (!changed.ok) return changed;
  const bound = changed.value.content.accounts.find((account) => account.id === id);
  return bound === undefined ? err({ kind: 'account-gone' }) : ok(bound);
}

/** One of its codes was filled or copied. Where that can't be written, the mark simply stays. */
export async function noteUse(account: StoredAccount): Promise<void> {
  if (account.unverified !== true) return;
  try {
    await changeVault((content) => markVerified(content, account.id));
  } catch {
    // The code was used all the same.
  }
}
