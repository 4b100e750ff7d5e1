/** The link of Google Authenticator's export: the bytes in its parameter `data`. */
import { decodePercent } from '../otp/uri-text';
import { err, ok, type Result } from '../result';

/** About fifty times what the largest QR code holds. */
const MAX_CHARACTERS = 131_072;

export type MigrationTextError = { readonly kind: 'not-a-migration' | 'migration-too-long' | 'migration-damaged' };

export function isMigrationText(text: string): boolean {
  return /^\s*otpauth-migration:/i.test(text);
}

/** Base64 in either alphabet, escaped or not, with white space in it and its padding or none. A plus stays a plus. */
export function readMigrationText(text: string): Result<Uint8Array<ArrayBuffer>, MigrationTextError> {
  if (!isMigrationText(text)) return err({ kind: 'not-a-migration' });
  if (text.length > MAX_CHARACTERS) return err({ kind: 'migration-too-long' });
  const query = /^otpauth-migration:\/*offline\/?\?(.*)$/is.exec(text.trim())?.[1] ?? '';
  const field = query.split('&').find((one) => /^data=/i.test(one));
  const bytes = field === undefined ? undefined : decodeBase64(decodePercent(field.slice('data='.length)));
  return bytes === undefined || bytes.length === 0 ? err({ kind: 'migration-damaged' }) : ok(bytes);
}

/** Padding may be left out; what is there must fit. Bits left over must be zero, or something was cut off. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const compact = text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const [, data, padding] = /^([A-Za-z0-9+/]*)(={0,2})$/.exec(compact) ?? [];
  if (data === undefined || padding === undefined || data.length % 4 === 1) return undefined;
  if (padding !== '' && (data.length + padding.length) % 4 !== 0) return undefined;
  const binary = atob(data);
  if (btoa(binary).replace(/=+$/, '') !== data) return undefined;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
