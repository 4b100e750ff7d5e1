/** An account as a form shows it, every field as text, and what a person changed there as an edit. */
import { readTypedAccount, type TypedAccount, type TypedError } from '../otp/typed-account';
import { ok, type Result } from '../result';
import type { StoredAccount } from './account';
import type { AccountEdit } from './operations';

const FIELDS = ['issuer', 'label', 'algorithm', 'digits', 'periodSeconds', 'counter'] as const;

/** The secret is not among the fields. */
export function typedFrom(account: StoredAccount): TypedAccount {
  const { type, issuer, label, algorithm, digits } = account;
  const periodSeconds = String(type === 'hotp' ? 30 : account.periodSeconds);
  const counter = String(type === 'hotp' ? account.counter : 0);
  return { type, issuer, label, secret: '', algorithm, digits: String(digits), periodSeconds, counter };
}

/**
 * The fields whose text is another than at first: what a person did not touch may have moved on since, as the counter does
 * with every code. Of a type this version does not know, only the names can be edited.
 */
export function readEdit(first: TypedAccount, typed: TypedAccount): Result<AccountEdit, TypedError> {
  const isKnown = ['totp', 'hotp', 'steam'].includes(typed.type);
  // The secret stays as it is, whatever it is: any will do here.
  const read = readTypedAccount({ ...typed, secret: 'AAAAAAAA', type: isKnown ? typed.type : 'steam' });
  if (!read.ok) return read;
  const values: Partial<Record<string, unknown>> = { ...read.value };
  const touched = FIELDS.filter((field) => typed[field] !== first[field] && values[field] !== undefined);
  return ok(Object.fromEntries(touched.map((field) => [field, values[field]])) as AccountEdit);
}
