/**
 * A mail server of the site's own, on 127.0.0.1 and any free port: real SMTP, so that mail travels as it would anywhere.
 * It takes mail for the site's people alone and stores it; nothing ever leaves this computer.
 */
import type { Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { listen } from './listen';
import { storeMail } from './mails';
import { findPersonByEmail } from './people';
import type { Site } from './site';

/** The site's own mails are a hundredth of it. */
const LARGEST_BYTES = 64 * 1024;
const MOST_CLIENTS = 40;
/** Who says nothing for as long is shown out. */
const IDLE_MS = 30_000;

export interface MailServer {
  readonly port: number;
  /** Breaks off whoever is still connected; what was taken in full is stored first. */
  stop(): Promise<void>;
}

/** RFC 5321 4.2.3: what the client is told. */
class MailRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

export async function startMailServer(site: Pick<Site, 'database' | 'nowMs'>): Promise<MailServer> {
  const arriving = new Set<Promise<void>>();
  const sockets = new Set<Socket>();

  const server = new SMTPServer({
    name: 'localhost',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    rejectOversized: true,
    maxClients: MOST_CLIENTS,
    socketTimeout: IDLE_MS,
    logger: false,
    onRcptTo: ({ address }, _session, answer) => {
      const isKnown = findPersonByEmail(site, address) !== undefined;
      answer(isKnown ? null : new MailRefusal(550, 'Nobody here has that address'));
    },
    onData: (stream, { envelope }, answer) => {
      const recipients = new Set(envelope.rcptTo.map(({ address }) => address.toLowerCase()));
      const arrival = takeMail(site, stream, recipients).then(
        () => answer(null),
        (error: unknown) => answer(error instanceof MailRefusal ? error : new MailRefusal(451, 'That did not arrive')),
      );
      arriving.add(arrival);
      void arrival.finally(() => arriving.delete(arrival));
    },
  });
  // A client that broke off. Nobody here has to know, but an error that nobody hears ends the process.
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  const port = await listen(server.server, 0);
  return {
    port,
    stop: async () => {
      const isClosed = new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await Promise.all([isClosed, ...arriving]);
    },
  };
}

async function takeMail(
  site: Pick<Site, 'database' | 'nowMs'>,
  stream: SMTPServerDataStream,
  recipients: ReadonlySet<string>,
): Promise<void> {
  const raw = await readUpToLimit(stream);
  // The server itself answers that it was too large.
  if (raw === undefined) return;
  const { subject = '', text = '' } = await PostalMime.parse(raw).catch(() => {
    throw new MailRefusal(554, 'That mail cannot be read');
  });
  for (const recipient of recipients) {
    storeMail(site, { atMs: site.nowMs(), recipient, subject, body: text.trimEnd() });
  }
}

/** Undefined when there was more; what is too much is let go by, not kept. */
async function readUpToLimit(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? undefined : Buffer.concat(chunks);
}
