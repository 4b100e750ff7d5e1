/** What the popup opens with: one look at the key, the vault and what waits to be saved. */
import type { StoredAccount } from '../vault/account';
import { findVault, openVault } from '../vault/vault';
import { readPending } from './pending';
import { findSessionKey } from './session-key';
import { readAhead } from './vault-ports';

export type Home =
  | { readonly state: 'absent'; readonly pending: readonly StoredAccount[] }
  | { readonly state: 'locked' }
  | UnlockedHome
  | { readonly state: 'damaged' | 'newer' | 'storage-failed' };

export interface UnlockedHome {
  readonly state: 'unlocked';
  readonly accounts: readonly StoredAccount[];
  readonly isReadOnly: boolean;
  readonly pending: readonly StoredAccount[];
  readonly deadlineMs: number;
}

export async function loadHome(nowMs: number): Promise<Home> {
  const local = readAhead(['va', 'vb']);
  try {
    const session = await findSessionKey(nowMs);
    if (session !== undefined) {
      const opened = await openVault(local, session.vaultKey);
      if (opened.ok) {
        const { content, isReadOnly } = opened.value;
        const pending = await readPending(session.vaultKey, nowMs);
        // A save that was cut off after its commit left the account in both places.
        const saved = new Set(pending.length > 0 ? content.accounts.map((account) => account.id) : []);
        return {
          state: 'unlocked',
          accounts: content.accounts,
          isReadOnly,
          pending: pending.filter((account) => !saved.has(account.id)),
          deadlineMs: session.deadlineMs,
        };
      }
      if (opened.error.kind !== 'key-refused' && opened.error.kind !== 'absent') return { state: opened.error.kind };
    }
    const found = await findVault(local);
    if (!found.ok) return { state: found.error.kind };
    if (found.value === 'present') return { state: 'locked' };
    return { state: 'absent', pending: await readPending(undefined, nowMs) };
  } catch {
    return { state: 'storage-failed' };
  }
}
