/** Changing, deleting and bringing back accounts. Each answers what its undo needs. */
import { ok, type Result } from '../result';
import type { StoredAccount } from '../vault/account';
import { type AccountEdit, editAccount, forgetTrashed, restoreAccount, trashAccount } from '../vault/operations';
import { type ChangeFailure, changeVault } from './change';

export { readEdit, typedFrom } from '../vault/typed-edit';
export type { AccountEdit };

/** Writes the fields of `edit` that differ; answers their values from before. */
export async function changeAccount(
  account: StoredAccount,
  edit: AccountEdit,
): Promise<Result<AccountEdit, ChangeFailure>> {
  const before = account as unknown as Readonly<Record<string, unknown>>;
  const changes = Object.entries(edit).filter(([field, value]) => field in before && before[field] !== value);
  if (changes.length === 0) return ok({});
  const changed = await changeVault((content) =>
    editAccount(content, account.id, Object.fromEntries(changes) as AccountEdit),
  );
  if (!changed.ok) return changed;
  return ok(Object.fromEntries(changes.map(([field]) => [field, before[field]])) as AccountEdit);
}

/** Moves an account to the trash; answers the place it had in the list. */
export async function deleteAccount(id: string): Promise<Result<number, ChangeFailure>> {
  let place = 0;
  const changed = await changeVault((content) => {
    place = content.accounts.findIndex((account) => account.id === id);
    return trashAccount(content, id, Date.now());
  });
  return changed.ok ? ok(place) : changed;
}

/** Brings an account back from the trash, to `place` or to the end of the list. */
export async function undelete(id: string, place?: number): Promise<Result<void, ChangeFailure>> {
  const changed = await changeVault((content) => restoreAccount(content, id, place));
  return changed.ok ? ok(undefined) : changed;
}

/** Takes an account out of the trash for good. */
export async function deleteForGood(id: string): Promise<Result<void, ChangeFailure>> {
  const changed = await changeVault((content) => forgetTrashed(content, id));
  return changed.ok ? ok(undefined) : changed;
}
