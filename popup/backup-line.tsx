/** One quiet line where it is time for a backup; put off, it comes back after a week. */
import { isBackupDue, isPutOff, putOffBackup } from '../src/app/backup-due';
import type { UnlockedHome } from '../src/app/home';
import { ageText } from '../src/ui/moments';
import { busy, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { showBackups } from './acts';

export function BackupLine({ now }: { readonly now: UnlockedHome }) {
  const nowMs = Date.now();
  // One line at a time, and none where nothing could be written.
  if (now.news !== undefined || now.isReadOnly) return null;
  if (!isBackupDue(now, nowMs) || isPutOff(now, nowMs)) return null;
  return (
    <p class="list-line small soft" data-show="backup-line">
      {now.backup === undefined ? t('backupNone') : t('backupOld', ageText(now.backup.atMs, nowMs))}
      <button type="button" class="inline" data-do="to-backup" onClick={() => void showBackups()}>
        {t('backupMakeOne')}
      </button>
      <button
        type="button"
        class="inline"
        data-do="put-off-backup"
        disabled={busy.value !== undefined}
        onClick={() => void putOff()}
      >
        {t('notNow')}
      </button>
    </p>
  );
}

async function putOff(): Promise<void> {
  await whileBusy('change', async () => {
    const done = await putOffBackup(Date.now());
    if (!done.ok) await sayFailure(done.error);
  });
}
