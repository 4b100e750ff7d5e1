/** What is left to do where the accounts do not open. */
import { storedBytesFile } from '../src/app/recovery';
import { whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { saveFile } from '../src/ui/text-files';
import { RestoreInstead } from './restore-instead';
import { StartOver } from './start-over';
import { type OpenWay, Way } from './way';

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
