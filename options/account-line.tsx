/** One account of the settings' list: what it is, a box for several at once, and the way to its form. */
import type { Account } from '../src/app/account';
import { accountName } from '../src/ui/account-name';
import { t } from '../src/ui/text';
import type { RowPlace } from '../src/ui/virtual-rows';
import { AccountNames } from './account-names';

interface Props {
  readonly account: Account;
  readonly place: RowPlace;
  /** The name of its group. */
  readonly group: string | undefined;
  readonly isReadOnly: boolean;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean, isRange: boolean) => void;
  readonly onEdit: () => void;
}

export function AccountLine({ account, place, group, isReadOnly, isTicked, onTick, onEdit }: Props) {
  const name = accountName(account);
  const remarks = [group, account.pinned === true ? t('pinnedMark') : undefined].filter((one) => one !== undefined);
  const names = <AccountNames account={account} remarks={remarks} />;
  return (
    <li class="row account" data-account={account.id} {...place}>
      {isReadOnly ? (
        names
      ) : (
        <>
          <label class="tick account-tick" title={name}>
            <input
              type="checkbox"
              data-do="tick"
              aria-label={name}
              checked={isTicked}
              // A change does not tell whether Shift was held.
              onClick={(event) => onTick(event.currentTarget.checked, event.shiftKey)}
            />
            {names}
          </label>
          <button
            type="button"
            class="button small"
            data-do="edit"
            aria-label={t('actionFor', t('editAccount'), name)}
            onClick={onEdit}
          >
            {t('editAccount')}
          </button>
        </>
      )}
    </li>
  );
}
