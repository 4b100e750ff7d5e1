/** What becomes of an account where it is used: functions from content to content, as in operations.ts. */
import { type StoredAccount, type StoredSite, sitesOf } from './account';
import type { VaultContent } from './content';

/** Bound to one more site; nothing where it is already. */
export function bindSite(content: VaultContent, id: string, site: StoredSite): VaultContent {
  return change(content, id, (account) =>
    sitesOf(account).some((one) => one.site === site.site)
      ? account
      : { ...account, sites: [...(account.sites ?? []), site] },
  );
}

/** One of its codes was used. */
export function markVerified(content: VaultContent, id: string): VaultContent {
  return change(content, id, (account) => {
    const { unverified: _unverified, ...rest } = account;
    return rest as StoredAccount;
  });
}

function change(content: VaultContent, id: string, of: (account: StoredAccount) => StoredAccount): VaultContent {
  return { ...content, accounts: content.accounts.map((account) => (account.id === id ? of(account) : account)) };
}
