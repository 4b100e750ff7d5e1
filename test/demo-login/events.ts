/** The audit list: what happened to whose sign-in. Written in the same transaction as the thing itself. */
import { integer, text } from './columns';
import type { Site } from './site';

export type EventKind =
  | 'signed-in'
  | 'signed-in-with-code'
  | 'signed-in-with-recovery-code'
  | 'signed-out'
  | 'password-refused'
  | 'code-refused'
  | 'codes-paused'
  | 'two-factor-on'
  | 'two-factor-off'
  | 'set-up-forced'
  | 'recovery-codes-renewed'
  | 'reset-mail-sent'
  | 'reset-by-mail'
  | 'reset-by-admin'
  | 'verification-mail-sent'
  | 'email-verified'
  | 'rules-changed';

export interface SignInEvent {
  readonly atMs: number;
  /** An EventKind, or one that a newer demo wrote. */
  readonly kind: string;
}

/** `byPersonId`: the admin, where it was not the person. */
export function noteEvent(site: Site, kind: EventKind, personId: number, byPersonId?: number): void {
  site.database.run(
    'INSERT INTO events (at_ms, kind, person_id, by_person_id) VALUES (:atMs, :kind, :personId, :byPersonId)',
    { ':atMs': site.nowMs(), ':kind': kind, ':personId': personId, ':byPersonId': byPersonId ?? null },
  );
}

/** Newest first. */
export function eventsOf(site: Site, personId: number, limit: number): readonly SignInEvent[] {
  return site.database
    .all('SELECT at_ms, kind FROM events WHERE person_id = :personId ORDER BY id DESC LIMIT :limit', {
      ':personId': personId,
      ':limit': limit,
    })
    .map((row) => ({ atMs: integer(row, 'at_ms'), kind: text(row, 'kind') }));
}
