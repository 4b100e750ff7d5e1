/** What waits to be saved, sealed under the vault key for the session. Base64 of salt (32), iv (12), ciphertext and tag. */
import { err, ok, type Result } from '../result';
import { decodeBase64, encodeBase64 } from './base64';
import { type Bytes, concatBytes, randomBytes, utf8 } from './bytes';
import { deriveKey, IV_BYTES, openBytes, sealBytes } from './ciphers';

const SALT_BYTES = 32;
const INFO = 'halfminute/1 pending';

export async function sealPending(vaultKey: Bytes, text: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const sealed = await sealBytes(await deriveKey(vaultKey, salt, INFO), iv, utf8(text), INFO);
  return encodeBase64(concatBytes(salt, iv, sealed));
}

export async function openPending(
  vaultKey: Bytes,
  sealed: string,
): Promise<Result<string, { readonly kind: 'refused' }>> {
  const bytes = decodeBase64(sealed);
  if (!bytes.ok) return err({ kind: 'refused' });
  const key = await deriveKey(vaultKey, bytes.value.slice(0, SALT_BYTES), INFO);
  const iv = bytes.value.slice(SALT_BYTES, SALT_BYTES + IV_BYTES);
  const text = await openBytes(key, iv, bytes.value.slice(SALT_BYTES + IV_BYTES), INFO);
  return text === undefined ? err({ kind: 'refused' }) : ok(new TextDecoder().decode(text));
}
