/** The one door through which an account enters the vault: from what waits, with the names the person agreed to. */
import { err, ok, type Result } from '../result';
import { type CreateFailure, type Credential, createVault } from '../vault/create';
import { addAccount, replaceAccount } from '../vault/operations';
import { forgetBatches } from './batches';
import { type OneDomainFailure, reachesBothDomains } from './both-domains';
import { type ChangeFailure, changeVault } from './change';
import { dropPending, type PendingAccount, withoutPlace } from './pending';
import { startSession } from './unlock';
import { vaultPorts } from './vault-ports';

export type SaveFailure = ChangeFailure;
export type FirstSaveFailure = CreateFailure | OneDomainFailure | { readonly kind: 'session-failed' };

/** An account the person agreed to, and the one whose place it takes: that one goes to the trash. */
export interface Incoming {
  readonly account: PendingAccount;
  readonly replacedId?: string | undefined;
}

/** The accounts that make the vault, and those that came with them and are not kept. */
export interface FirstAccounts {
  readonly accounts: readonly PendingAccount[];
  readonly discardedIds: readonly string[];
}

/** Adds all to the unlocked vault in one commit, and ends the waiting of `discardedIds`. Saved again, nothing changes. */
export async function saveAccounts(
  incoming: readonly Incoming[],
  discardedIds: readonly string[] = [],
): Promise<Result<void, SaveFailure>> {
  const nowMs = Date.now();
  const changed = await changeVault((content) =>
    incoming.reduce((before, { account, replacedId }) => {
      const kept = withoutPlace(account);
      return replacedId === undefined ? addAccount(before, kept) : replaceAccount(before, replacedId, kept, nowMs);
    }, content),
  );
  if (!changed.ok) return changed;
  await discardPending([...incoming.map(({ account }) => account.id), ...discardedIds]);
  return ok(undefined);
}

/** Makes the vault with its first accounts and leaves it unlocked. */
export async function saveFirstAccounts(
  { accounts, discardedIds }: FirstAccounts,
  credential: Credential,
): Promise<Result<void, FirstSaveFailure>> {
  // Where nothing is seen in one domain, the other may hold a vault.
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  const created = await createVault(vaultPorts, { credential, accounts: accounts.map(withoutPlace) });
  if (!created.ok) return created;
  const started = await startSession(created.value, { isConfirmed: true });
  if (!started.ok) return started;
  await discardPending([...accounts.map(({ id }) => id), ...discardedIds]);
  return ok(undefined);
}

/**
 * Behind a save it may fail: what is in the vault is not shown as waiting. Of what a person wants none of, the exports are
 * forgotten too, so that they can be scanned again.
 */
export async function discardPending(
  ids: readonly string[],
  exports: 'keep' | 'forget' = 'keep',
): Promise<Result<void, { readonly kind: 'storage-failed' }>> {
  try {
    await dropPending(ids, Date.now());
    if (exports === 'forget') await forgetBatches(Date.now());
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
