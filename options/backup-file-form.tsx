/** A backup file, and the passphrase that opens it. */
import { useState } from 'preact/hooks';
import { type ReadBackup, readBackupFile } from '../src/app/backup';
import { fileErrorText } from '../src/ui/error-text';
import { FileField } from '../src/ui/file-field';
import { Notice } from '../src/ui/notice';
import { busy, notice, sayBad, whileBusy } from '../src/ui/page-state';
import { PassphraseField } from '../src/ui/passphrase-field';
import { t } from '../src/ui/text';
import { readFile } from '../src/ui/text-files';

export interface GivenBackup {
  readonly backup: ReadBackup;
  /** What opened it. */
  readonly passphrase: string;
}

interface Props {
  readonly onRead: (given: GivenBackup) => void;
  readonly onBack: () => void;
}

export function BackupFileForm({ onRead, onBack }: Props) {
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');
  const isBusy = busy.value !== undefined;
  const read = async () => {
    const backup = file === undefined ? undefined : await open(file, passphrase);
    if (backup !== undefined) onRead({ backup, passphrase });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <FileField name="backup-file" label={t('backupFileLabel')} accept=".json,application/json" onChoose={setFile} />
      <PassphraseField
        label={t('backupPassphraseLabel')}
        value={passphrase}
        onInput={setPassphrase}
        isFocused={false}
      />
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="back" disabled={isBusy} onClick={onBack}>
          {t('back')}
        </button>
        <button
          type="submit"
          class="button primary"
          data-do="open-file"
          disabled={isBusy || file === undefined || passphrase === ''}
        >
          {t(isBusy ? 'opening' : 'openBackup')}
        </button>
      </div>
    </form>
  );
}

async function open(file: File, passphrase: string): Promise<ReadBackup | undefined> {
  let backup: ReadBackup | undefined;
  await whileBusy('change', async () => {
    const text = await readFile(file);
    if (!text.ok) return sayBad(fileErrorText(text.error));
    const read = await readBackupFile(text.value, passphrase);
    if (!read.ok) return sayBad(fileErrorText(read.error));
    if (read.value.isNewer) return sayBad(fileErrorText({ kind: 'newer' }));
    backup = read.value;
  });
  return backup;
}
