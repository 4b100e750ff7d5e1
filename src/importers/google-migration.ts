/**
 * The export of Google Authenticator: one or several QR codes, each a part of a batch, in Protocol Buffers. Google has
 * published no schema; the numbers of the fields are those its app writes, and others are skipped.
 */
import { areNamesTooLong, readNames } from '../otp/account-names';
import type { AccountDetails, OtpAlgorithm, OtpParameters } from '../otp/otp';
import type { UriError } from '../otp/otpauth-uri';
import { findParameterError } from '../otp/parameters';
import { err, ok, type Result } from '../result';
import { type MigrationTextError, readMigrationText } from './migration-text';
import { type MessageFields, readFields } from './protobuf-fields';
import type { Rejected } from './rejected';

/** Which part of an export this is: `index` counts from 0 and is less than `size`. All parts share their `id`. */
export interface MigrationBatch {
  readonly id: number;
  readonly index: number;
  readonly size: number;
}

export interface Migration {
  readonly accounts: readonly AccountDetails[];
  readonly rejected: readonly Rejected[];
  /** Undefined where the export says nothing about parts, or what cannot be. */
  readonly batch: MigrationBatch | undefined;
}

export type MigrationError = MigrationTextError;

const MOST_PARTS = 100;
/** The format carries no period: Google's app knows only this one. */
const PERIOD_SECONDS = 30;
const MD5 = 4;
const ALGORITHMS = new Map<number, OtpAlgorithm>([
  [0, 'SHA1'],
  [1, 'SHA1'],
  [2, 'SHA256'],
  [3, 'SHA512'],
]);
const DIGITS = new Map([
  [0, 6],
  [1, 6],
  [2, 8],
]);
const TYPES = new Map<number, 'totp' | 'hotp'>([
  [0, 'totp'],
  [1, 'hotp'],
  [2, 'totp'],
]);

/** Never throws, whatever the text. A part that is cut off, or followed by anything else, is damaged as a whole. */
export function readMigration(text: string): Result<Migration, MigrationError> {
  const bytes = readMigrationText(text);
  if (!bytes.ok) return bytes;
  try {
    const migration = readPart(readFields(bytes.value));
    const isEmpty = migration.accounts.length === 0 && migration.rejected.length === 0;
    return isEmpty ? err({ kind: 'migration-damaged' }) : ok(migration);
  } catch {
    // The reader throws at whatever is no message.
    return err({ kind: 'migration-damaged' });
  }
}

function readPart(part: MessageFields): Migration {
  const accounts: AccountDetails[] = [];
  const rejected: Rejected[] = [];
  for (const bytes of part.all(1)) {
    const { name, account } = readAccount(readFields(bytes));
    if (account.ok) accounts.push(account.value);
    else rejected.push({ name, reason: account.error });
  }
  const batch = { id: int32(part, 5), index: int32(part, 4), size: int32(part, 3) };
  return { accounts, rejected, batch: isPossible(batch) ? batch : undefined };
}

function isPossible({ index, size }: MigrationBatch): boolean {
  return size >= 1 && size <= MOST_PARTS && index >= 0 && index < size;
}

function readAccount(fields: MessageFields): {
  readonly name: string;
  readonly account: Result<AccountDetails, UriError>;
} {
  const names = readNames(fields.text(2), fields.text(3));
  const name = fields.text(2).trim() || names.issuer;
  if (areNamesTooLong(names)) return { name: `${name.slice(0, 100)}…`, account: err({ kind: 'name-too-long' }) };
  const parameters = readParameters(fields);
  return { name, account: parameters.ok ? ok({ ...parameters.value, ...names }) : parameters };
}

function readParameters(fields: MessageFields): Result<OtpParameters, UriError> {
  const type = TYPES.get(int32(fields, 6));
  if (type === undefined) return err({ kind: 'unsupported-type', type: String(int32(fields, 6)) });
  const hash = int32(fields, 4);
  const algorithm = ALGORITHMS.get(hash);
  if (algorithm === undefined)
    return err({ kind: 'algorithm-unknown', algorithm: hash === MD5 ? 'MD5' : String(hash) });
  const digits = DIGITS.get(int32(fields, 5)) ?? Number.NaN;
  const shared = { secret: fields.bytes(1), algorithm, digits };
  // A counter beyond 2^53 becomes no safe integer, and is refused as such.
  const parameters: OtpParameters =
    type === 'hotp'
      ? { type, ...shared, counter: Number(fields.number(7)) }
      : { type, ...shared, periodSeconds: PERIOD_SECONDS };
  const wrong = findParameterError(parameters);
  return wrong === undefined ? ok(parameters) : err(wrong);
}

/** A negative number of 32 bits is written with 64: the ids of batches are, half of the time. */
function int32(fields: MessageFields, field: number): number {
  return Number(BigInt.asIntN(32, fields.number(field)));
}
