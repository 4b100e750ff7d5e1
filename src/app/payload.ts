/**
 * What a scanned text is. Anything may stand in a code on a page; only enrolment codes and exports go on, the rest is shown
 * as what it is and never opened. The name and password of a wireless network do not leave this function.
 */
import { type Migration, type MigrationError, readMigration } from '../importers/google-migration';
import { isMigrationText } from '../importers/migration-text';
import type { AccountDetails } from '../otp/otp';
import { parseOtpauthUri, type UriError, type UriWarning } from '../otp/otpauth-uri';

export type ScannedPayload =
  | {
      readonly kind: 'account';
      readonly account: AccountDetails;
      readonly warnings: readonly UriWarning[];
      /** The origin of the page it was scanned on; 'null' where that page has none, or moved away under the scan. */
      readonly foundAt?: string;
    }
  /** An export of Google Authenticator, or one part of it. It may hold rejected accounts alone. */
  | { readonly kind: 'migration'; readonly migration: Migration }
  | { readonly kind: 'broken-migration'; readonly error: MigrationError }
  /** Meant as an enrolment code, but no code can be computed from it. */
  | { readonly kind: 'broken-account'; readonly error: UriError }
  | { readonly kind: 'web-link'; readonly text: string }
  | { readonly kind: 'wifi' }
  | { readonly kind: 'text'; readonly text: string };

const MOST_SHOWN_CHARACTERS = 300;

/** `text` is whole in; a `text` that comes out is for the screen, at most 300 characters (code points) long. */
export function readPayload(text: string): ScannedPayload {
  if (isMigrationText(text)) {
    const read = readMigration(text);
    return read.ok ? { kind: 'migration', migration: read.value } : { kind: 'broken-migration', error: read.error };
  }
  const parsed = parseOtpauthUri(text);
  if (parsed.ok) return { kind: 'account', ...parsed.value };
  // A long text of any other kind is "too long" for a key URI too.
  const isForeign =
    parsed.error.kind === 'not-otpauth' || (parsed.error.kind === 'uri-too-long' && !/^\s*otpauth:/i.test(text));
  if (!isForeign) return { kind: 'broken-account', error: parsed.error };
  if (/^\s*wifi:/i.test(text)) return { kind: 'wifi' };
  const kind = /^\s*https?:\/\//i.test(text) ? 'web-link' : 'text';
  return {
    kind,
    text: Array.from(text.slice(0, 2 * MOST_SHOWN_CHARACTERS))
      .slice(0, MOST_SHOWN_CHARACTERS)
      .join(''),
  };
}
