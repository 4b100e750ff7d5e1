/** A backup file: under the vault's own passphrase, or, where there is none, under one for the file. */
import { makeBackup, noteBackup } from '../src/app/backup';
import type { Protection } from '../src/app/home';
import { accountCount } from '../src/ui/amounts';
import { NewPassphraseForm } from '../src/ui/new-passphrase-form';
import { say, sayFailure, whileBusy } from '../src/ui/page-state';
import { PassphraseForm } from '../src/ui/passphrase-form';
import { t } from '../src/ui/text';
import { saveFile } from '../src/ui/text-files';

interface Props {
  readonly protection: Protection;
  readonly onEnd: () => void;
}

export function MakeBackup({ protection, onEnd }: Props) {
  const action = t('makeBackup');
  const choose = (passphrase: string) => void make(passphrase).then((isDone) => isDone && onEnd());
  return (
    <>
      <p>{t(protection === 'device' ? 'makeBackupNew' : 'makeBackupOwn')}</p>
      {protection === 'device' ? (
        <NewPassphraseForm action={action} onChoose={choose} onBack={onEnd} />
      ) : (
        <PassphraseForm action={action} onGive={choose} onBack={onEnd} />
      )}
    </>
  );
}

/** Answers whether the person has the file. */
async function make(passphrase: string): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    const file = await makeBackup(passphrase);
    if (!file.ok) return sayFailure(file.error);
    saveFile(file.value);
    isDone = true;
    const noted = await noteBackup(file.value);
    if (noted.ok) say(t('backupMade', accountCount(file.value.accounts)));
    else sayFailure(noted.error, t('backupNotNoted'));
  });
  return isDone;
}
