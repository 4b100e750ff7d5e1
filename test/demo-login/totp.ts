/**
 * RFC 4226 and RFC 6238 on node:crypto. Written apart from the extension's own code on purpose: when the two ends of a
 * sign-in share no line, a code that both accept is a code that any other app would make too.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const HASH_NAMES = ['sha1', 'sha256', 'sha512'] as const;
export type HashName = (typeof HASH_NAMES)[number];

/** What an authenticator has to be told beside the secret. */
export interface KeyParameters {
  readonly hash: HashName;
  readonly digits: 6 | 8;
  readonly periodSeconds: 30 | 60;
}

/** What every authenticator can do. */
export const USUAL: KeyParameters = { hash: 'sha1', digits: 6, periodSeconds: 30 };

/** Steps on either side of now whose codes are still taken: clocks differ, and people need a moment to type (RFC 6238 5.2). */
const STEPS_OF_GRACE = 1;

/** RFC 4226 5.3. `counter` is a whole number from 0 to 2^53 - 1. */
export function hotp(
  secret: Uint8Array,
  counter: number,
  digits: number = USUAL.digits,
  hash: HashName = USUAL.hash,
): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(hash, secret).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238 4.2: which step a moment lies in. */
export function stepAt(nowMs: number, periodSeconds: number = USUAL.periodSeconds): number {
  return Math.floor(nowMs / 1000 / periodSeconds);
}

/**
 * The step near now whose code this is; undefined when it is none of them. Looks at every candidate, and at every digit
 * of each, whatever it finds, so that the time taken says nothing about how close a guess came.
 */
export function findMatchingStep(
  secret: Uint8Array,
  code: string,
  nowMs: number,
  { hash, digits, periodSeconds }: KeyParameters = USUAL,
): number | undefined {
  const given = Buffer.alloc(digits);
  given.write(code, 'latin1');
  const now = stepAt(nowMs, periodSeconds);
  let matching: number | undefined;
  for (let step = now - STEPS_OF_GRACE; step <= now + STEPS_OF_GRACE; step++) {
    const isSame = timingSafeEqual(given, Buffer.from(hotp(secret, step, digits, hash), 'latin1'));
    if (isSame && code.length === digits) matching = step;
  }
  return matching;
}
