/** An account in a list of the settings: its names and, in small, what kind of codes it makes. */
import type { Account } from '../src/app/account';
import { IssuerIcon } from '../src/ui/issuer-icon';
import { t, visibleText } from '../src/ui/text';

interface Props {
  readonly account: Account;
  /** What is said of it behind that. */
  readonly remarks?: readonly string[];
}

export function AccountNames({ account, remarks = [] }: Props) {
  const { issuer, label } = account;
  return (
    <>
      <IssuerIcon account={account} />
      <span class="account-names" dir="auto">
        <strong data-show="issuer">{visibleText(issuer || label) || t('unnamedAccount')}</strong>
        {issuer !== '' && (
          <span class="soft" data-show="label">
            {visibleText(label)}
          </span>
        )}
        <span class="soft small" data-show="kind">
          <bdi>{[kindOf(account), ...remarks].join(' · ')}</bdi>
        </span>
      </span>
    </>
  );
}

function kindOf(account: Account): string {
  switch (account.type) {
    case 'hotp':
      return t('kindCounted', String(account.digits), String(account.counter));
    case 'steam':
      return t('kindSteam');
    default:
      return t('kindTimed', String(account.digits), String(account.periodSeconds));
  }
}
