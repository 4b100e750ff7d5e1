/**
 * Turning two factor on. The secret on the set-up page belongs to the session and is nobody's second factor yet; only a
 * right code makes it so. Whoever leaves half-way has changed nothing.
 */
import { randomBytes } from 'node:crypto';
import { bytes } from './columns';
import { noteEvent } from './events';
import { nextParameters, parametersIn } from './key-parameters';
import { makeRecoveryCodes } from './recovery-codes';
import {
  type EnrollingSession,
  endOtherSessions,
  endSession,
  endSessionsOf,
  type ForcedSession,
  isOpen,
  openSession,
  type SignedInSession,
} from './sessions';
import type { Site } from './site';
import { findMatchingStep, type KeyParameters } from './totp';
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

/** A secret, and how codes are made of it. */
export interface SetUpKey extends KeyParameters {
  readonly secret: Uint8Array;
}

/**
 * The key to show: the same one while the page is open, so that reloading it does not undo the scan. Undefined when
 * the session ended meanwhile.
 */
export function keyToShow(site: Site, session: EnrollingSession): SetUpKey | undefined {
  return site.database.transaction(() => {
    if (!isOpen(site, session)) return undefined;
    const waiting = findKey(site, session);
    if (waiting !== undefined) return waiting;
    const key = { secret: new Uint8Array(randomBytes(SECRET_BYTES)), ...nextParameters(site) };
    site.database.run(
      'INSERT OR REPLACE INTO set_ups VALUES (:idHash, :secret, :hash, :digits, :periodSeconds, :expiresAtMs)',
      { ':idHash': session.idHash, ...columnsOf(key), ':expiresAtMs': site.nowMs() + LIFE_MS },
    );
    return key;
  });
}

/** By someone who is signed in, and stays so here alone. */
export function confirmSetUp(site: Site, session: SignedInSession, typed: string): SetUpAnswer {
  return site.database.transaction((): SetUpAnswer => {
    const answer = turnOn(site, session, typed);
    if (answer.kind === 'on') endOtherSessions(site, session);
    return answer;
  });
}

export type ForcedSetUpAnswer =
  | {
      readonly kind: 'in';
      readonly recoveryCodes: readonly string[];
      readonly token: string;
      readonly csrfToken: string;
    }
  | Exclude<SetUpAnswer, { kind: 'on' }>;

/** By someone who may not go on without it, and is signed in by it: under a new token, like every step up. */
export function confirmForcedSetUp(site: Site, session: ForcedSession, typed: string): ForcedSetUpAnswer {
  return site.database.transaction((): ForcedSetUpAnswer => {
    const { personId } = session;
    const answer = turnOn(site, session, typed);
    // Nobody can have turned it on and left this session open; but if so, the way in is by the code.
    if (answer.kind === 'already-on') endSession(site, session);
    if (answer.kind !== 'on') return answer;
    endSessionsOf(site, personId);
    noteEvent(site, 'signed-in-with-code', personId);
    const opened = openSession(site, { stage: 'signed-in', personId });
    return {
      kind: 'in',
      recoveryCodes: answer.recoveryCodes,
      token: opened.token,
      csrfToken: opened.session.csrfToken,
    };
  });
}

function turnOn(site: Site, session: EnrollingSession, typed: string): SetUpAnswer {
  const { personId } = session;
  if (!isOpen(site, session)) return { kind: 'session-ended' };
  if (findTwoFactor(site, personId) !== undefined) return { kind: 'already-on' };
  const key = findKey(site, session);
  if (key === undefined) return { kind: 'expired' };
  const nowMs = site.nowMs();
  const step = findMatchingStep(key.secret, typed.replace(/[\s-]/g, ''), nowMs, key);
  if (step === undefined) return { kind: 'refused' };

  // The step counts as used: the code that turned it on does not sign anyone in.
  site.database.run(
    `INSERT INTO two_factor (person_id, secret, since_ms, last_step, hash, digits, period_seconds)
     VALUES (:personId, :secret, :nowMs, :step, :hash, :digits, :periodSeconds)`,
    { ':personId': personId, ...columnsOf(key), ':nowMs': nowMs, ':step': step },
  );
  dropSetUp(site, session);
  if (session.stage === 'set-up') noteEvent(site, 'set-up-forced', personId);
  noteEvent(site, 'two-factor-on', personId);
  return { kind: 'on', recoveryCodes: makeRecoveryCodes(site, personId) };
}

/** Leaving by the page's own way out: the secret that was shown is never shown again. */
export function dropSetUp(site: Site, session: EnrollingSession): void {
  site.database.run('DELETE FROM set_ups WHERE session_id_hash = :idHash', { ':idHash': session.idHash });
}

function findKey(site: Site, session: EnrollingSession): SetUpKey | undefined {
  const row = site.database.find('SELECT * FROM set_ups WHERE session_id_hash = :idHash AND expires_at_ms > :nowMs', {
    ':idHash': session.idHash,
    ':nowMs': site.nowMs(),
  });
  return row === undefined ? undefined : { secret: bytes(row, 'secret'), ...parametersIn(row) };
}

function columnsOf({ secret, hash, digits, periodSeconds }: SetUpKey) {
  return { ':secret': secret, ':hash': hash, ':digits': digits, ':periodSeconds': periodSeconds };
}
