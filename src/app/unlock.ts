/** Opening the vault, with the passphrase or with this device's own key, and putting a passphrase on it later. */
import { err, ok, type Result } from '../result';
import type { Bytes } from '../vault/bytes';
import { dropUnneededDeviceKey } from '../vault/device-key';
import { type RekeyFailure, rekeyUnderPassphrase } from '../vault/rekey';
import { readLockAfter } from '../vault/settings';
import {
  type DeviceUnlockFailure,
  type UnlockedVault,
  type UnlockFailure,
  unlockOnDevice,
  unlockVault,
} from '../vault/unlock';

import { sealAllPending } from './pending';
import { findSessionKey, keepSessionKey } from './session-key';
import { vaultPorts } from './vault-ports';

type SessionFailure = { readonly kind: 'session-failed' };
export type OpenFailure = UnlockFailure | SessionFailure;
export type ProtectFailure = RekeyFailure | SessionFailure | { readonly kind: 'locked' };

export async function unlock(passphrase: string): Promise<Result<void, OpenFailure>> {
  const unlocked = await unlockVault(vaultPorts, passphrase);
  if (!unlocked.ok) return unlocked;
  const started = await startSession(unlocked.value);
  // Left over where the browser ended between a new passphrase and the end of the device's key. Nobody waits for it.
  void dropUnneededDeviceKey(vaultPorts);
  return started;
}

/** Opens a vault that no passphrase protects. */
export async function unlockHere(): Promise<Result<UnlockedVault, DeviceUnlockFailure>> {
  const unlocked = await unlockOnDevice(vaultPorts);
  if (unlocked.ok) await startSession(unlocked.value);
  return unlocked;
}

/** From "this device only" to a passphrase: everything is sealed anew under a new key, and the device's key goes. */
export async function protectWithPassphrase(passphrase: string): Promise<Result<void, ProtectFailure>> {
  const nowMs = Date.now();
  const session = await findSessionKey(nowMs);
  if (session === undefined) return err({ kind: 'locked' });
  const rekeyed = await rekeyUnderPassphrase(vaultPorts, session.vaultKey, passphrase);
  if (!rekeyed.ok) return rekeyed;
  return await startSession(rekeyed.value, session.vaultKey);
}

/** Keeps the key for the session, and seals under it what had been waiting in plain memory or under the key before. */
export async function startSession(vault: UnlockedVault, oldKey?: Bytes): Promise<Result<void, SessionFailure>> {
  const nowMs = Date.now();
  try {
    await keepSessionKey(vault.vaultKey, readLockAfter(vault.content), nowMs);
    await sealAllPending(vault.vaultKey, nowMs, oldKey);
    return ok(undefined);
  } catch {
    return err({ kind: 'session-failed' });
  }
}
