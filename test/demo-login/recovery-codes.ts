/** One-time codes for the day the device is gone. */
import { inGroupsOfFour } from './base32';
import { integer } from './columns';
import { noteEvent } from './events';
import { hashOfLongCode, hashOfTyped, makeLongCode } from './long-code';
import type { Site } from './site';

const COUNT = 10;

/** Replaces those the person had. This is the only time they can be read. */
export function makeRecoveryCodes(site: Site, personId: number): readonly string[] {
  dropRecoveryCodes(site, personId);
  const codes = Array.from({ length: COUNT }, makeLongCode);
  for (const code of codes) {
    site.database.run('INSERT INTO recovery_codes VALUES (:personId, :codeHash, NULL)', {
      ':personId': personId,
      ':codeHash': hashOfLongCode(code),
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
  const codeHash = hashOfTyped(typed);
  if (codeHash === undefined) return false;
  const changes = site.database.run(
    `UPDATE recovery_codes SET used_at_ms = :nowMs
     WHERE person_id = :personId AND code_hash = :codeHash AND used_at_ms IS NULL`,
    { ':nowMs': site.nowMs(), ':personId': personId, ':codeHash': codeHash },
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
