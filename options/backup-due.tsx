/** One quiet line from the third account on, where there is no backup or only an old one. */
import type { UnlockedHome } from '../src/app/home';
import { ageText, isOlderThan } from '../src/ui/moments';
import { t } from '../src/ui/text';

const ENOUGH_ACCOUNTS = 3;
const OLD_DAYS = 30;

export function BackupDue({ now: { accounts, backup } }: { readonly now: UnlockedHome }) {
  const nowMs = Date.now();
  if (accounts.length < ENOUGH_ACCOUNTS) return null;
  if (backup !== undefined && !isOlderThan(OLD_DAYS, backup.atMs, nowMs)) return null;
  return (
    <p class="soft" data-show="backup-due">
      {backup === undefined ? t('backupNever') : t('backupOld', ageText(backup.atMs, nowMs))}{' '}
      <a href="#backup">{t('makeBackup')}</a>
    </p>
  );
}
