/** All accounts, to be changed or deleted, and those deleted lately, to be brought back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { UnlockedHome } from '../src/app/home';
import { EditAccount } from '../src/ui/edit-account';
import { NewsLine } from '../src/ui/news-line';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { ShowAccount } from '../src/ui/show-account';
import { t } from '../src/ui/text';
import { AccountNames } from './account-names';
import { BackupDue } from './backup-due';
import { TrashList } from './trash-list';
import { Unlocked } from './unlocked';

export function AccountsSection() {
  return <Unlocked>{(now) => <Accounts now={now} />}</Unlocked>;
}

function Accounts({ now }: { readonly now: UnlockedHome }) {
  const [editedId, setEditedId] = useState<string>();
  const [isShown, setShown] = useState(false);
  const lastId = useRef<string | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  // Behind its form, the keyboard goes on from the account that was edited.
  useLayoutEffect(() => {
    if (editedId === undefined && lastId.current !== undefined)
      list.current?.querySelector<HTMLElement>(`[data-account="${lastId.current}"] [data-do=edit]`)?.focus();
    lastId.current = editedId;
  }, [editedId]);
  const edited = now.accounts.find(({ id }) => id === editedId);
  return (
    <>
      {now.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <NewsLine now={now} />
      <BackupDue now={now} />
      <div class="said" aria-live="polite">
        {edited === undefined && <Notice notice={notice.value} />}
      </div>
      {now.accounts.length === 0 && <p data-show="empty">{t('optionsEmpty')}</p>}
      <ul class="account-list" ref={list}>
        {now.accounts.map((account) => (
          <li key={account.id} class="account" data-account={account.id}>
            <AccountNames account={account} />
            {account.id === editedId ? (
              <div class="account-edit">
                {isShown ? (
                  <ShowAccount now={now} account={account} onEnd={() => setShown(false)} />
                ) : (
                  <EditAccount
                    account={account}
                    groups={now.groups}
                    onEnd={() => setEditedId(undefined)}
                    onShow={() => setShown(true)}
                    isFocused
                  />
                )}
              </div>
            ) : (
              !now.isReadOnly && (
                <button
                  type="button"
                  class="button small"
                  data-do="edit"
                  onClick={() => {
                    notice.value = undefined;
                    setShown(false);
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
