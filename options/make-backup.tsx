/**
 * A backup file: under the vault's own passphrase, or, where there is none, under one for the file. A browser does not tell
 * whether a download came about, so the file counts only when the person says that it is there. One of some accounts alone
 * counts as no backup at all.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type BackupFile, makeBackup, noteBackup } from '../src/app/backup';
import type { Protection } from '../src/app/home';
import { accountCount } from '../src/ui/amounts';
import { NewPassphraseForm } from '../src/ui/new-passphrase-form';
import { Notice } from '../src/ui/notice';
import { busy, notice, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { PassphraseForm } from '../src/ui/passphrase-form';
import { t } from '../src/ui/text';
import { saveFile } from '../src/ui/text-files';

/** Some of the accounts. */
export interface Part {
  readonly ids: readonly string[];
  /** How many there are in all. */
  readonly of: number;
}

interface Props {
  readonly protection: Protection;
  readonly part?: Part;
  readonly onEnd: () => void;
}

export function MakeBackup({ protection, part, onEnd }: Props) {
  const [file, setFile] = useState<BackupFile>();
  if (file !== undefined) return <SavedFile file={file} part={part} onEnd={onEnd} />;
  const action = t(part === undefined ? 'makeBackup' : 'exportAction');
  const choose = (passphrase: string) => void make(passphrase, part?.ids).then(setFile);
  return (
    <>
      <p>{t(protection === 'device' ? 'makeBackupNew' : part === undefined ? 'makeBackupOwn' : 'exportOwn')}</p>
      {protection === 'device' ? (
        <NewPassphraseForm action={action} onChoose={choose} onBack={onEnd} />
      ) : (
        <PassphraseForm action={action} onGive={choose} onBack={onEnd} />
      )}
    </>
  );
}

interface SavedFileProps {
  readonly file: BackupFile;
  readonly part: Part | undefined;
  readonly onEnd: () => void;
}

function SavedFile({ file, part, onEnd }: SavedFileProps) {
  const text = useRef<HTMLElement>(null);
  // The form that had the keyboard is gone. Not on a button: whoever pressed Enter twice has not answered yet.
  useLayoutEffect(() => text.current?.focus(), []);
  const isBusy = busy.value !== undefined;
  const giveUp = () => {
    notice.value = undefined;
    onEnd();
  };
  const saveAgain = () => {
    saveFile(file);
    say(t('backupSavedAgain'));
  };
  return (
    <>
      <section data-show="backup-file" id="backup-file" aria-labelledby="backup-file" ref={text} tabIndex={-1}>
        <p>
          {part === undefined
            ? t('backupFileMade', accountCount(file.accounts))
            : t('exportFileMade', String(file.accounts), String(part.of))}
        </p>
        <p>
          <strong>{file.name}</strong>
        </p>
        <p>{t('backupFileAsk')}</p>
      </section>
      <div class="said" aria-live="polite">
        <Notice notice={notice.value} />
      </div>
      <div class="actions">
        {part === undefined && (
          <button type="button" class="button quiet" data-do="cancel" disabled={isBusy} onClick={giveUp}>
            {t('cancel')}
          </button>
        )}
        <button type="button" class="button" data-do="save-again" disabled={isBusy} onClick={saveAgain}>
          {t('backupSaveAgain')}
        </button>
        <button
          type="button"
          class="button primary"
          data-do="have-file"
          disabled={isBusy}
          onClick={() => (part === undefined ? void note(file).then((isDone) => isDone && onEnd()) : giveUp())}
        >
          {t('backupHaveFile')}
        </button>
      </div>
    </>
  );
}

async function make(passphrase: string, ids?: readonly string[]): Promise<BackupFile | undefined> {
  let made: BackupFile | undefined;
  await whileBusy('change', async () => {
    const file = await makeBackup(passphrase, ids);
    if (!file.ok) return await sayFailure(file.error);
    saveFile(file.value);
    made = file.value;
  });
  return made;
}

/** Answers whether the person's word was taken, whether or not it could be written down. */
async function note(file: BackupFile): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    isDone = true;
    const noted = await noteBackup(file);
    if (noted.ok) say(t('backupMade', accountCount(file.accounts)));
    else await sayFailure(noted.error, t('backupNotNoted'));
  });
  return isDone;
}
