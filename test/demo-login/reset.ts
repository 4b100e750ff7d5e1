/** Taking away a second factor that its owner cannot use any more. Whoever had signed in with it is signed out. */
import { forgetWrong } from './attempts';
import { noteEvent } from './events';
import type { Person } from './people';
import { endSessionsOf, isOpen, type SignedInSession } from './sessions';
import type { Site } from './site';
import { findTwoFactor, removeTwoFactor } from './two-factor';

export type ResetAnswer = 'done' | 'own' | 'off' | 'session-ended';

/** By an admin, for someone else. Their own they turn off as everyone does: with password and code. */
export function resetByAdmin(site: Site, session: SignedInSession, person: Person): ResetAnswer {
  return site.database.transaction((): ResetAnswer => {
    if (!isOpen(site, session)) return 'session-ended';
    if (person.id === session.personId) return 'own';
    if (findTwoFactor(site, person.id) === undefined) return 'off';
    resetTwoFactor(site, person.id);
    noteEvent(site, 'reset-by-admin', person.id, session.personId);
    return 'done';
  });
}

/** A reset code still in the mail goes too: it would take away what is set up next. Call it inside a transaction. */
export function resetTwoFactor(site: Site, personId: number): void {
  removeTwoFactor(site, personId);
  forgetWrong(site, 'code', String(personId));
  site.database.run("DELETE FROM mail_codes WHERE kind = 'reset' AND person_id = :personId", {
    ':personId': personId,
  });
  endSessionsOf(site, personId);
}
