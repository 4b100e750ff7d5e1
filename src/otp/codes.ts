/**
 * Codes: HOTP (RFC 4226 section 5.3), TOTP (RFC 6238 section 4.2) and Steam. The package otpauth computes the truncation,
 * @noble/hashes the HMAC, of the hashes that occur; time and counter are arguments.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { HOTP, Secret } from 'otpauth/bare';
import type { HotpParameters, OtpParameters, SteamParameters, TotpParameters } from './otp';

const HASHES = { SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 } as const;
const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';

export interface Step {
  /** Number of whole periods since 1970 (RFC 6238 "T"); 0 for any time before. */
  readonly step: number;
  /** First millisecond of the step. */
  readonly startMs: number;
  /** First millisecond of the next step. */
  readonly endMs: number;
  /** Whole seconds until then, counted up: `periodSeconds` down to 1. */
  readonly remainingSeconds: number;
}

/** The step `nowMs` (milliseconds since 1970) lies in. */
export function stepAt(periodSeconds: number, nowMs: number): Step {
  const periodMs = periodSeconds * 1000;
  const time = Math.max(0, nowMs);
  const step = Math.floor(time / periodMs);
  const startMs = step * periodMs;
  return { step, startMs, endMs: startMs + periodMs, remainingSeconds: Math.ceil((startMs + periodMs - time) / 1000) };
}

/** The code at `nowMs`: digits with leading zeros, or Steam's five characters. The parameters are in range (parameters.ts). */
export function codeAt(parameters: TotpParameters | SteamParameters, nowMs: number): string {
  const { step } = stepAt(parameters.periodSeconds, nowMs);
  return parameters.type === 'steam' ? steamCode(parameters, step) : hmacCode(parameters, parameters.digits, step);
}

/** The code that follows the one at `nowMs`. */
export function nextCodeAt(parameters: TotpParameters | SteamParameters, nowMs: number): string {
  return codeAt(parameters, stepAt(parameters.periodSeconds, nowMs).endMs);
}

/** The code of the counter that `parameters` hold. */
export function hotpCode(parameters: HotpParameters): string {
  return hmacCode(parameters, parameters.digits, parameters.counter);
}

/** A code as it is easiest to read: six digits and more in two groups, the larger one last. */
export function formatCode(code: string): string {
  if (code.length < 6) return code;
  const middle = Math.floor(code.length / 2);
  return `${code.slice(0, middle)} ${code.slice(middle)}`;
}

// Ten digits hold the whole 31-bit number of the truncation, from which Steam draws its characters, lowest first.
function steamCode(parameters: SteamParameters, counter: number): string {
  let number = Number(hmacCode(parameters, 10, counter));
  let code = '';
  for (let place = 0; place < parameters.digits; place += 1) {
    code += STEAM_ALPHABET[number % STEAM_ALPHABET.length];
    number = Math.floor(number / STEAM_ALPHABET.length);
  }
  return code;
}

function hmacCode({ secret, algorithm }: OtpParameters, digits: number, counter: number): string {
  return HOTP.generate({
    // A copy: the bytes may be a view into a larger buffer, and otpauth takes the whole buffer.
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm,
    digits,
    counter,
    hmac: (_algorithm, key, message) => hmac(HASHES[algorithm], key, message),
  });
}
