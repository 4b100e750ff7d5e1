/** What the mail server was given. The Inbox page stands in for everybody's mailbox. */
import { integer, text } from './columns';
import type { Row } from './database';
import type { Site } from './site';

/** The newest are kept: anything on this computer may send some, and the page shows all. */
export const MAILS_KEPT = 100;

export interface StoredMail {
  readonly id: number;
  readonly atMs: number;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

type Database = Pick<Site, 'database'>;

export function storeMail({ database }: Database, mail: Omit<StoredMail, 'id'>): void {
  database.transaction(() => {
    database.run('INSERT INTO mails (at_ms, recipient, subject, body) VALUES (:atMs, :recipient, :subject, :body)', {
      ':atMs': mail.atMs,
      ':recipient': mail.recipient,
      ':subject': mail.subject,
      ':body': mail.body,
    });
    database.run('DELETE FROM mails WHERE id NOT IN (SELECT id FROM mails ORDER BY id DESC LIMIT :kept)', {
      ':kept': MAILS_KEPT,
    });
  });
}

/** Newest first; of everybody, or to one address alone. */
export function findMails({ database }: Database, recipient?: string): readonly StoredMail[] {
  if (recipient === undefined) return database.all('SELECT * FROM mails ORDER BY id DESC').map(mailOf);
  return database
    .all('SELECT * FROM mails WHERE recipient = :recipient COLLATE NOCASE ORDER BY id DESC', {
      ':recipient': recipient,
    })
    .map(mailOf);
}

function mailOf(row: Row): StoredMail {
  return {
    id: integer(row, 'id'),
    atMs: integer(row, 'at_ms'),
    recipient: text(row, 'recipient'),
    subject: text(row, 'subject'),
    body: text(row, 'body'),
  };
}
