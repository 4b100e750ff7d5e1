/** The one door through which an account enters the vault: from what waits, with the names the person agreed to. */
import { ok, type Result } from '../result';
import type { StoredAccount } from '../vault/account';
import { type CreateFailure, type Credential, createVault } from '../vault/create';
import { addAccount, replaceAccount } from '../vault/operations';
import { type ChangeFailure, changeVault } from './change';
import { dropPending } from './pending';
import { findSessionKey } from './session-key';
import { startSession } from './unlock';
import { vaultPorts } from './vault-ports';

export type SaveFailure = ChangeFailure;
export type FirstSaveFailure = CreateFailure | { readonly kind: 'session-failed' };

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
  const created = await createVault(vaultPorts, { credential, accounts: [account] });
  if (!created.ok) return created;
  const started = await startSession(created.value);
  if (!started.ok) return started;
  await dropPending(account.id, created.value.vaultKey, Date.now());
  return ok(undefined);
}

export async function discardPending(id: string): Promise<void> {
  const nowMs = Date.now();
  await dropPending(id, (await findSessionKey(nowMs))?.vaultKey, nowMs);
}
