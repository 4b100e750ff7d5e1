/** Whether it is time to speak of a backup. */
import type { StoredAccount } from './account';
import type { LastBackup } from './settings';

const DAY_MS = 86_400_000;
const ENOUGH_ACCOUNTS = 3;
const OLD_MS = 30 * DAY_MS;
const PUT_OFF_MS = 7 * DAY_MS;

interface Kept {
  readonly accounts: readonly StoredAccount[];
  readonly backup: LastBackup | undefined;
}

interface PutOff {
  /** When the person last chose to make none just then, in milliseconds since 1970. */
  readonly backupPutOffMs: number | undefined;
}

/** From the third account or the second day on: there is no backup, or only an old one. */
export function isBackupDue({ accounts, backup }: Kept, nowMs: number): boolean {
  if (accounts.length === 0) return false;
  if (backup !== undefined) return nowMs - backup.atMs > OLD_MS;
  return accounts.length >= ENOUGH_ACCOUNTS || accounts.some(({ addedMs }) => nowMs - addedMs > DAY_MS);
}

/** For a week. A time still to come, left by a clock that was wrong, puts nothing off. */
export function isPutOff({ backupPutOffMs }: PutOff, nowMs: number): boolean {
  return backupPutOffMs !== undefined && backupPutOffMs <= nowMs && nowMs - backupPutOffMs < PUT_OFF_MS;
}
