/** From a backup file to the vault, where there is none or none that opens. */
import { useState } from 'preact/hooks';
import { restoreAsVault } from '../src/app/backup';
import { accountCount } from '../src/ui/amounts';
import { Notice } from '../src/ui/notice';
import { busy, notice, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountNames } from './account-names';
import { BackupFileForm, type GivenBackup } from './backup-file-form';
import { BackupSummary } from './backup-summary';

export function RestoreInstead({ onEnd }: { readonly onEnd: () => void }) {
  const [given, setGiven] = useState<GivenBackup>();
  if (given === undefined) return <BackupFileForm onRead={setGiven} onBack={onEnd} />;
  const isBusy = busy.value !== undefined;
  const { accounts } = given.backup;
  return (
    <>
      <BackupSummary backup={given.backup} />
      <details class="advanced">
        <summary data-do="show-accounts">{t('showAccounts')}</summary>
        <ul class="account-list">
          {accounts.map((account, place) => (
            <li key={place} class="account">
              <AccountNames account={account} />
            </li>
          ))}
        </ul>
      </details>
      <p>{t('restoreAsVaultText')}</p>
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="back" disabled={isBusy} onClick={onEnd}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          data-do="restore-all"
          disabled={isBusy}
          onClick={() => void restore(given)}
        >
          {isBusy ? t('creatingVault') : t('restoreCount', accountCount(accounts.length))}
        </button>
      </div>
    </>
  );
}

async function restore({ backup, passphrase }: GivenBackup): Promise<void> {
  await whileBusy('change', async () => {
    const restored = await restoreAsVault(backup, passphrase);
    if (restored.ok) say(t('restoredAsVault', accountCount(backup.accounts.length)));
    else sayFailure(restored.error);
  });
}
