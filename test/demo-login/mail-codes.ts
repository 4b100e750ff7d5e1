/** Codes that are sent by mail. Each is good once, for a while, and the newest of its kind alone; only a hash is kept. */
import { inGroupsOfFour } from './base32';
import { integer, isNull } from './columns';
import { hashOfLongCode, hashOfTyped, makeLongCode } from './long-code';
import type { Site } from './site';
import { findTwoFactor } from './two-factor';

const MINUTE_MS = 60_000;
const LIFE_MS = { reset: 15 * MINUTE_MS, verify: 24 * 60 * MINUTE_MS } as const;

export type MailCodeKind = keyof typeof LIFE_MS;

/** Replaces the one of this kind that the person had. This is the only time it can be read. */
export function makeMailCode(site: Site, kind: MailCodeKind, personId: number): string {
  const code = makeLongCode();
  site.database.run(
    `INSERT OR REPLACE INTO mail_codes (code_hash, kind, person_id, expires_at_ms, two_factor_since_ms)
     VALUES (:codeHash, :kind, :personId, :expiresAtMs, :sinceMs)`,
    {
      ':codeHash': hashOfLongCode(code),
      ':kind': kind,
      ':personId': personId,
      ':expiresAtMs': site.nowMs() + LIFE_MS[kind],
      ':sinceMs': findTwoFactor(site, personId)?.sinceMs ?? null,
    },
  );
  return inGroupsOfFour(code, '-');
}

export function dropMailCode(site: Site, code: string): void {
  site.database.run('DELETE FROM mail_codes WHERE code_hash = :codeHash', { ':codeHash': hashOfTyped(code) ?? '' });
}

export interface UsedMailCode {
  readonly personId: number;
  /** Of the second factor that was on when it was sent. */
  readonly twoFactorSinceMs: number | undefined;
}

/** Whose code it was; it is gone then. Undefined for one that is wrong, used, replaced or too old. */
export function useMailCode(site: Site, kind: MailCodeKind, typed: string): UsedMailCode | undefined {
  const codeHash = hashOfTyped(typed);
  if (codeHash === undefined) return undefined;
  const row = site.database.find(
    `DELETE FROM mail_codes WHERE code_hash = :codeHash AND kind = :kind AND expires_at_ms > :nowMs
     RETURNING person_id, two_factor_since_ms`,
    { ':codeHash': codeHash, ':kind': kind, ':nowMs': site.nowMs() },
  );
  if (row === undefined) return undefined;
  const twoFactorSinceMs = isNull(row, 'two_factor_since_ms') ? undefined : integer(row, 'two_factor_since_ms');
  return { personId: integer(row, 'person_id'), twoFactorSinceMs };
}
