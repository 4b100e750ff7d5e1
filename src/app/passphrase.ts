/** A passphrase for the unlocked vault: its first, which ends "this device only", or another one. */
import { err, ok, type Result } from '../result';
import { makePassphrase } from '../vault/made-passphrase';
import { type RekeyFailure, rekeyUnderPassphrase, rewrapUnderPassphrase } from '../vault/rekey';
import { type OneDomainFailure, reachesBothDomains } from './both-domains';
import { isConfirmed } from './confirm';
import { findSessionKey } from './session-key';
import { followNewKey } from './unlock';
import { vaultPorts } from './vault-ports';

export { makePassphrase };

export type SetPassphraseFailure = RekeyFailure | OneDomainFailure | { readonly kind: 'locked' | 'not-confirmed' };

/** What is true once the passphrase opens the vault. */
export interface PassphraseSet {
  /** False where the second copy could not be written and still opens as before. */
  readonly isMirrored: boolean;
  /** Locked meanwhile, and so it stayed. */
  readonly isLocked: boolean;
}

/** From "this device only" to a passphrase: everything is sealed anew under a new key, and the device's key goes. */
export async function protectWithPassphrase(passphrase: string): Promise<Result<PassphraseSet, SetPassphraseFailure>> {
  return await setPassphrase(passphrase, rekeyUnderPassphrase);
}

/**
 * `isOldOneKnown`: someone else may know the old one, so the vault gets another key too, and what the old one opened opens
 * nothing any more.
 */
export async function changePassphrase(
  passphrase: string,
  isOldOneKnown: boolean,
): Promise<Result<PassphraseSet, SetPassphraseFailure>> {
  return await setPassphrase(passphrase, isOldOneKnown ? rekeyUnderPassphrase : rewrapUnderPassphrase);
}

async function setPassphrase(
  passphrase: string,
  seal: typeof rekeyUnderPassphrase,
): Promise<Result<PassphraseSet, SetPassphraseFailure>> {
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  const nowMs = Date.now();
  const session = await findSessionKey(nowMs);
  if (session === undefined) return err({ kind: 'locked' });
  if (!isConfirmed(session, nowMs)) return err({ kind: 'not-confirmed' });
  const sealed = await seal(vaultPorts, session.vaultKey, passphrase);
  if (!sealed.ok) return sealed;
  const isOpen = await followNewKey(sealed.value, session.vaultKey);
  return ok({ isMirrored: sealed.value.isMirrored, isLocked: !isOpen });
}
