/**
 * RFC 4226 and RFC 6238 on node:crypto. Written apart from the extension's own code on purpose: when the two ends of a
 * sign-in share no line, a code that both accept is a code that any other app would make too.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type HashName = 'sha1' | 'sha256' | 'sha512';

export const PERIOD_SECONDS = 30;
export const CODE_DIGITS = 6;

/** Steps on either side of now whose codes are still taken: clocks differ, and people need a moment to type (RFC 6238 5.2). */
const STEPS_OF_GRACE = 1;

/** RFC 4226 5.3. `counter` is a whole number from 0 to 2^53 - 1. */
export function hotp(secret: Uint8Array, counter: number, digits = CODE_DIGITS, hash: HashName = 'sha1'): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(hash, secret).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238 4.2: which step of 30 s a moment lies in. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / PERIOD_SECONDS);
}

/**
 * The step near now whose code this is; undefined when it is none of them. Looks at every candidate, and at every digit
 * of each, whatever it finds, so that the time taken says nothing about how close a guess came.
 */
export function findMatchingStep(secret: Uint8Array, code: string, nowMs: number): number | undefined {
  const given = Buffer.alloc(CODE_DIGITS);
  given.write(code, 'latin1');
  const now = stepAt(nowMs);
  let matching: number | undefined;
  for (let step = now - STEPS_OF_GRACE; step <= now + STEPS_OF_GRACE; step++) {
    const isSame = timingSafeEqual(given, Buffer.from(hotp(secret, step), 'latin1'));
    if (isSame && code.length === CODE_DIGITS) matching = step;
  }
  return matching;
}
