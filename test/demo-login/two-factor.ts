/** Whether a person's second factor is on, and the one door every code goes through. */
import { findPause, forgetWrong, noteWrong } from './attempts';
import { bytes, integer } from './columns';
import { noteEvent } from './events';
import { parametersIn } from './key-parameters';
import { countRecoveryCodes, dropRecoveryCodes, useRecoveryCode } from './recovery-codes';
import type { Site } from './site';
import { findMatchingStep, type KeyParameters } from './totp';

export interface TwoFactorState {
  readonly sinceMs: number;
  readonly parameters: KeyParameters;
  readonly recoveryCodesLeft: number;
}

export type CodeAnswer =
  | { readonly kind: 'accepted'; readonly by: 'code' | 'recovery-code' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'paused'; readonly untilMs: number };

export function findTwoFactor(site: Site, personId: number): TwoFactorState | undefined {
  const row = site.database.find('SELECT * FROM two_factor WHERE person_id = :personId', {
    ':personId': personId,
  });
  if (row === undefined) return undefined;
  return {
    sinceMs: integer(row, 'since_ms'),
    parameters: parametersIn(row),
    recoveryCodesLeft: countRecoveryCodes(site, personId),
  };
}

/** Takes a code from the app or a recovery code, each at most once. Call it inside a transaction. */
export function takeCode(site: Site, personId: number, typed: string): CodeAnswer {
  const subject = String(personId);
  const pausedUntilMs = findPause(site, 'code', subject);
  if (pausedUntilMs !== undefined) return { kind: 'paused', untilMs: pausedUntilMs };

  const code = typed.replace(/[\s-]/g, '');
  const by = /^\d{6,8}$/.test(code) ? 'code' : 'recovery-code';
  const isTaken = by === 'code' ? useAppCode(site, personId, code) : useRecoveryCode(site, personId, typed);
  if (isTaken) {
    forgetWrong(site, 'code', subject);
    return { kind: 'accepted', by };
  }
  const untilMs = noteWrong(site, 'code', subject);
  noteEvent(site, untilMs === undefined ? 'code-refused' : 'codes-paused', personId);
  return untilMs === undefined ? { kind: 'refused' } : { kind: 'paused', untilMs };
}

/**
 * RFC 6238 5.2: a code is accepted once. The step moves forward in one statement that also looks where it stood, so of
 * many requests with the same code exactly one changes the row. A code older than the newest accepted one is spent too.
 */
function useAppCode(site: Site, personId: number, code: string): boolean {
  const row = site.database.find('SELECT * FROM two_factor WHERE person_id = :personId', {
    ':personId': personId,
  });
  if (row === undefined) return false;
  const step = findMatchingStep(bytes(row, 'secret'), code, site.nowMs(), parametersIn(row));
  if (step === undefined) return false;
  const changes = site.database.run(
    'UPDATE two_factor SET last_step = :step WHERE person_id = :personId AND last_step < :step',
    { ':personId': personId, ':step': step },
  );
  return changes === 1;
}

/** The second factor and the recovery codes with it. Whoever calls it notes why. */
export function removeTwoFactor(site: Site, personId: number): void {
  site.database.run('DELETE FROM two_factor WHERE person_id = :personId', { ':personId': personId });
  dropRecoveryCodes(site, personId);
}

export function turnOff(site: Site, personId: number): void {
  removeTwoFactor(site, personId);
  noteEvent(site, 'two-factor-off', personId);
}
