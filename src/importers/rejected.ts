/** What an export or a list holds and no account can be made of: told by its name, and never a reason to leave out the others. */
import type { UriError } from '../otp/otpauth-uri';
import type { MigrationTextError } from './migration-text';

export interface Rejected {
  /** The item's own name; empty where it has none. */
  readonly name: string;
  /** Counted from 1, where it stood in a text of lines. */
  readonly line?: number;
  /** It never carries the secret. A link that goes on in the next line may have lost a part of its secret. */
  readonly reason: UriError | MigrationTextError | { readonly kind: 'link-wrapped' };
}
