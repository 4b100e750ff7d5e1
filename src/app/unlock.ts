/** Opening the vault, with the passphrase or with this device's own key, and the session that goes on from there. */
import { err, ok, type Result } from '../result';
import type { Bytes } from '../vault/bytes';
import type { Written } from '../vault/commit';
import { dropUnneededDeviceKey } from '../vault/device-key';
import { healVault, type News } from '../vault/heal';
import { raiseCost } from '../vault/rekey';
import { readLockAfter } from '../vault/settings';
import {
  type DeviceUnlockFailure,
  type UnlockedVault,
  type UnlockFailure,
  unlockOnDevice,
  unlockVault,
} from '../vault/unlock';
import { reachesBothDomains } from './both-domains';
import { sealAllPending } from './pending';
import { keepSessionKey, replaceSessionKey } from './session-key';
import { vaultPorts } from './vault-ports';

type SessionFailure = { readonly kind: 'session-failed' };
export type OpenFailure = UnlockFailure | SessionFailure;

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

export interface SessionStart extends Healing {
  /** Whether the person has just given or chosen the passphrase. */
  readonly isConfirmed?: boolean;
}

/** Keeps the key for the session, and seals under it what had been waiting in plain memory. */
export async function startSession(
  { vaultKey, content, protection }: UnlockedVault,
  { isConfirmed = false, isTorn = false, news }: SessionStart = {},
): Promise<Result<void, SessionFailure>> {
  const nowMs = Date.now();
  const lockAfter = readLockAfter(content);
  // The device's own key proves nothing about who is there.
  const known = { isConfirmed: isConfirmed && protection === 'passphrase', isTorn, news };
  try {
    await keepSessionKey({ vaultKey, lockAfter, ...known }, nowMs);
    await sealAllPending(vaultKey, nowMs);
    return ok(undefined);
  } catch {
    return err({ kind: 'session-failed' });
  }
}

/**
 * After the vault got another key or passphrase: the session goes on with it, and so does what waits under `oldKey`. False
 * where it was locked meanwhile or can't be kept; what is written is written.
 */
export async function followNewKey(
  { vaultKey, content, isMirrored }: UnlockedVault & Written,
  oldKey: Bytes,
): Promise<boolean> {
  const nowMs = Date.now();
  const news = isMirrored ? {} : { news: 'mirror-failing' as const };
  try {
    const isOpen = await replaceSessionKey(oldKey, { vaultKey, lockAfter: readLockAfter(content), ...news }, nowMs);
    // Also where it was locked: what waits must open with the next unlock.
    await sealAllPending(vaultKey, nowMs, oldKey);
    return isOpen;
  } catch {
    return false;
  }
}
