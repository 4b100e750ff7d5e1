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

/** Whatever a person left alone is good as it is. */
const UNTOUCHED: Omit<TypedAccount, 'type'> = {
  issuer: '',
  label: '',
  secret: 'AAAAAAAA',
  algorithm: 'SHA1',
  digits: '6',
  periodSeconds: '30',
  counter: '0',
};

/**
 * The fields whose text is another than at first: what a person did not touch may have moved on since, as the counter does
 * with every code, and is not judged. Of a type this version does not know, only the names can be edited.
 */
export function readEdit(first: TypedAccount, typed: TypedAccount): Result<AccountEdit, TypedError> {
  const type = ['totp', 'hotp', 'steam'].includes(typed.type) ? typed.type : 'steam';
  const touched = FIELDS.filter((field) => typed[field] !== first[field]);
  const changes = Object.fromEntries(touched.map((field) => [field, typed[field]]));
  const read = readTypedAccount({ ...UNTOUCHED, type, ...changes });
  if (!read.ok) return read;
  const values: Partial<Record<string, unknown>> = { ...read.value };
  const edited = touched.filter((field) => values[field] !== undefined);
  return ok(Object.fromEntries(edited.map((field) => [field, values[field]])) as AccountEdit);
}
