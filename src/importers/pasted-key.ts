/** A key by itself, as sites show it beside the QR code: base32 in groups, without a name. Anything else is told apart. */
import { decodeBase32 } from '../otp/base32';
import type { AccountDetails } from '../otp/otp';
import { findParameterError } from '../otp/parameters';
import { err, ok, type Result } from '../result';

export type PastedKeyError = {
  readonly kind:
    | 'nothing-pasted'
    | 'pasted-code'
    | 'pasted-web-link'
    | 'no-link-or-key'
    | 'key-too-short'
    | 'key-too-long'
    | 'key-illegal'
    | 'several-keys';
};

/** Shorter ones exist, and so do words: who has one says so by typing it in. */
const LEAST_CHARACTERS = 16;
/** With its groups, far more than the longest key. */
const MOST_CHARACTERS = 8192;

export function readPastedKey(text: string): Result<AccountDetails, PastedKeyError> {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS) return err({ kind: 'no-link-or-key' });
  const key = trimmed.replace(/[\s=]+$/, '');
  if (key === '') return err({ kind: 'nothing-pasted' });
  if (/^[0-9]{3,4}[\s-]?[0-9]{3,4}$/.test(key)) return err({ kind: 'pasted-code' });
  if (/^https?:\/\//i.test(key) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?$/i.test(key))
    return err({ kind: 'pasted-web-link' });
  const groups = key.split(/[\s-]+/);
  const length = groups.join('').length;
  if (!groups.every((group) => /^[A-Za-z0-9]+$/.test(group)) || !areGroupsOfKey(groups))
    return err({ kind: 'no-link-or-key' });
  if (length < LEAST_CHARACTERS) return err({ kind: 'key-too-short' });
  // Two keys in one would make a third, and wrong codes.
  if (groups.length > 1 && groups.every((group) => group.length >= LEAST_CHARACTERS))
    return err({ kind: 'several-keys' });
  const secret = decodeBase32(key);
  if (!secret.ok) return err({ kind: 'key-illegal' });
  const parameters = { type: 'totp', secret: secret.value, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
  if (findParameterError(parameters) !== undefined) return err({ kind: 'key-too-long' });
  return ok({ ...parameters, issuer: '', label: '' });
}

/** A sentence has words of several lengths and rarely digits inside them; a key has groups of one length, or digits. */
function areGroupsOfKey(groups: readonly string[]): boolean {
  const [{ length } = ''] = groups;
  const isEven = groups.every(
    (group, place) => group.length === length || (isLast(groups, place) && group.length < length),
  );
  return isEven || groups.some((group) => /[a-z]/i.test(group) && /[0-9]/.test(group));
}

function isLast(groups: readonly string[], place: number): boolean {
  return place === groups.length - 1;
}
