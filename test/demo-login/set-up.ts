/**
 * Turning two factor on. The secret on the set-up page belongs to the session and is nobody's second factor yet; only a
 * right code makes it so. Whoever leaves half-way has changed nothing.
 */
import { randomBytes } from 'node:crypto';
import { bytes } from './columns';
import { noteEvent } from './events';
import { makeRecoveryCodes } from './recovery-codes';
import { endOtherSessions, isOpen, type SignedInSession } from './sessions';
import type { Site } from './site';
import { findMatchingStep } from './totp';
import { findTwoFactor } from './two-factor';

/** 160 bits, as RFC 4226 4 (R6) recommends. */
const SECRET_BYTES = 20;
const LIFE_MS = 30 * 60_000;

export type SetUpAnswer =
  | { readonly kind: 'on'; readonly recoveryCodes: readonly string[] }
  | { readonly kind: 'refused' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'already-on' }
  | { readonly kind: 'session-ended' };

/**
 * The secret to show: the same one while the page is open, so that reloading it does not undo the scan. Undefined when
 * the session ended meanwhile.
 */
export function secretToShow(site: Site, session: SignedInSession): Uint8Array | undefined {
  return site.database.transaction(() => {
    if (!isOpen(site, session)) return undefined;
    const waiting = findSecret(site, session);
    if (waiting !== undefined) return waiting;
    const secret = new Uint8Array(randomBytes(SECRET_BYTES));
    site.database.run('INSERT OR REPLACE INTO set_ups VALUES (:idHash, :secret, :expiresAtMs)', {
      ':idHash': session.idHash,
      ':secret': secret,
      ':expiresAtMs': site.nowMs() + LIFE_MS,
    });
    return secret;
  });
}

export function confirmSetUp(site: Site, session: SignedInSession, typed: string): SetUpAnswer {
  return site.database.transaction((): SetUpAnswer => {
    const { personId } = session;
    if (!isOpen(site, session)) return { kind: 'session-ended' };
    if (findTwoFactor(site, personId) !== undefined) return { kind: 'already-on' };
    const secret = findSecret(site, session);
    if (secret === undefined) return { kind: 'expired' };
    const nowMs = site.nowMs();
    const step = findMatchingStep(secret, typed.replace(/[\s-]/g, ''), nowMs);
    if (step === undefined) return { kind: 'refused' };

    // The step counts as used: the code that turned it on does not sign anyone in.
    site.database.run('INSERT INTO two_factor VALUES (:personId, :secret, :nowMs, :step)', {
      ':personId': personId,
      ':secret': secret,
      ':nowMs': nowMs,
      ':step': step,
    });
    dropSetUp(site, session);
    endOtherSessions(site, session);
    noteEvent(site, 'two-factor-on', personId);
    return { kind: 'on', recoveryCodes: makeRecoveryCodes(site, personId) };
  });
}

/** Leaving by the page's own way out: the secret that was shown is never shown again. */
export function dropSetUp(site: Site, session: SignedInSession): void {
  site.database.run('DELETE FROM set_ups WHERE session_id_hash = :idHash', { ':idHash': session.idHash });
}

function findSecret(site: Site, session: SignedInSession): Uint8Array | undefined {
  const row = site.database.find(
    'SELECT secret FROM set_ups WHERE session_id_hash = :idHash AND expires_at_ms > :nowMs',
    { ':idHash': session.idHash, ':nowMs': site.nowMs() },
  );
  return row === undefined ? undefined : bytes(row, 'secret');
}
