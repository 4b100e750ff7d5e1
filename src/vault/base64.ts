/**
 * Base64 (RFC 4648, section 4) with exactly one text for every byte string: padding present, unused bits zero, no white
 * space. Everything else is damage; a lenient reader would let a flipped bit pass unseen.
 */
import { err, ok, type Result } from '../result';
import type { Bytes } from './bytes';

/** Chromium 140, Firefox 133; not in the ES2023 library. */
interface NativeBase64 {
  fromBase64?(text: string, options: { lastChunkHandling: 'strict' }): Bytes;
}

const CHUNK = 0x8000;

export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  // The arguments of one call go on the stack: a megabyte of them would not fit.
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

/** The bytes of a canonical text; with `lengthBytes`, exactly that many. */
export function decodeBase64(text: unknown, lengthBytes?: number): Result<Bytes, { kind: 'not-base64' }> {
  const bytes = typeof text === 'string' && text.length % 4 === 0 ? decodeCanonical(text) : undefined;
  if (bytes === undefined || (lengthBytes !== undefined && bytes.length !== lengthBytes)) {
    return err({ kind: 'not-base64' });
  }
  return ok(bytes);
}

function decodeCanonical(text: string): Bytes | undefined {
  const native = Uint8Array as NativeBase64;
  try {
    const bytes = native.fromBase64?.(text, { lastChunkHandling: 'strict' }) ?? decodeWithAtob(text);
    // Both decoders skip white space, which shows as missing bytes.
    return bytes?.length === decodedLength(text) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function decodedLength(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

function decodeWithAtob(text: string): Bytes | undefined {
  const binary = atob(text);
  const lastGroup = binary.slice(-(binary.length % 3 || 3));
  if (btoa(lastGroup) !== text.slice(-4)) return undefined;
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
