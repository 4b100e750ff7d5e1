/** Sending a code by mail: how often, what is kept of it, and what is taken back when it cannot be sent. */
import { findPause, noteWrong, takeOneBack } from './attempts';
import { noteEvent } from './events';
import { dropMailCode, type MailCodeKind, makeMailCode } from './mail-codes';
import { findPerson } from './people';
import type { Mail, Post } from './post';
import type { Site } from './site';

/** What the routes of mail are given beside the site. */
export interface MailingSite extends Site {
  readonly post: Post;
  /** The address that mails name. Never taken from a request: whoever sends one can write any host into it. */
  readonly url: () => string;
}

/** A mail that is about to be sent. */
export interface CodeMail {
  readonly kind: MailCodeKind;
  readonly personId: number;
  readonly code: string;
  readonly mail: Mail;
}

const EVENT_OF = { reset: 'reset-mail-sent', verify: 'verification-mail-sent' } as const;

/** Until when no more mail of the kind is sent to the person; undefined when it may be. */
export function findMailPause(site: Site, kind: MailCodeKind, personId: number): number | undefined {
  return findPause(site, 'mail', subjectOf(kind, personId));
}

/** Counts the mail and makes its code. Call it inside the transaction that asked `findMailPause`. */
export function writeCodeMail(
  site: Site,
  kind: MailCodeKind,
  personId: number,
  letter: (code: string) => Mail,
): CodeMail {
  noteWrong(site, 'mail', subjectOf(kind, personId));
  const code = makeMailCode(site, kind, personId);
  return { kind, personId, code, mail: letter(code) };
}

/** True once the mail server has it. Otherwise it is as if nobody had asked, but for a code sent before: that is gone. */
export async function sendCodeMail(site: MailingSite, written: CodeMail, byPersonId?: number): Promise<boolean> {
  const { kind, personId, code, mail } = written;
  const isSent = await site.post.send(mail);
  site.database.transaction(() => {
    if (!isSent) {
      takeOneBack(site, 'mail', subjectOf(kind, personId));
      dropMailCode(site, code);
    } else if (findPerson(site, personId) !== undefined) {
      noteEvent(site, EVENT_OF[kind], personId, byPersonId);
    }
  });
  return isSent;
}

function subjectOf(kind: MailCodeKind, personId: number): string {
  return `${kind} ${personId}`;
}
