/** One-time codes for the day the device is gone. 80 random bits each: a plain hash of one cannot be searched through. */
import { createHash, randomBytes } from 'node:crypto';
import { encodeBase32, inGroupsOfFour } from './base32';
import { integer } from './columns';
import { noteEvent } from './events';
import type { Site } from './site';

const COUNT = 10;
const BYTES = 10;
const LENGTH = 16;

/** Replaces those the person had. This is the only time they can be read. */
export function makeRecoveryCodes(site: Site, personId: number): readonly string[] {
  dropRecoveryCodes(site, personId);
  const codes = Array.from({ length: COUNT }, () => encodeBase32(randomBytes(BYTES)));
  for (const code of codes) {
    site.database.run('INSERT INTO recovery_codes VALUES (:personId, :codeHash, NULL)', {
      ':personId': personId,
      ':codeHash': hashOf(code),
    });
  }
  return codes.map((code) => inGroupsOfFour(code, '-'));
}

/** By choice: the old ones are dead from here on. */
export function renewRecoveryCodes(site: Site, personId: number): readonly string[] {
  noteEvent(site, 'recovery-codes-renewed', personId);
  return makeRecoveryCodes(site, personId);
}

/** True once per code: one statement both looks and marks. The compare is of hashes, which tell a guesser nothing. */
export function useRecoveryCode(site: Site, personId: number, typed: string): boolean {
  const code = withoutSlips(typed);
  if (code.length !== LENGTH) return false;
  const changes = site.database.run(
    `UPDATE recovery_codes SET used_at_ms = :nowMs
     WHERE person_id = :personId AND code_hash = :codeHash AND used_at_ms IS NULL`,
    { ':nowMs': site.nowMs(), ':personId': personId, ':codeHash': hashOf(code) },
  );
  return changes === 1;
}

export function countRecoveryCodes(site: Site, personId: number): number {
  const row = site.database.find(
    'SELECT count(*) AS left_over FROM recovery_codes WHERE person_id = :personId AND used_at_ms IS NULL',
    { ':personId': personId },
  );
  return integer(row ?? {}, 'left_over');
}

export function dropRecoveryCodes(site: Site, personId: number): void {
  site.database.run('DELETE FROM recovery_codes WHERE person_id = :personId', { ':personId': personId });
}

/** Base32 has no 0, 1 or 8 so that they can be read as the letters they look like. */
function withoutSlips(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B')
    .replace(/[^A-Z2-7]/g, '');
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
