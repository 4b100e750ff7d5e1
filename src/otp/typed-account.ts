/** An account whose details were typed by hand: every field as text in, an account out, or the field that is wrong. */
import { err, ok, type Result } from '../result';
import { MAX_NAME_CHARACTERS } from './account-names';
import { type Base32Error, decodeBase32 } from './base32';
import { type AccountDetails, OTP_ALGORITHMS, type OtpParameters } from './otp';
import { findParameterError, type ParameterError } from './parameters';

export interface TypedAccount {
  readonly type: OtpParameters['type'];
  readonly issuer: string;
  readonly label: string;
  /** Base32, as generously as `decodeBase32` takes it. */
  readonly secret: string;
  readonly algorithm: string;
  readonly digits: string;
  /** Read for TOTP. */
  readonly periodSeconds: string;
  /** Read for HOTP. */
  readonly counter: string;
}

/** Kinds begin with the field's name. */
export type TypedError = Base32Error | ParameterError | { readonly kind: 'issuer-too-long' | 'label-too-long' };

export function readTypedAccount(typed: TypedAccount): Result<AccountDetails, TypedError> {
  const issuer = typed.issuer.trim();
  const label = typed.label.trim();
  if (issuer.length > MAX_NAME_CHARACTERS) return err({ kind: 'issuer-too-long' });
  if (label.length > MAX_NAME_CHARACTERS) return err({ kind: 'label-too-long' });
  const secret = decodeBase32(typed.secret);
  if (!secret.ok) return secret;
  const parameters = parametersFrom(typed, secret.value);
  if (!parameters.ok) return parameters;
  const wrong = findParameterError(parameters.value);
  return wrong === undefined ? ok({ ...parameters.value, issuer, label }) : err(wrong);
}

function parametersFrom(typed: TypedAccount, secret: Uint8Array): Result<OtpParameters, TypedError> {
  if (typed.type === 'steam') return ok({ type: 'steam', secret, algorithm: 'SHA1', digits: 5, periodSeconds: 30 });
  const algorithm = OTP_ALGORITHMS.find((name) => name === typed.algorithm);
  if (algorithm === undefined) return err({ kind: 'algorithm-unknown', algorithm: '' });
  const shared = { secret, algorithm, digits: wholeNumber(typed.digits) };
  return typed.type === 'hotp'
    ? ok({ type: 'hotp', ...shared, counter: wholeNumber(typed.counter) })
    : ok({ type: 'totp', ...shared, periodSeconds: wholeNumber(typed.periodSeconds) });
}

/** NaN, which no range admits, for anything but plain digits. */
function wholeNumber(text: string): number {
  return /^[0-9]{1,16}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}
