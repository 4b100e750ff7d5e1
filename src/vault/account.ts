/** An account as the sealed body keeps it: plain JSON, the secret as base32 (upper case, no padding). Frozen since content 1. */
import { type Base32Error, decodeBase32, encodeBase32 } from '../otp/base32';
import type { AccountDetails, OtpAlgorithm, OtpParameters } from '../otp/otp';
import { findParameterError, type ParameterError } from '../otp/parameters';
import { err, ok, type Result } from '../result';
import { isJsonObject } from './json';

/** Where codes of an account may be filled. */
export interface StoredSite {
  /** A domain with every host below it ("github.com"), or one origin ("https://login.github.com", "http://localhost:3000"). */
  readonly site: string;
  /** Whether the form is sent off behind the code. */
  readonly submits?: boolean;
}

interface StoredNames {
  /** UUID. Every operation on accounts goes by it, never by place. */
  readonly id: string;
  readonly issuer: string;
  readonly label: string;
  readonly secret: string;
  readonly digits: number;
  readonly addedMs: number;
  readonly sites?: readonly StoredSite[];
  /** What a person wrote down beside it. */
  readonly notes?: string;
  /** The group it is in: see groups.ts. One that is not there any more counts as none. */
  readonly groupId?: string;
  /** It stands in front of the others. */
  readonly pinned?: boolean;
  /** A small picture of the person's own, as a data URL: see src/app/own-icon.ts. */
  readonly icon?: string;
  /** It was scanned, and no code of it has been used yet: see `isUnverified`. */
  readonly unverified?: boolean;
}

export interface StoredTotp extends StoredNames {
  readonly type: 'totp';
  readonly algorithm: OtpAlgorithm;
  readonly periodSeconds: number;
}

export interface StoredHotp extends StoredNames {
  readonly type: 'hotp';
  readonly algorithm: OtpAlgorithm;
  readonly counter: number;
}

export interface StoredSteam extends StoredNames {
  readonly type: 'steam';
  readonly algorithm: 'SHA1';
  readonly periodSeconds: 30;
}

export type StoredAccount = StoredTotp | StoredHotp | StoredSteam;

/** What every screen relies on. The rest is checked when a code is wanted. */
export function isStoredAccount(value: unknown): value is StoredAccount {
  if (!isJsonObject(value)) return false;
  const { id, type, issuer, label, secret } = value;
  return [id, type, issuer, label, secret].every((text) => typeof text === 'string');
}

export function storedFrom(details: AccountDetails, id: string, addedMs: number): StoredAccount {
  const { secret, ...rest } = details;
  return { ...rest, id, secret: encodeBase32(secret), addedMs };
}

/** What codes are computed from. Checked at every use, so that one bad account in a good body loses no other. */
export function detailsFrom(
  stored: StoredAccount,
): Result<AccountDetails, Base32Error | ParameterError | { readonly kind: 'unsupported-type' }> {
  const secret = decodeBase32(String(stored.secret));
  if (!secret.ok) return secret;
  const parameters = parametersFrom(stored, secret.value);
  if (parameters === undefined) return err({ kind: 'unsupported-type' });
  const wrong = findParameterError(parameters);
  return wrong === undefined ? ok({ ...parameters, issuer: stored.issuer, label: stored.label }) : err(wrong);
}

function parametersFrom(stored: StoredAccount, secret: Uint8Array): OtpParameters | undefined {
  switch (stored.type) {
    case 'totp': {
      const { type, algorithm, digits, periodSeconds } = stored;
      return { type, secret, algorithm, digits, periodSeconds };
    }
    case 'hotp': {
      const { type, algorithm, digits, counter } = stored;
      return { type, secret, algorithm, digits, counter };
    }
    case 'steam':
      return { type: 'steam', secret, algorithm: 'SHA1', digits: 5, periodSeconds: 30 };
    default:
      // The body is JSON: a newer Halfminute may have written a type this one does not know.
      return undefined;
  }
}

/** The sites that are bound, as far as this version understands them. */
export function sitesOf({ sites }: StoredAccount): readonly StoredSite[] {
  return Array.isArray(sites) ? sites.filter((one) => isJsonObject(one) && typeof one['site'] === 'string') : [];
}

/** Characters: more than such a picture needs, and little enough for thousands of them. */
const MOST_ICON_LENGTH = 24_000;
const SAFE_ICON = /^data:image\/(?:png|webp);base64,[A-Za-z0-9+/]+=*$/;

/** A picture that is drawn as it is. What a made-up body may hold in its place is not. */
export function isSafeIcon(icon: unknown): icon is string {
  return typeof icon === 'string' && icon.length <= MOST_ICON_LENGTH && SAFE_ICON.test(icon);
}

const UNVERIFIED_MS = 24 * 60 * 60 * 1000;

/** Scanned within the last day, and not used since. */
export function isUnverified({ unverified, addedMs }: StoredAccount, nowMs: number): boolean {
  return unverified === true && nowMs - addedMs < UNVERIFIED_MS;
}
