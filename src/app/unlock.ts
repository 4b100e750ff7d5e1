/** Opening the vault, with the passphrase or with this device's own key, and putting a passphrase on it later. */
import { err, ok, type Result } from '../result';
import type { Bytes } from '../vault/bytes';
import { dropUnneededDeviceKey } from '../vault/device-key';
import { healVault, type News } from '../vault/heal';
import { type RekeyFailure, raiseCost, rekeyUnderPassphrase } from '../vault/rekey';
import { readLockAfter } from '../vault/settings';
import {
  type DeviceUnlockFailure,
  type UnlockedVault,
  type UnlockFailure,
  unlockOnDevice,
  unlockVault,
} from '../vault/unlock';
import { type OneDomainFailure, reachesBothDomains } from './both-domains';
import { isConfirmed } from './confirm';
import { sealAllPending } from './pending';
import { findSessionKey, keepSessionKey } from './session-key';
import { vaultPorts } from './vault-ports';

type SessionFailure = { readonly kind: 'session-failed' };
export type OpenFailure = UnlockFailure | SessionFailure;
export type ProtectFailure =
  | RekeyFailure
  | SessionFailure
  | OneDomainFailure
  | { readonly kind: 'locked' | 'not-confirmed' };

export async function unlock(passphrase: string): Promise<Result<void, OpenFailure>> {
  const unlocked = await unlockVault(vaultPorts, passphrase);
  if (!unlocked.ok) return unlocked;
  const started = await startSession(unlocked.value, { isConfirmed: true, ...(await healIfNeeded(unlocked.value)) });
  void tidyUp(unlocked.value, passphrase);
  return started;
}

/** Nobody waits for it, and what the closing of the page cuts off is done at the next unlock. */
async function tidyUp({ vaultKey }: UnlockedVault, passphrase: string): Promise<void> {
  if (!reachesBothDomains()) return;
  try {
    await raiseCost(vaultPorts, vaultKey, passphrase);
  } catch {
    // The vault stays as it is.
  }
  // Left over where the browser ended between a new passphrase and the end of the device's key.
  await dropUnneededDeviceKey(vaultPorts);
}

export interface Healing {
  readonly news?: News | undefined;
  /** Something could not be mended: until it is, the local domain alone does not tell the newest state. */
  readonly isTorn?: boolean;
}

/** Mends what is not as the last commit left it. */
export async function healIfNeeded({
  vaultKey,
  needsHealing,
}: {
  readonly vaultKey: Bytes;
  readonly needsHealing: boolean;
}): Promise<Healing> {
  if (!needsHealing) return {};
  try {
    const healed = await healVault(vaultPorts, vaultKey);
    if (!healed.ok) return { isTorn: true };
    // A private window of Firefox has no mirror: none was lost.
    return healed.value === 'mirror-healed' && !reachesBothDomains() ? {} : { news: healed.value };
  } catch {
    return { isTorn: true };
  }
}

/** Opens a vault that no passphrase protects. */
export async function unlockHere(): Promise<Result<UnlockedVault, DeviceUnlockFailure>> {
  const unlocked = await unlockOnDevice(vaultPorts);
  if (!unlocked.ok) return unlocked;
  await startSession(unlocked.value, await healIfNeeded(unlocked.value));
  return unlocked;
}

/** From "this device only" to a passphrase: everything is sealed anew under a new key, and the device's key goes. */
export async function protectWithPassphrase(passphrase: string): Promise<Result<void, ProtectFailure>> {
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  const nowMs = Date.now();
  const session = await findSessionKey(nowMs);
  if (session === undefined) return err({ kind: 'locked' });
  if (!isConfirmed(session, nowMs)) return err({ kind: 'not-confirmed' });
  const rekeyed = await rekeyUnderPassphrase(vaultPorts, session.vaultKey, passphrase);
  if (!rekeyed.ok) return rekeyed;
  return await startSession(rekeyed.value, { isConfirmed: true, oldKey: session.vaultKey });
}

export interface SessionStart extends Healing {
  /** Whether the person has just given or chosen the passphrase. */
  readonly isConfirmed?: boolean;
  /** The key that what waits may still be sealed under. */
  readonly oldKey?: Bytes;
}

/** Keeps the key for the session, and seals under it what had been waiting in plain memory or under the key before. */
export async function startSession(
  { vaultKey, content, protection }: UnlockedVault,
  { isConfirmed: isGiven = false, isTorn = false, news, oldKey }: SessionStart = {},
): Promise<Result<void, SessionFailure>> {
  const nowMs = Date.now();
  // The device's own key proves nothing about who is there.
  const known = { isConfirmed: isGiven && protection === 'passphrase', isTorn, news };
  try {
    await keepSessionKey({ vaultKey, lockAfter: readLockAfter(content), ...known }, nowMs);
    await sealAllPending(vaultKey, nowMs, oldKey);
    return ok(undefined);
  } catch {
    return err({ kind: 'session-failed' });
  }
}
