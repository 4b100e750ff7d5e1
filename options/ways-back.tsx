/** What is left to do where the accounts do not open. */
import type { HomeProblem } from '../src/app/home';
import { type Remains, storedBytesFile } from '../src/app/recovery';
import { dateText } from '../src/ui/moments';
import { whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { saveFile } from '../src/ui/text-files';
import { RestoreInstead } from './restore-instead';
import { RestoreState } from './restore-state';
import { StartOver } from './start-over';
import { type OpenWay, Way } from './way';

interface RestoreStateWayProps {
  readonly problem: HomeProblem | 'locked';
  readonly remains: Remains | undefined;
  readonly opened: OpenWay;
}

/** Nothing, where no earlier state is whole, or where what would open them is what is missing. */
export function RestoreStateWay({ problem, remains, opened }: RestoreStateWayProps) {
  const isLocked = problem === 'locked';
  const protection = remains?.protection;
  const dates = (remains?.snapshots ?? []).flatMap(({ atMs }) => (atMs === undefined ? [] : [atMs]));
  if (protection === undefined || (protection === 'device' && (isLocked || problem === 'device-key-missing')))
    return null;
  return (
    <Way
      name="restore-state"
      title={t('restoreStateTitle')}
      text={t(isLocked ? 'restoreStateLockedText' : 'restoreStateText', dateText(Math.max(...dates)))}
      action={t('restoreState')}
      opened={opened}
      isPrimary={!isLocked}
    >
      <RestoreState protection={protection} onEnd={() => (opened.value = undefined)} />
    </Way>
  );
}

export function RestoreBackupWay({ opened, text }: { readonly opened: OpenWay; readonly text: string }) {
  return (
    <Way name="restore-backup" title={t('restoreBackup')} text={text} action={t('restoreBackup')} opened={opened}>
      <RestoreInstead onEnd={() => (opened.value = undefined)} />
    </Way>
  );
}

export function StartOverWay({ opened }: { readonly opened: OpenWay }) {
  return (
    <Way
      name="start-over"
      title={t('startOverTitle')}
      text={t('startOverText')}
      action={t('startOverTitle')}
      opened={opened}
    >
      <StartOver onEnd={() => (opened.value = undefined)} />
    </Way>
  );
}

export function StoredBytes() {
  return (
    <section>
      <h2>{t('storedBytesTitle')}</h2>
      <p class="soft">{t('storedBytesText')}</p>
      <div>
        <button type="button" class="button" data-do="save-bytes" onClick={() => void save()}>
          {t('download')}
        </button>
      </div>
    </section>
  );
}

async function save(): Promise<void> {
  await whileBusy('change', async () => saveFile(await storedBytesFile()));
}
