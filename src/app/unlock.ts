/** Opening the vault with the passphrase, and making it with the first account. */
import { setAlarm } from '../platform/alarms';
import { err, ok, type Result } from '../result';
import type { StoredAccount } from '../vault/account';
import { type UnlockedVault, type UnlockFailure, unlockVault } from '../vault/vault';
import { LOCK_ALARM } from './names';
import { readPending, writePending } from './pending';
import { keepSessionKey } from './session-key';
import { vaultPorts } from './vault-ports';

export type OpenFailure = UnlockFailure | { readonly kind: 'session-failed' };

export async function unlock(passphrase: string): Promise<Result<void, OpenFailure>> {
  const unlocked = await unlockVault(vaultPorts, passphrase);
  if (!unlocked.ok) return unlocked;
  return await startSession(unlocked.value);
}

/** Keeps the key for the session and seals under it what had been waiting in plain memory. */
export async function startSession(vault: UnlockedVault): Promise<Result<void, { readonly kind: 'session-failed' }>> {
  const nowMs = Date.now();
  try {
    const waiting: readonly StoredAccount[] = await readPending(undefined, nowMs);
    if (waiting.length > 0) await writePending(waiting, vault.vaultKey, nowMs);
    const deadlineMs = await keepSessionKey(vault.vaultKey, nowMs);
    await setAlarm(LOCK_ALARM, deadlineMs);
    return ok(undefined);
  } catch {
    return err({ kind: 'session-failed' });
  }
}
