/**
 * What a scanned text is. Anything may stand in a code on a page; only enrolment codes go on, the rest is shown as what it
 * is and never opened. The name and password of a wireless network do not leave this function.
 */
import type { AccountDetails } from '../otp/otp';
import { parseOtpauthUri, type UriError, type UriWarning } from '../otp/otpauth-uri';

export type ScannedPayload =
  | { readonly kind: 'account'; readonly account: AccountDetails; readonly warnings: readonly UriWarning[] }
  /** An export batch of Google Authenticator. */
  | { readonly kind: 'migration' }
  /** Meant as an enrolment code, but no code can be computed from it. */
  | { readonly kind: 'broken-account'; readonly error: UriError }
  | { readonly kind: 'web-link'; readonly text: string }
  | { readonly kind: 'wifi' }
  | { readonly kind: 'text'; readonly text: string };

const MOST_SHOWN_CHARACTERS = 300;
const ENROLMENT_SCHEME = /^\s*otpauth(-migration)?:/i;

/** `text` is whole in; a `text` that comes out is for the screen, at most 300 characters (code points) long. */
export function readPayload(text: string): ScannedPayload {
  const parsed = parseOtpauthUri(text);
  if (parsed.ok) return { kind: 'account', ...parsed.value };
  if (parsed.error.kind === 'migration') return { kind: 'migration' };
  // A long text of any other kind is "too long" for a key URI too.
  const isForeign =
    parsed.error.kind === 'not-otpauth' || (parsed.error.kind === 'uri-too-long' && !ENROLMENT_SCHEME.test(text));
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
