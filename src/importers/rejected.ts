/** What an export holds and no account can be made of: told by its name, and never a reason to leave out the others. */
import type { UriError } from '../otp/otpauth-uri';

export interface Rejected {
  /** The item's own name; empty where it has none. */
  readonly name: string;
  /** Counted from 1, where it stood in a text of several lines. */
  readonly line?: number;
  /** As for a key URI. It never carries the secret. */
  readonly reason: UriError;
}
