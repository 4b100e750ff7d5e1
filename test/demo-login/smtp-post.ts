/** Sends mail over SMTP, to a server on this computer. */
import nodemailer from 'nodemailer';
import { atMost } from './at-most';
import type { Post } from './post';
import { SITE_NAME } from './site';

const SENDER = { name: SITE_NAME, address: 'no-reply@workbench.example' };
/** Of everything the server may keep the site waiting for. It is on this computer: far more than it needs. */
const PATIENCE_MS = 5_000;
/** The server takes so many clients and no more, and the site is not the only one who may come. */
const CONNECTIONS_AT_ONCE = 8;

export function smtpPost(port: number, nowMs: () => number): Post {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    name: 'localhost',
    ignoreTLS: true,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  const inTurn = atMost(CONNECTIONS_AT_ONCE);

  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await inTurn(work);
      return true;
    } catch (error) {
      // The kind of failure alone: what the server answered may repeat what it was sent.
      const kind = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      process.stderr.write(`Mail could not be sent (${kind}).\n`);
      return false;
    }
  };

  return {
    send: ({ to, subject, text }) =>
      attempt(() =>
        transport.sendMail({
          from: SENDER,
          // As an object, never joined to a line: a name with a line break or a comma in it stays a name.
          to: { name: to.name, address: to.address },
          subject,
          text,
          date: new Date(nowMs()),
          headers: { 'Auto-Submitted': 'auto-generated' },
          xMailer: false,
        }),
      ),
    isReady: () => attempt(() => transport.verify()),
  };
}
