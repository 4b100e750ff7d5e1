/**
 * Sessions. The browser holds a random token; the table holds only its hash, so that a copy of the database signs nobody
 * in. Every step up (visitor -> password given -> signed in) gives a new token and drops the old one: a token planted in
 * a browser before the sign-in is worth nothing after it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { integer, text } from './columns';
import type { Row } from './database';
import type { Site } from './site';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LIFE_MS = {
  visitor: 60 * MINUTE_MS,
  code: 10 * MINUTE_MS,
  'set-up': 30 * MINUTE_MS,
  'signed-in': DAY_MS / 2,
} as const;

interface SessionBase {
  readonly idHash: string;
  readonly csrfToken: string;
}
export interface VisitorSession extends SessionBase {
  readonly stage: 'visitor';
}
/** The password was right; the code is still missing. Opens nothing but the code page. */
export interface PendingSession extends SessionBase {
  readonly stage: 'code';
  readonly personId: number;
}
/** The password was right, and two factor has to be set up first. Opens nothing but the set-up page. */
export interface ForcedSession extends SessionBase {
  readonly stage: 'set-up';
  readonly personId: number;
}
export interface SignedInSession extends SessionBase {
  readonly stage: 'signed-in';
  readonly personId: number;
}
export type Session = VisitorSession | PendingSession | ForcedSession | SignedInSession;
/** One that may set two factor up. */
export type EnrollingSession = ForcedSession | SignedInSession;

type Opening = { stage: 'visitor' } | { stage: 'code' | 'set-up' | 'signed-in'; personId: number };

/** `token` goes into the cookie and nowhere else. */
export function openSession(site: Site, opening: Opening): { token: string; session: Session } {
  const token = randomBytes(32).toString('base64url');
  const base = { idHash: hashOf(token), csrfToken: randomBytes(32).toString('base64url') };
  const nowMs = site.nowMs();
  site.database.run('DELETE FROM sessions WHERE expires_at_ms < :aDayAgo', { ':aDayAgo': nowMs - DAY_MS });
  site.database.run('INSERT INTO sessions VALUES (:idHash, :stage, :personId, :csrfToken, :expiresAtMs)', {
    ':idHash': base.idHash,
    ':stage': opening.stage,
    ':personId': opening.stage === 'visitor' ? null : opening.personId,
    ':csrfToken': base.csrfToken,
    ':expiresAtMs': nowMs + LIFE_MS[opening.stage],
  });
  return { token, session: { ...base, ...opening } };
}

/** An expired session stays in the table for a day, so that its owner can be told what happened. */
export function findSession(site: Site, token: string): Session | 'expired' | undefined {
  const row = site.database.find('SELECT * FROM sessions WHERE id_hash = :idHash', { ':idHash': hashOf(token) });
  if (row === undefined) return undefined;
  return integer(row, 'expires_at_ms') <= site.nowMs() ? 'expired' : sessionOf(row);
}

function sessionOf(row: Row): Session {
  const base = { idHash: text(row, 'id_hash'), csrfToken: text(row, 'csrf_token') };
  switch (text(row, 'stage')) {
    case 'visitor':
      return { ...base, stage: 'visitor' };
    case 'set-up':
      return { ...base, stage: 'set-up', personId: integer(row, 'person_id') };
    case 'code':
      return { ...base, stage: 'code', personId: integer(row, 'person_id') };
    default:
      return { ...base, stage: 'signed-in', personId: integer(row, 'person_id') };
  }
}

/** Asked again inside a transaction: another request may have ended the session since this one was let in. */
export function isOpen(site: Site, session: Session): boolean {
  const row = site.database.find('SELECT 1 FROM sessions WHERE id_hash = :idHash AND expires_at_ms > :nowMs', {
    ':idHash': session.idHash,
    ':nowMs': site.nowMs(),
  });
  return row !== undefined;
}

/** False when it was gone already: ended by another request while this one was on its way. */
export function endSession(site: Site, session: Session): boolean {
  return site.database.run('DELETE FROM sessions WHERE id_hash = :idHash', { ':idHash': session.idHash }) === 1;
}

/** Changing how a person signs in signs them out everywhere else. */
export function endOtherSessions(site: Site, session: EnrollingSession): void {
  site.database.run('DELETE FROM sessions WHERE person_id = :personId AND id_hash <> :idHash', {
    ':personId': session.personId,
    ':idHash': session.idHash,
  });
}

/** What an admin, or a mail, changes of how a person signs in. */
export function endSessionsOf(site: Site, personId: number): void {
  site.database.run('DELETE FROM sessions WHERE person_id = :personId', { ':personId': personId });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
