/** The one door through which an account enters the vault: from what waits, with the names the person agreed to. */
import { err, ok, type Result } from '../result';
import type { StoredAccount } from '../vault/account';
import { type CreateFailure, type Credential, createVault } from '../vault/create';
import { addAccount, replaceAccount } from '../vault/operations';
import { type OneDomainFailure, reachesBothDomains } from './both-domains';
import { type ChangeFailure, changeVault } from './change';
import { dropPending } from './pending';
import { startSession } from './unlock';
import { vaultPorts } from './vault-ports';

export type SaveFailure = ChangeFailure;
export type FirstSaveFailure = CreateFailure | OneDomainFailure | { readonly kind: 'session-failed' };

/**
 * Adds `account` to the unlocked vault, in the place of the account `replacedId` where one is named: that one goes to the
 * trash. Saving the same account again changes nothing.
 */
export async function saveAccount(account: StoredAccount, replacedId?: string): Promise<Result<void, SaveFailure>> {
  const changed = await changeVault((content) =>
    replacedId === undefined ? addAccount(content, account) : replaceAccount(content, replacedId, account, Date.now()),
  );
  if (!changed.ok) return changed;
  await discardPending(account.id);
  return ok(undefined);
}

/** Makes the vault with its first account and leaves it unlocked. */
export async function saveFirstAccount(
  account: StoredAccount,
  credential: Credential,
): Promise<Result<void, FirstSaveFailure>> {
  // Where nothing is seen in one domain, the other may hold a vault.
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  const created = await createVault(vaultPorts, { credential, accounts: [account] });
  if (!created.ok) return created;
  const started = await startSession(created.value, { isConfirmed: true });
  if (!started.ok) return started;
  await discardPending(account.id);
  return ok(undefined);
}

/** Behind a save it may fail: what is in the vault is not shown as waiting. */
export async function discardPending(id: string): Promise<Result<void, { readonly kind: 'storage-failed' }>> {
  try {
    await dropPending(id, Date.now());
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
