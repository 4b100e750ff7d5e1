/** What a backup or a vault that was set aside holds, to be made the vault where there is none or none that opens. */
import { type ReadBackup, restoreAsVault } from '../src/app/backup';
import { accountCount } from '../src/ui/amounts';
import { NewPassphraseForm } from '../src/ui/new-passphrase-form';
import { Notice } from '../src/ui/notice';
import { busy, notice, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountNames } from './account-names';
import { BackupSummary } from './backup-summary';
import { onUnreadable } from './on-unreadable';

interface Props {
  readonly backup: ReadBackup;
  /** What opened it; undefined where a new one has to be chosen. */
  readonly passphrase: string | undefined;
  readonly source: 'backup' | 'set-aside';
  readonly onEnd: () => void;
}

export function RestoreAll({ backup, passphrase, source, onEnd }: Props) {
  const { accounts } = backup;
  const isBusy = busy.value !== undefined;
  const action = t('restoreCount', accountCount(accounts.length));
  const restore = async (given: string) => {
    await whileBusy('change', async () => {
      const restored = await restoreAsVault(backup, given, onUnreadable());
      const done = source === 'backup' ? 'restoredAsVault' : 'broughtBackAsVault';
      if (restored.ok) say(t(done, accountCount(accounts.length)));
      else await sayFailure(restored.error);
    });
  };
  return (
    <>
      <BackupSummary backup={backup} source={source} />
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
      {passphrase === undefined ? (
        <>
          <p>{t('bringBackNew')}</p>
          <NewPassphraseForm action={action} onChoose={(chosen) => void restore(chosen)} onBack={onEnd} />
        </>
      ) : (
        <>
          <p>{t(source === 'backup' ? 'restoreAsVaultText' : 'bringBackSame')}</p>
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
              onClick={() => void restore(passphrase)}
            >
              {isBusy ? t('creatingVault') : action}
            </button>
          </div>
        </>
      )}
    </>
  );
}
