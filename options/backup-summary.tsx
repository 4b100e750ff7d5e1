/** What a backup file turned out to hold. */
import type { ReadBackup } from '../src/app/backup';
import { accountCount } from '../src/ui/amounts';
import { dateText } from '../src/ui/moments';
import { t } from '../src/ui/text';

export function BackupSummary({ backup: { atMs, accounts, trashed } }: { readonly backup: ReadBackup }) {
  return (
    <p data-show="backup-read">
      {t('backupRead', dateText(atMs), accountCount(accounts.length))}
      {trashed > 0 && ` ${t('backupReadTrash', accountCount(trashed))}`}
    </p>
  );
}
