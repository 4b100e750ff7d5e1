/**
 * Slows guessing down. Wrong answers in a row are counted per person (codes) or per email as typed (passwords, whether
 * or not anyone has it), never per session: signing in again must not buy new guesses.
 */
import { integer } from './columns';
import type { Site } from './site';

const PAUSE_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const WRONG_ALLOWED = { code: 5, password: 10 } as const;

export type AttemptKind = keyof typeof WRONG_ALLOWED;

/** Until when no answer is looked at, not even a right one; undefined when there is no pause. */
export function findPause(site: Site, kind: AttemptKind, subject: string): number | undefined {
  const untilMs = read(site, kind, subject).pausedUntilMs;
  return untilMs > site.nowMs() ? untilMs : undefined;
}

/** Answers until when the pause lasts, if this wrong answer was one too many. */
export function noteWrong(site: Site, kind: AttemptKind, subject: string): number | undefined {
  const nowMs = site.nowMs();
  const before = read(site, kind, subject);
  const wrongInARow = before.pausedUntilMs > 0 && before.pausedUntilMs <= nowMs ? 1 : before.wrongInARow + 1;
  const pausedUntilMs = wrongInARow >= WRONG_ALLOWED[kind] ? nowMs + PAUSE_MS : 0;
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

function read(site: Site, kind: AttemptKind, subject: string): { wrongInARow: number; pausedUntilMs: number } {
  const row = site.database.find('SELECT * FROM attempts WHERE kind = :kind AND subject = :subject', {
    ':kind': kind,
    ':subject': subject,
  });
  if (row === undefined) return { wrongInARow: 0, pausedUntilMs: 0 };
  return { wrongInARow: integer(row, 'wrong_in_a_row'), pausedUntilMs: integer(row, 'paused_until_ms') };
}
