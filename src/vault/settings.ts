/** Settings that are sealed with the accounts. What another version put beside them is kept. */
import type { VaultContent } from './content';
import { isCount, isJsonObject } from './json';

/** How long after an unlock the vault locks; the first one: after the last use. Strictest first. */
export const LOCK_CHOICES = ['5-minutes-unused', '15-minutes', '1-hour', '8-hours', 'restart'] as const;
export type LockAfter = (typeof LOCK_CHOICES)[number];

const DEFAULT: LockAfter = '8-hours';

/** The default for anything that is none of the choices. */
export function readLockAfter({ settings }: VaultContent): LockAfter {
  return LOCK_CHOICES.find((choice) => choice === settings['lockAfter']) ?? DEFAULT;
}

export function withLockAfter(content: VaultContent, lockAfter: LockAfter): VaultContent {
  return { ...content, settings: { ...content.settings, lockAfter } };
}

/** The last backup that was opened again and held what the vault held. */
export interface LastBackup {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** How many it holds. */
  readonly accounts: number;
}

export function readLastBackup({ settings }: VaultContent): LastBackup | undefined {
  const backup = settings['backup'];
  if (!isJsonObject(backup)) return undefined;
  const { atMs, accounts } = backup;
  return isCount(atMs) && isCount(accounts) ? { atMs, accounts } : undefined;
}

export function withLastBackup(content: VaultContent, { atMs, accounts }: LastBackup): VaultContent {
  return { ...content, settings: { ...content.settings, backup: { atMs, accounts } } };
}

/** When the person last chose to make no backup just then, in milliseconds since 1970. */
export function readBackupPutOff({ settings }: VaultContent): number | undefined {
  const atMs = settings['backupPutOffMs'];
  return isCount(atMs) ? atMs : undefined;
}

export function withBackupPutOff(content: VaultContent, atMs: number): VaultContent {
  return { ...content, settings: { ...content.settings, backupPutOffMs: atMs } };
}
