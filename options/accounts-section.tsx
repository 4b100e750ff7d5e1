/** All accounts, to be changed or deleted, and those deleted lately, to be brought back. */
import { useState } from 'preact/hooks';
import type { UnlockedHome } from '../src/app/home';
import { EditAccount } from '../src/ui/edit-account';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountNames } from './account-names';
import { TrashList } from './trash-list';
import { Unlocked } from './unlocked';

export function AccountsSection() {
  return <Unlocked>{(now) => <Accounts now={now} />}</Unlocked>;
}

function Accounts({ now }: { readonly now: UnlockedHome }) {
  const [editedId, setEditedId] = useState<string>();
  const edited = now.accounts.find(({ id }) => id === editedId);
  return (
    <>
      {now.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <div class="said">{edited === undefined && <Notice notice={notice.value} />}</div>
      {now.accounts.length === 0 && <p data-show="empty">{t('optionsEmpty')}</p>}
      <ul class="account-list">
        {now.accounts.map((account) => (
          <li key={account.id} class="account" data-account={account.id}>
            <AccountNames account={account} />
            {account.id === editedId ? (
              <div class="account-edit">
                <EditAccount account={account} onEnd={() => setEditedId(undefined)} />
              </div>
            ) : (
              !now.isReadOnly && (
                <button
                  type="button"
                  class="button small"
                  data-do="edit"
                  onClick={() => {
                    notice.value = undefined;
                    setEditedId(account.id);
                  }}
                >
                  {t('editAccount')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      <TrashList trashed={now.trashed} isReadOnly={now.isReadOnly} />
    </>
  );
}
