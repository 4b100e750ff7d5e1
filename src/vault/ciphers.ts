/**
 * The two primitives every sealed thing is made of: HKDF-SHA256 (RFC 5869) names a key for one use, AES-256-GCM
 * (NIST SP 800-38D) seals with it. Derived keys are not extractable and live for one call.
 */
import { type Bytes, utf8 } from './bytes';

export const IV_BYTES = 12;
export const TAG_BYTES = 16;
export const KEY_BYTES = 32;

export async function deriveKey(input: Bytes, salt: Bytes, info: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', input, 'HKDF', false, ['deriveKey']);
  return await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Ciphertext followed by the 16-byte tag. */
export async function sealBytes(key: CryptoKey, iv: Bytes, plain: Bytes, associated: string): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(associated) }, key, plain),
  );
}

/** Undefined when the tag refuses: another key, or anything changed. */
export async function openBytes(
  key: CryptoKey,
  iv: Bytes,
  sealed: Bytes,
  associated: string,
): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(associated) }, key, sealed),
    );
  } catch (error) {
    // WebCrypto's only word for a refused tag. Anything else is a bug and must be seen.
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}
