/** Which of the codes on a page bring accounts in. By itself, so that a page can ask without loading what reads them. */
import type { ScannedPayload } from './payload';

export type EnrollingPayload = Extract<ScannedPayload, { kind: 'account' | 'migration' }>;

/** Whether accounts come of it. */
export function isEnrolling(payload: ScannedPayload): payload is EnrollingPayload {
  return payload.kind === 'account' || (payload.kind === 'migration' && payload.migration.accounts.length > 0);
}
