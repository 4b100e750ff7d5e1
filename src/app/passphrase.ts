/** Changing the passphrase of the unlocked vault. */
import { err, type Result } from '../result';
import { type RekeyFailure, rekeyUnderPassphrase, rewrapUnderPassphrase } from '../vault/rekey';
import { type OneDomainFailure, reachesBothDomains } from './both-domains';
import { isConfirmed } from './confirm';
import { findSessionKey, keepNews } from './session-key';
import { startSession } from './unlock';
import { vaultPorts } from './vault-ports';

export type ChangePassphraseFailure =
  | RekeyFailure
  | OneDomainFailure
  | { readonly kind: 'locked' | 'session-failed' | 'not-confirmed' };

/**
 * `isOldOneKnown`: someone else may know the old one, so the vault gets another key too, and what the old one opened opens
 * nothing any more.
 */
export async function changePassphrase(
  passphrase: string,
  isOldOneKnown: boolean,
): Promise<Result<void, ChangePassphraseFailure>> {
  if (!reachesBothDomains()) return err({ kind: 'private-window' });
  const nowMs = Date.now();
  const session = await findSessionKey(nowMs);
  if (session === undefined) return err({ kind: 'locked' });
  if (!isConfirmed(session, nowMs)) return err({ kind: 'not-confirmed' });
  const change = isOldOneKnown ? rekeyUnderPassphrase : rewrapUnderPassphrase;
  const changed = await change(vaultPorts, session.vaultKey, passphrase);
  if (!changed.ok) return changed;
  const started = await startSession(changed.value, { isConfirmed: true, oldKey: session.vaultKey });
  if (!changed.value.isMirrored) await keepNews('mirror-failing');
  return started;
}
