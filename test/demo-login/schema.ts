/**
 * The tables, as a list of migrations. Never change one that has landed: add the next. The number of those applied
 * stands in SQLite's own `user_version`.
 *
 * Secrets of two factor lie open in `two_factor`: whatever key sealed them would have to lie beside them. Everything
 * that only has to be recognised (passwords, session ids, recovery codes) is stored as a hash.
 */
import { integer } from './columns';
import type { DemoDatabase } from './database';
import { StartRefusal } from './start-refusal';

const migrations: readonly string[] = [
  `
  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    type TEXT NOT NULL CHECK (type IN ('staff', 'client', 'contractor')),
    role TEXT NOT NULL CHECK (role IN ('admin', 'member')),
    password_hash TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    id_hash TEXT PRIMARY KEY,
    stage TEXT NOT NULL CHECK (stage IN ('visitor', 'code', 'signed-in')),
    person_id INTEGER REFERENCES people ON DELETE CASCADE,
    csrf_token TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    CHECK ((stage = 'visitor') = (person_id IS NULL))
  ) STRICT;
  CREATE INDEX sessions_of_person ON sessions (person_id);

  -- A row here is what makes two factor "on". last_step is the newest step a code was accepted for.
  CREATE TABLE two_factor (
    person_id INTEGER PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    secret BLOB NOT NULL,
    since_ms INTEGER NOT NULL,
    last_step INTEGER NOT NULL
  ) STRICT;

  -- A secret shown but not yet confirmed. It belongs to the session, and goes with it.
  CREATE TABLE set_ups (
    session_id_hash TEXT PRIMARY KEY REFERENCES sessions ON DELETE CASCADE,
    secret BLOB NOT NULL,
    expires_at_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE recovery_codes (
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    used_at_ms INTEGER,
    PRIMARY KEY (person_id, code_hash)
  ) STRICT;

  -- Wrong answers in a row. The subject is a person's id for codes, and the email as typed for passwords.
  CREATE TABLE attempts (
    kind TEXT NOT NULL CHECK (kind IN ('code', 'password')),
    subject TEXT NOT NULL,
    wrong_in_a_row INTEGER NOT NULL,
    paused_until_ms INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
  ) STRICT;

  CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX events_of_person ON events (person_id, id);

  CREATE TABLE projects (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    client TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('planned', 'on-track', 'needs-a-look')),
    next_step TEXT NOT NULL,
    tasks_done INTEGER NOT NULL,
    tasks_total INTEGER NOT NULL
  ) STRICT;
  `,
  // Forced set-up, mail, and keys of other kinds. Everyone is signed out: a CHECK can only be changed with its table.
  `
  ALTER TABLE people ADD COLUMN is_verified INTEGER NOT NULL DEFAULT 1;

  DROP TABLE set_ups;
  DROP TABLE sessions;
  CREATE TABLE sessions (
    id_hash TEXT PRIMARY KEY,
    stage TEXT NOT NULL CHECK (stage IN ('visitor', 'code', 'set-up', 'signed-in')),
    person_id INTEGER REFERENCES people ON DELETE CASCADE,
    csrf_token TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    CHECK ((stage = 'visitor') = (person_id IS NULL))
  ) STRICT;
  CREATE INDEX sessions_of_person ON sessions (person_id);
  CREATE TABLE set_ups (
    session_id_hash TEXT PRIMARY KEY REFERENCES sessions ON DELETE CASCADE,
    secret BLOB NOT NULL,
    hash TEXT NOT NULL,
    digits INTEGER NOT NULL,
    period_seconds INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL
  ) STRICT;

  ALTER TABLE two_factor ADD COLUMN hash TEXT NOT NULL DEFAULT 'sha1';
  ALTER TABLE two_factor ADD COLUMN digits INTEGER NOT NULL DEFAULT 6;
  ALTER TABLE two_factor ADD COLUMN period_seconds INTEGER NOT NULL DEFAULT 30;

  -- The admin who did it, where it was not the person.
  ALTER TABLE events ADD COLUMN by_person_id INTEGER REFERENCES people ON DELETE SET NULL;

  -- What the mail server was given, as the Inbox page shows it.
  CREATE TABLE mails (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  -- Codes that were sent by mail; each is good once, and the newest of a kind alone.
  CREATE TABLE mail_codes (
    code_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('reset', 'verify')),
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    expires_at_ms INTEGER NOT NULL,
    UNIQUE (kind, person_id)
  ) STRICT;
  `,
  // Projects with their people and tasks. They come from the seed alone, and are planted again when none is there.
  `
  DROP TABLE projects;
  CREATE TABLE projects (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    client TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('planned', 'on-track', 'needs-a-look')),
    due_in_days INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE project_people (
    project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    PRIMARY KEY (project_id, person_id)
  ) STRICT;

  CREATE TABLE tasks (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
    title TEXT NOT NULL,
    is_done INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX tasks_of_project ON tasks (project_id);
  `,
  // Tries at codes that were sent by mail, and the mails that were asked for, are counted as well.
  `
  ALTER TABLE attempts RENAME TO attempts_before;
  -- The subject is a person's id for codes, the email as typed for passwords, the kind of code for codes sent by mail,
  -- and the kind and the person's id for mails.
  CREATE TABLE attempts (
    kind TEXT NOT NULL CHECK (kind IN ('code', 'password', 'reset', 'mail')),
    subject TEXT NOT NULL,
    wrong_in_a_row INTEGER NOT NULL,
    paused_until_ms INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
  ) STRICT;
  INSERT INTO attempts SELECT * FROM attempts_before;
  DROP TABLE attempts_before;

  -- Since when the second factor was on that a reset code was sent for: it is good for that one, not for the next.
  ALTER TABLE mail_codes ADD COLUMN two_factor_since_ms INTEGER;
  `,
];

export const SCHEMA_VERSION = migrations.length;

/** `to`: an earlier version, for tests of what comes after it. */
export function migrate(database: DemoDatabase, execute: (sql: string) => void, to = SCHEMA_VERSION): void {
  const version = integer(database.find('PRAGMA user_version') ?? {}, 'user_version');
  if (version > SCHEMA_VERSION) {
    throw new StartRefusal(
      `This database has version ${version}; this demo knows ${SCHEMA_VERSION}. Name another file.`,
    );
  }
  if (version >= to) return;
  database.transaction(() => {
    for (const migration of migrations.slice(version, to)) execute(migration);
    execute(`PRAGMA user_version = ${to}`);
  });
}
