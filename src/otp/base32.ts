/**
 * Base32 (RFC 4648 section 6) as secrets are really written: any case, with spaces, dashes or padding, and of lengths
 * the RFC does not allow (17 characters occur in exports of several apps). otpauth's own reader refuses those.
 */
import { err, ok, type Result } from '../result';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

export type Base32Error = { readonly kind: 'secret-missing' | 'secret-too-short' | 'secret-illegal' };

/**
 * The bytes that `text` stands for. Bits left over behind the last whole byte are dropped. No character is guessed:
 * 0, 1, 8 and 9 are refused, and so is every letter outside ASCII.
 */
export function decodeBase32(text: string): Result<Uint8Array<ArrayBuffer>, Base32Error> {
  // ASCII only: "ſ" must not become "S" by a change of case. One pass from the start, so that no text takes long.
  const compact = /^([A-Za-z2-7]*)=*$/.exec(text.replace(/[\s-]/g, ''))?.[1];
  if (compact === undefined) return err({ kind: 'secret-illegal' });
  if (compact === '') return err({ kind: 'secret-missing' });
  const bytes = new Uint8Array(Math.floor((compact.length * 5) / 8));
  if (bytes.length === 0) return err({ kind: 'secret-too-short' });
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of compact.toUpperCase()) {
    held = ((held << 5) | (VALUES.get(character) ?? 0)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return ok(bytes);
}

/** Upper case, without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
  }
  return bits === 0 ? text : text + ALPHABET[(held << (5 - bits)) & 31];
}
