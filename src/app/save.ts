/** The one door through which an account enters the vault: from what waits, with the names the person agreed to. */
import { err, ok, type Result } from '../result';
import type { StoredAccount } from '../vault/account';
import type { CommitFailure } from '../vault/commit';
import { type CreateFailure, commitVault, createVault, type OpenFailure } from '../vault/vault';
import { dropPending } from './pending';
import { findSessionKey } from './session-key';
import { startSession } from './unlock';
import { vaultPorts } from './vault-ports';

export type SaveFailure = OpenFailure | CommitFailure | { readonly kind: 'locked' };
export type FirstSaveFailure = CreateFailure | { readonly kind: 'session-failed' };

/** Adds `account` to the unlocked vault. Saving the same one again changes nothing. */
export async function saveAccount(account: StoredAccount): Promise<Result<void, SaveFailure>> {
  const nowMs = Date.now();
  const session = await findSessionKey(nowMs);
  if (session === undefined) return err({ kind: 'locked' });
  const committed = await commitVault(vaultPorts, session.vaultKey, (content) => ({
    ...content,
    accounts: [...content.accounts.filter(({ id }) => id !== account.id), account],
  }));
  if (!committed.ok) return committed;
  await dropPending(account.id, session.vaultKey, nowMs);
  return ok(undefined);
}

/** Makes the vault with its first account and leaves it unlocked. */
export async function saveFirstAccount(
  account: StoredAccount,
  passphrase: string,
): Promise<Result<void, FirstSaveFailure>> {
  const created = await createVault(vaultPorts, { passphrase, accounts: [account] });
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
