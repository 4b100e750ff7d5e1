/** From a backup file to the vault, where there is none or none that opens. */
import { useState } from 'preact/hooks';
import { BackupFileForm, type GivenBackup } from './backup-file-form';
import { RestoreAll } from './restore-all';

export function RestoreInstead({ onEnd }: { readonly onEnd: () => void }) {
  const [given, setGiven] = useState<GivenBackup>();
  if (given === undefined) return <BackupFileForm onRead={setGiven} onBack={onEnd} />;
  return <RestoreAll {...given} source="backup" onEnd={onEnd} />;
}
