/** A part of a vault, for a file: some of its accounts as they are, with the groups that these are in. */
import type { VaultContent } from './content';
import { groupsOf } from './groups';

/** Neither the trash nor the settings, which say things about the whole. */
export function partOf(content: VaultContent, ids: readonly string[]): VaultContent {
  const chosen = new Set(ids);
  const accounts = content.accounts.filter(({ id }) => chosen.has(id));
  const used = new Set(accounts.map(({ groupId }) => groupId));
  return { ...content, accounts, groups: groupsOf(content).filter(({ id }) => used.has(id)), trash: [], settings: {} };
}
