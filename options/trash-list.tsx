/** Accounts deleted in the last 30 days. */
import { useState } from 'preact/hooks';
import type { TrashedAccount } from '../src/app/home';
import { bringBack, forget } from '../src/ui/account-tasks';
import { busy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { VirtualRows } from '../src/ui/virtual-rows';
import { AccountNames } from './account-names';
import { ListBox } from './list-box';
import { partOfRow } from './row-keys';

interface Props {
  readonly trashed: readonly TrashedAccount[];
  readonly isReadOnly: boolean;
}

export function TrashList({ trashed, isReadOnly }: Props) {
  const [doomedId, setDoomedId] = useState<string>();
  const [activeId, setActiveId] = useState<string>();
  if (trashed.length === 0) return null;
  return (
    <section data-show="trash">
      <h2>{t('trashTitle')}</h2>
      <p class="soft">{t('trashText')}</p>
      <ListBox
        title="trashTitle"
        count={trashed.length}
        isReadOnly={isReadOnly}
        onEnter={(target) => setActiveId(partOfRow(target)?.id)}
      >
        <VirtualRows
          class="account-list"
          label={t('trashTitle')}
          items={trashed}
          kept={trashed.find(({ id }) => id === activeId)}
          row={(account: TrashedAccount, place) => (
            <li key={account.id} class="row account" data-account={account.id} {...place}>
              <AccountNames account={account} />
              {!isReadOnly && (
                <span class="account-actions">
                  <button
                    type="button"
                    class="button small"
                    data-do="restore"
                    disabled={busy.value !== undefined}
                    onClick={() => void bringBack(account.id)}
                  >
                    {t('restore')}
                  </button>
                  <button
                    type="button"
                    class="button small danger"
                    data-do={doomedId === account.id ? 'forget-surely' : 'forget'}
                    disabled={busy.value !== undefined}
                    onClick={() => (doomedId === account.id ? void forget(account.id) : setDoomedId(account.id))}
                  >
                    {t(doomedId === account.id ? 'forgetSurely' : 'forget')}
                  </button>
                </span>
              )}
            </li>
          )}
        />
      </ListBox>
    </section>
  );
}
