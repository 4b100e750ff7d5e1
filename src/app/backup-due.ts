import type { Result } from '../result';
import { isBackupDue, isPutOff } from '../vault/backup-due';
import { withBackupPutOff } from '../vault/settings';
import { type ChangeFailure, changeVault } from './change';

export { isBackupDue, isPutOff };

/** Nothing is said of a backup for a week. */
export async function putOffBackup(nowMs: number): Promise<Result<unknown, ChangeFailure>> {
  return await changeVault((content) => withBackupPutOff(content, nowMs));
}
