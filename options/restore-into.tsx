/** From a backup file into the unlocked vault: what differs first, then what the person chooses of it. */
import { useState } from 'preact/hooks';
import { BackupFileForm, type GivenBackup } from './backup-file-form';
import { BackupSummary } from './backup-summary';
import { ChangesForm } from './changes-form';

export function RestoreInto({ onEnd }: { readonly onEnd: () => void }) {
  const [given, setGiven] = useState<GivenBackup>();
  if (given?.backup.changes === undefined) return <BackupFileForm onRead={setGiven} onBack={onEnd} />;
  return (
    <>
      <BackupSummary backup={given.backup} source="backup" />
      <ChangesForm changes={given.backup.changes} source="backup" onEnd={onEnd} />
    </>
  );
}
