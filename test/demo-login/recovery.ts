/**
 * A lost device. Whoever has given the password may ask for a mail with a reset code; whoever has the code turns two
 * factor off. So it takes password and mailbox together, and still nobody gets in: the password comes after it.
 */
import { findPause, forgetWrong, noteWrong } from './attempts';
import { noteEvent } from './events';
import { resetLetter } from './letters';
import { useMailCode } from './mail-codes';
import { type CodeMail, findMailPause, type MailingSite, sendCodeMail, writeCodeMail } from './mailing';
import { findPerson } from './people';
import { type Force, findForce } from './policy';
import { endSessionsOf, isOpen, type PendingSession } from './sessions';
import type { Site } from './site';
import { findTwoFactor, removeTwoFactor } from './two-factor';

export type AskAnswer = 'asked' | 'cannot-send' | 'session-ended';

/** Says 'asked' whether or not a mail was sent: an address that is not verified, and too many mails, show nowhere. */
export async function askForReset(site: MailingSite, session: PendingSession): Promise<AskAnswer> {
  const written = site.database.transaction(() => writeResetMail(site, session));
  if (written === 'session-ended') return written;
  const isSent = written === 'nothing-to-send' ? await site.post.isReady() : await sendCodeMail(site, written);
  return isSent ? 'asked' : 'cannot-send';
}

function writeResetMail(site: MailingSite, session: PendingSession): CodeMail | 'session-ended' | 'nothing-to-send' {
  const person = isOpen(site, session) ? findPerson(site, session.personId) : undefined;
  if (person === undefined) return 'session-ended';
  if (!person.isVerified || findMailPause(site, 'reset', person.id) !== undefined) return 'nothing-to-send';
  return writeCodeMail(site, 'reset', person.id, (code) =>
    resetLetter(person, { siteUrl: site.url(), code, nowMs: site.nowMs() }),
  );
}

export type ResetAnswer =
  | { readonly kind: 'reset'; readonly personId: number; readonly force: Force | undefined }
  | { readonly kind: 'refused' }
  | { readonly kind: 'paused'; readonly untilMs: number };

/** A wrong code names nobody, so wrong ones are counted for all. An admin can reset two factor meanwhile. */
const SUBJECT = 'reset';

export function resetByMail(site: Site, typed: string): ResetAnswer {
  return site.database.transaction((): ResetAnswer => {
    const pausedUntilMs = findPause(site, 'reset', SUBJECT);
    if (pausedUntilMs !== undefined) return { kind: 'paused', untilMs: pausedUntilMs };
    const person = findPersonOfCode(site, typed);
    if (person === undefined) {
      const untilMs = noteWrong(site, 'reset', SUBJECT);
      return untilMs === undefined ? { kind: 'refused' } : { kind: 'paused', untilMs };
    }
    removeTwoFactor(site, person.id);
    endSessionsOf(site, person.id);
    forgetWrong(site, 'code', String(person.id));
    noteEvent(site, 'reset-by-mail', person.id);
    return { kind: 'reset', personId: person.id, force: findForce(site, person) };
  });
}

/** A code is good for the second factor it was sent for, not for one that was set up since. */
function findPersonOfCode(site: Site, typed: string) {
  const used = useMailCode(site, 'reset', typed);
  if (used === undefined) return undefined;
  const twoFactor = findTwoFactor(site, used.personId);
  if (twoFactor !== undefined && twoFactor.sinceMs !== used.twoFactorSinceMs) return undefined;
  return findPerson(site, used.personId);
}
