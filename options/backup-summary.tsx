/** What a backup file, or a vault that was set aside, turned out to hold. */
import type { ReadBackup } from '../src/app/backup';
import { accountCount } from '../src/ui/amounts';
import { dateText } from '../src/ui/moments';
import { t } from '../src/ui/text';

interface Props {
  readonly backup: ReadBackup;
  readonly source: 'backup' | 'set-aside';
}

export function BackupSummary({ backup: { atMs, accounts, trashed }, source }: Props) {
  return (
    <p data-show="backup-read">
      {t(source === 'backup' ? 'backupRead' : 'setAsideRead', dateText(atMs), accountCount(accounts.length))}
      {trashed > 0 && ` ${t('backupReadTrash', accountCount(trashed))}`}
    </p>
  );
}
