/** Verified addresses: an admin sends a mail with a code, and whoever can read it proves that the address is theirs. */
import { findPause, noteWrong } from './attempts';
import { noteEvent } from './events';
import { verificationLetter } from './letters';
import { useMailCode } from './mail-codes';
import { type CodeMail, findMailPause, type MailingSite, sendCodeMail, writeCodeMail } from './mailing';
import { findPerson, type Person } from './people';
import type { Site } from './site';

export type VerificationMailAnswer =
  | { readonly kind: 'sent' }
  | { readonly kind: 'cannot-send' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'verified-already'; readonly person: Person }
  | { readonly kind: 'paused'; readonly person: Person; readonly untilMs: number };

export async function sendVerificationMail(
  site: MailingSite,
  personId: number,
  admin: Person,
): Promise<VerificationMailAnswer> {
  const written = site.database.transaction(() => writeVerificationMail(site, personId, admin));
  if ('mail' in written) return { kind: (await sendCodeMail(site, written, admin.id)) ? 'sent' : 'cannot-send' };
  return written;
}

function writeVerificationMail(site: MailingSite, personId: number, admin: Person): CodeMail | VerificationMailAnswer {
  const person = findPerson(site, personId);
  if (person === undefined) return { kind: 'nobody' };
  if (person.isVerified) return { kind: 'verified-already', person };
  const untilMs = findMailPause(site, 'verify', personId);
  if (untilMs !== undefined) return { kind: 'paused', person, untilMs };
  return writeCodeMail(site, 'verify', personId, (code) =>
    verificationLetter(person, { siteUrl: site.url(), code, adminName: admin.name }),
  );
}

export type VerifyAnswer =
  | { readonly kind: 'verified'; readonly person: Person }
  | { readonly kind: 'refused' }
  | { readonly kind: 'paused'; readonly untilMs: number };

/** As for reset codes: a wrong one names nobody. */
const SUBJECT = 'verify';

export function verifyByMail(site: Site, typed: string): VerifyAnswer {
  return site.database.transaction((): VerifyAnswer => {
    const pausedUntilMs = findPause(site, 'reset', SUBJECT);
    if (pausedUntilMs !== undefined) return { kind: 'paused', untilMs: pausedUntilMs };
    const used = useMailCode(site, 'verify', typed);
    const person = used === undefined ? undefined : findPerson(site, used.personId);
    if (person === undefined) {
      const untilMs = noteWrong(site, 'reset', SUBJECT);
      return untilMs === undefined ? { kind: 'refused' } : { kind: 'paused', untilMs };
    }
    site.database.run('UPDATE people SET is_verified = 1 WHERE id = :personId', { ':personId': person.id });
    noteEvent(site, 'email-verified', person.id);
    return { kind: 'verified', person };
  });
}
