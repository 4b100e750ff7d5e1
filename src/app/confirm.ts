/** Acts that could harm the person ask again when the passphrase was not given within the last minute. */
import { err, ok, type Result } from '../result';
import { type UnlockFailure, unlockVault } from '../vault/unlock';
import { confirmSession, findSessionKey } from './session-key';
import { vaultPorts } from './vault-ports';

const CONFIRMED_MS = 60_000;

export type ConfirmFailure = UnlockFailure | { readonly kind: 'locked' | 'session-failed' };

/** Also false where the clock stands before the moment it was given. */
export function isConfirmed({ confirmedMs }: { readonly confirmedMs: number | undefined }, nowMs: number): boolean {
  return confirmedMs !== undefined && nowMs >= confirmedMs && nowMs - confirmedMs <= CONFIRMED_MS;
}

export async function confirmPassphrase(passphrase: string): Promise<Result<void, ConfirmFailure>> {
  const unlocked = await unlockVault(vaultPorts, passphrase);
  return unlocked.ok ? await confirmHere() : unlocked;
}

/** For a vault of this device, where nobody can prove more than to be there. */
export async function confirmHere(): Promise<Result<void, { readonly kind: 'locked' | 'session-failed' }>> {
  try {
    if ((await findSessionKey(Date.now())) === undefined) return err({ kind: 'locked' });
    await confirmSession(Date.now());
    return ok(undefined);
  } catch {
    return err({ kind: 'session-failed' });
  }
}
