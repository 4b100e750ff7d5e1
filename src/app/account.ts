/** An account as the pages know it, and its codes. The secret is decoded when a code is wanted, and not kept. */
import { codeAt, hotpCode } from '../otp/codes';
import type { AccountDetails } from '../otp/otp';
import { err, ok, type Result } from '../result';
import { detailsFrom, isSafeIcon, type StoredAccount, storedFrom } from '../vault/account';
import { type ChangeFailure, changeVault } from './change';

export type Account = StoredAccount;

export function findOwnIcon({ icon }: Account): string | undefined {
  return isSafeIcon(icon) ? icon : undefined;
}

export { endOfCodeMs, findWaitMs } from './code-time';

/** An account still being typed, for its live code. */
export function unsavedAccount(details: AccountDetails): Account {
  return storedFrom(details, 'unsaved', 0);
}

/** The code to show at `nowMs`; nothing where what is stored can't make one. */
export function findCode(account: Account, nowMs: number): string | undefined {
  const details = detailsFrom(account);
  if (!details.ok) return undefined;
  return details.value.type === 'hotp' ? hotpCode(details.value) : codeAt(details.value, nowMs);
}

export type NextCodeFailure = ChangeFailure | { readonly kind: 'account-broken' };

/** The next code of a counted account (RFC 4226). Its counter is moved on and saved first, so no code is given out twice. */
export async function takeNextCode(id: string): Promise<Result<string, NextCodeFailure>> {
  let code: string | undefined;
  const changed = await changeVault((content) => ({
    ...content,
    accounts: content.accounts.map((account) => {
      if (account.id !== id || account.type !== 'hotp') return account;
      code = findCode(account, 0);
      return code === undefined ? account : { ...account, counter: account.counter + 1 };
    }),
  }));
  if (!changed.ok) return changed;
  return code === undefined ? err({ kind: 'account-broken' }) : ok(code);
}
