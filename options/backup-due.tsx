/** One quiet line where it is time for a backup. */
import { isBackupDue } from '../src/app/backup-due';
import type { UnlockedHome } from '../src/app/home';
import { ageText } from '../src/ui/moments';
import { t } from '../src/ui/text';

export function BackupDue({ now }: { readonly now: UnlockedHome }) {
  const nowMs = Date.now();
  if (!isBackupDue(now, nowMs)) return null;
  return (
    <p class="soft" data-show="backup-due">
      {now.backup === undefined ? t('backupNever') : t('backupOld', ageText(now.backup.atMs, nowMs))}{' '}
      <a href="#backup">{t('makeBackup')}</a>
    </p>
  );
}
