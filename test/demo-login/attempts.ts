/**
 * Slows guessing down. Wrong answers in a row are counted per person (codes), per email as typed (passwords, whether
 * or not anyone has it), or for the whole site (codes sent by mail: a wrong one names nobody), never per session:
 * signing in again must not buy new guesses. Mails that are asked for are counted the same way.
 */
import { integer } from './columns';
import type { Site } from './site';

const MINUTE_MS = 60_000;
const PAUSE_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** `allowed` in a row, the last of which begins the pause; a count that rested for `restMs` begins anew. */
const RULES = {
  code: { allowed: 5, restMs: DAY_MS },
  password: { allowed: 10, restMs: DAY_MS },
  reset: { allowed: 10, restMs: PAUSE_MS },
  mail: { allowed: 3, restMs: PAUSE_MS },
} as const;

export type AttemptKind = keyof typeof RULES;

/** Until when no answer is looked at, not even a right one; undefined when there is no pause. */
export function findPause(site: Site, kind: AttemptKind, subject: string): number | undefined {
  const untilMs = read(site, kind, subject).pausedUntilMs;
  return untilMs > site.nowMs() ? untilMs : undefined;
}

/** Answers until when the pause lasts, if this wrong answer (or this mail) was the last that was allowed. */
export function noteWrong(site: Site, kind: AttemptKind, subject: string): number | undefined {
  const nowMs = site.nowMs();
  const before = read(site, kind, subject);
  const isPauseOver = before.pausedUntilMs > 0 && before.pausedUntilMs <= nowMs;
  const hasRested = nowMs - before.lastAtMs >= RULES[kind].restMs;
  const wrongInARow = isPauseOver || hasRested ? 1 : before.wrongInARow + 1;
  const pausedUntilMs = wrongInARow >= RULES[kind].allowed ? nowMs + PAUSE_MS : 0;
  site.database.run('DELETE FROM attempts WHERE last_at_ms < :aDayAgo', { ':aDayAgo': nowMs - DAY_MS });
  site.database.run('INSERT OR REPLACE INTO attempts VALUES (:kind, :subject, :wrongInARow, :pausedUntilMs, :nowMs)', {
    ':kind': kind,
    ':subject': subject,
    ':wrongInARow': wrongInARow,
    ':pausedUntilMs': pausedUntilMs,
    ':nowMs': nowMs,
  });
  return pausedUntilMs > 0 ? pausedUntilMs : undefined;
}

export function forgetWrong(site: Site, kind: AttemptKind, subject: string): void {
  site.database.run('DELETE FROM attempts WHERE kind = :kind AND subject = :subject', {
    ':kind': kind,
    ':subject': subject,
  });
}

/** What was counted did not happen after all: a mail that could not be sent. */
export function takeOneBack(site: Site, kind: AttemptKind, subject: string): void {
  site.database.run(
    `UPDATE attempts SET wrong_in_a_row = wrong_in_a_row - 1, paused_until_ms = 0
     WHERE kind = :kind AND subject = :subject AND wrong_in_a_row > 0`,
    { ':kind': kind, ':subject': subject },
  );
}

interface Count {
  readonly wrongInARow: number;
  readonly pausedUntilMs: number;
  readonly lastAtMs: number;
}

function read(site: Site, kind: AttemptKind, subject: string): Count {
  const row = site.database.find('SELECT * FROM attempts WHERE kind = :kind AND subject = :subject', {
    ':kind': kind,
    ':subject': subject,
  });
  if (row === undefined) return { wrongInARow: 0, pausedUntilMs: 0, lastAtMs: 0 };
  return {
    wrongInARow: integer(row, 'wrong_in_a_row'),
    pausedUntilMs: integer(row, 'paused_until_ms'),
    lastAtMs: integer(row, 'last_at_ms'),
  };
}
