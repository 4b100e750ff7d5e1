/** Every change of the unlocked vault goes through here: with the key of the session, by a function of what is stored now. */
import { err, type Result } from '../result';
import type { CommitFailure } from '../vault/commit';
import type { VaultContent } from '../vault/content';
import type { OpenedVault, OpenFailure } from '../vault/vault';
import { findSessionKey, keepNews } from './session-key';

export type ChangeFailure = OpenFailure | CommitFailure | { readonly kind: 'locked' };

export async function changeVault(
  operation: (content: VaultContent) => VaultContent,
): Promise<Result<OpenedVault, ChangeFailure>> {
  const session = await findSessionKey(Date.now());
  if (session === undefined) return err({ kind: 'locked' });
  // Most openings change nothing.
  const [{ commitVault }, { vaultPorts }] = await Promise.all([import('../vault/change'), import('./vault-ports')]);
  const changed = await commitVault(vaultPorts, session.vaultKey, operation);
  if (changed.ok && !changed.value.isMirrored) await keepNews('mirror-failing');
  return changed;
}
