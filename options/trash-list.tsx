/** Accounts deleted in the last 30 days. */
import { useState } from 'preact/hooks';
import type { TrashedAccount } from '../src/app/home';
import { bringBack, forget } from '../src/ui/account-tasks';
import { busy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountNames } from './account-names';

interface Props {
  readonly trashed: readonly TrashedAccount[];
  readonly isReadOnly: boolean;
}

export function TrashList({ trashed, isReadOnly }: Props) {
  const [doomedId, setDoomedId] = useState<string>();
  if (trashed.length === 0) return null;
  return (
    <section data-show="trash">
      <h2>{t('trashTitle')}</h2>
      <p class="soft">{t('trashText')}</p>
      <ul class="account-list">
        {trashed.map((account) => (
          <li key={account.id} class="account" data-account={account.id}>
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
        ))}
      </ul>
    </section>
  );
}
