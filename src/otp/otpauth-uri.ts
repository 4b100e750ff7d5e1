/**
 * The key URI ("otpauth://"), read as generously as its writers are careless and as strictly as codes demand. Written
 * by hand because URL parsers disagree on this scheme and cut at a raw "#", and because otpauth's own reader refuses
 * many valid URIs and takes invalid ones. Key URI format: Google Authenticator's wiki; a "+" in the query is a space.
 */
import { err, ok, type Result } from '../result';
import { areNamesTooLong, readNames } from './account-names';
import { type Base32Error, decodeBase32, encodeBase32 } from './base32';
import type { AccountDetails, OtpParameters } from './otp';
import { findAlgorithm, findParameterError, type ParameterError } from './parameters';
import { decodePercent, encodePercent, readQuery, wellFormed } from './uri-text';

const MAX_URI_CHARACTERS = 16_384;

/** Kinds name the field that is wrong. None carries the secret or the URI; `type` is empty where it could be a secret. */
export type UriError =
  | { readonly kind: 'not-otpauth' | 'migration' | 'uri-too-long' | 'name-too-long' }
  | { readonly kind: 'unsupported-type'; readonly type: string }
  | Base32Error
  | ParameterError;

export type UriWarning = 'counter-missing';

export interface ReadUri {
  readonly account: AccountDetails;
  readonly warnings: readonly UriWarning[];
}

/** The account a key URI describes. Never throws, whatever the text. */
export function parseOtpauthUri(text: string): Result<ReadUri, UriError> {
  if (text.length > MAX_URI_CHARACTERS) return err({ kind: 'uri-too-long' });
  const uri = wellFormed(text.trim());
  if (/^otpauth-migration:/i.test(uri)) return err({ kind: 'migration' });
  const steam = /^steam:\/\/([^/?]+)$/i.exec(uri);
  if (steam !== null) return readAccount('steam', '', new Map([['secret', decodePercent(steam[1] ?? '')]]));
  if (/^motp:/i.test(uri)) return err({ kind: 'unsupported-type', type: 'motp' });
  const parts = /^otpauth:\/\/([^/?]*)\/?([^?]*)(?:\?(.*))?$/is.exec(uri);
  if (parts === null) return err({ kind: 'not-otpauth' });
  const [, type = '', label = '', query = ''] = parts;
  return readAccount(type.toLowerCase(), decodePercent(label), readQuery(query));
}

function readAccount(type: string, label: string, query: ReadonlyMap<string, string>): Result<ReadUri, UriError> {
  if (type !== 'totp' && type !== 'hotp' && type !== 'steam') {
    return err({ kind: 'unsupported-type', type: harmlessName(type) });
  }
  const secret = decodeBase32(query.get('secret') ?? '');
  if (!secret.ok) return secret;
  const isSteam = type === 'steam' || (type === 'totp' && query.get('encoder')?.toLowerCase() === 'steam');
  const parameters = isSteam ? ok(steamParameters(secret.value)) : readParameters(type === 'hotp', secret.value, query);
  if (!parameters.ok) return parameters;
  const wrong = findParameterError(parameters.value);
  if (wrong !== undefined) return err(wrong);
  const names = readNames(label, query.get('issuer') ?? '');
  if (areNamesTooLong(names)) return err({ kind: 'name-too-long' });
  const isCounterMissing = parameters.value.type === 'hotp' && isDefault(query.get('counter'));
  return ok({ account: { ...parameters.value, ...names }, warnings: isCounterMissing ? ['counter-missing'] : [] });
}

function steamParameters(secret: Uint8Array): OtpParameters {
  return { type: 'steam', secret, algorithm: 'SHA1', digits: 5, periodSeconds: 30 };
}

function readParameters(
  isCounted: boolean,
  secret: Uint8Array,
  query: ReadonlyMap<string, string>,
): Result<OtpParameters, ParameterError> {
  const name = query.get('algorithm');
  const algorithm = isDefault(name) ? 'SHA1' : findAlgorithm(name.trim());
  if (algorithm === undefined) return err({ kind: 'algorithm-unknown', algorithm: harmlessName(name ?? '') });
  const digits = readNumber(query.get('digits'), 6);
  if (isCounted) return ok({ type: 'hotp', secret, algorithm, digits, counter: readNumber(query.get('counter'), 0) });
  return ok({ type: 'totp', secret, algorithm, digits, periodSeconds: readNumber(query.get('period'), 30) });
}

/** NaN, which no range admits, for anything but plain digits. */
function readNumber(text: string | undefined, standard: number): number {
  if (isDefault(text)) return standard;
  const digits = text.trim();
  return /^[0-9]+$/.test(digits) ? Number(digits) : Number.NaN;
}

// A misplaced "&" or "/" can put the secret where a short name is expected: errors must not repeat it.
function harmlessName(text: string): string {
  return text.length <= 20 && !/[a-z2-7]{12}/i.test(text) ? text : '';
}

// Some apps write out "null" for what they do not know.
function isDefault(text: string | undefined): text is undefined | '' {
  return text === undefined || text.trim() === '' || text.trim().toLowerCase() === 'null';
}

/**
 * The key URI of an account, with every parameter written out, as other apps read it. It holds the secret.
 * `parseOtpauthUri` reads the same account back from it, if its names are trimmed and well-formed.
 */
export function formatOtpauthUri(account: AccountDetails): string {
  const { issuer, label, algorithm, digits } = account;
  // A colon in the label of an account without an issuer would make one of what stands before it.
  const prefix = issuer === '' && !label.includes(':') ? '' : `${encodePercent(issuer)}:`;
  const moving = account.type === 'hotp' ? `counter=${account.counter}` : `period=${account.periodSeconds}`;
  const fields = [
    `secret=${encodeBase32(account.secret)}`,
    ...(issuer === '' ? [] : [`issuer=${encodePercent(issuer)}`]),
    `algorithm=${algorithm}`,
    `digits=${digits}`,
    moving,
  ];
  return `otpauth://${account.type}/${prefix}${encodePercent(label)}?${fields.join('&')}`;
}
