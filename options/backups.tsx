/** The unlocked vault's backups: the last one, the next one, and what can be brought back from one or from an earlier day. */
import { useSignal } from '@preact/signals';
import type { UnlockedHome } from '../src/app/home';
import { accountCount } from '../src/ui/amounts';
import { ageText } from '../src/ui/moments';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { EarlierStates } from './earlier-states';
import { MakeBackup } from './make-backup';
import { RestoreInto } from './restore-into';
import { SetAsideList } from './set-aside-list';
import { Way } from './way';

export function Backups({ now }: { readonly now: UnlockedHome }) {
  const { isReadOnly, accounts, backup, protection } = now;
  const opened = useSignal<string | undefined>(undefined);
  const end = () => {
    opened.value = undefined;
  };
  return (
    <div class="stack" data-show="backups">
      {isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <div class="said" aria-live="polite">
        {opened.value === undefined && <Notice notice={notice.value} />}
      </div>
      <p data-show="last-backup">
        {backup === undefined
          ? t('backupNever')
          : t('backupLast', ageText(backup.atMs, Date.now()), accountCount(backup.accounts))}
      </p>
      {accounts.length > 0 && (
        <Way
          name="make-backup"
          title={t('makeBackupTitle')}
          text={t('makeBackupText')}
          action={t('makeBackup')}
          opened={opened}
          isPrimary={backup === undefined}
        >
          <MakeBackup protection={protection} onEnd={end} />
        </Way>
      )}
      {!isReadOnly && (
        <Way
          name="restore-backup"
          title={t('restoreBackup')}
          text={t('restoreIntoText')}
          action={t('restoreBackup')}
          opened={opened}
        >
          <RestoreInto onEnd={end} />
        </Way>
      )}
      <EarlierStates opened={opened} isReadOnly={isReadOnly} />
      <SetAsideList opened={opened} />
    </div>
  );
}
