/** The session of an unlocked vault, put beside it without its passphrase. */

import { LOCK_ALARM } from '../../../src/app/names';
import type { SESSION_KEY } from '../../../src/app/session-key';
import { encodeBase64 } from '../../../src/vault/base64';
import type { Bytes } from '../../../src/vault/bytes';

const KEY: typeof SESSION_KEY = 'unlocked';
const EIGHT_HOURS_MS = 8 * 3_600_000;

/** What the storage of the session holds, and the alarm that rings at its end, once the passphrase was given at `nowMs`. */
export function sessionOf(vaultKey: Bytes, nowMs: number) {
  const deadline = nowMs + EIGHT_HOURS_MS;
  return {
    items: { [KEY]: { key: encodeBase64(vaultKey), confirmedMs: nowMs, lastSeen: nowMs, deadline } },
    alarm: { name: LOCK_ALARM, when: deadline },
  };
}
