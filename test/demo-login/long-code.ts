/** Codes that are written down or sent: 80 random bits each, so that a plain hash of one cannot be searched through. */
import { createHash, randomBytes } from 'node:crypto';
import { encodeBase32 } from './base32';

const BYTES = 10;
const LENGTH = 16;

/** 16 letters and digits. Show it in groups of four. */
export function makeLongCode(): string {
  return encodeBase32(randomBytes(BYTES));
}

/** The hash of what was typed, however it was typed; undefined when no code can be meant. */
export function hashOfTyped(typed: string): string | undefined {
  const code = withoutSlips(typed);
  return code.length === LENGTH ? hashOfLongCode(code) : undefined;
}

export function hashOfLongCode(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}

/** Base32 has no 0, 1 or 8 so that they can be read as the letters they look like. */
function withoutSlips(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B')
    .replace(/[^A-Z2-7]/g, '');
}
