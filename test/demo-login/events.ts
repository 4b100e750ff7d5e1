/** The audit list: what happened to whose sign-in. Written in the same transaction as the thing itself. */
import { integer, isNull, text } from './columns';
import type { Row } from './database';
import type { RuleName } from './rules';
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
  | `${RuleName}-${'on' | 'off'}`;

export interface SignInEvent {
  readonly atMs: number;
  /** An EventKind, or one that a newer demo wrote. */
  readonly kind: string;
  /** Whose sign-in it is about. */
  readonly who: string;
  /** The admin's name, where it was not the person. */
  readonly by: string | undefined;
}

/** `byPersonId`: the admin, where it was not the person. */
export function noteEvent(site: Site, kind: EventKind, personId: number, byPersonId?: number): void {
  site.database.run(
    'INSERT INTO events (at_ms, kind, person_id, by_person_id) VALUES (:atMs, :kind, :personId, :byPersonId)',
    { ':atMs': site.nowMs(), ':kind': kind, ':personId': personId, ':byPersonId': byPersonId ?? null },
  );
}

const WITH_NAMES = `
  SELECT events.at_ms, events.kind, person.name AS who, admin.name AS by_whom FROM events
  JOIN people AS person ON person.id = events.person_id
  LEFT JOIN people AS admin ON admin.id = events.by_person_id`;

/** One person's. Newest first. */
export function eventsOf(site: Site, personId: number, limit: number): readonly SignInEvent[] {
  return site.database
    .all(`${WITH_NAMES} WHERE events.person_id = :personId ORDER BY events.id DESC LIMIT :limit`, {
      ':personId': personId,
      ':limit': limit,
    })
    .map(eventOf);
}

/** Everyone's. Newest first: as they were written, for the site's clock can be set back. */
export function newestEvents(site: Site, limit: number): readonly SignInEvent[] {
  return site.database.all(`${WITH_NAMES} ORDER BY events.id DESC LIMIT :limit`, { ':limit': limit }).map(eventOf);
}

function eventOf(row: Row): SignInEvent {
  return {
    atMs: integer(row, 'at_ms'),
    kind: text(row, 'kind'),
    who: text(row, 'who'),
    by: isNull(row, 'by_whom') ? undefined : text(row, 'by_whom'),
  };
}
