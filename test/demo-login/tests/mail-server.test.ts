import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DemoDatabase, openDatabase } from '../database';
import { listen } from '../listen';
import { type MailServer, startMailServer } from '../mail-server';
import { findMails } from '../mails';
import { createDemoSite } from '../server';
import { smtpPost } from '../smtp-post';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import { SmtpClient } from './smtp-client';
import { START_MS } from './visitor';

let database: DemoDatabase;
let server: MailServer;
const undo: (() => unknown)[] = [];
const nowMs = () => START_MS;
beforeEach(async () => {
  database = openDatabase();
  undo.push(() => database.close());
  await createDemoSite({ database, nowMs, seed: 'tests', passwordCost: CHEAP_PASSWORDS });
  server = await startMailServer({ database, nowMs });
  undo.push(() => server.stop());
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const step of undo.splice(0).reverse()) await step();
});

const mira = { name: 'Mira Holt', address: 'mira@workbench.example' };
const mails = () => findMails({ database });
const send = (mail: Partial<Parameters<ReturnType<typeof smtpPost>['send']>[0]> = {}) =>
  smtpPost(server.port, nowMs).send({ to: mira, subject: 'A subject', text: 'A text', ...mail });

async function client(): Promise<SmtpClient> {
  const opened = await SmtpClient.open(server.port);
  undo.push(() => opened.socket.destroy());
  return opened;
}

/** As far as the text of the mail. */
async function clientAtData(): Promise<SmtpClient> {
  const opened = await client();
  await opened.say('EHLO test', 250);
  await opened.say('MAIL FROM:<a@b.example>', 250);
  await opened.say(`RCPT TO:<${mira.address}>`, 250);
  await opened.say('DATA', 354);
  return opened;
}

describe('a mail over SMTP', () => {
  it('arrives as it was written', async () => {
    const written = {
      subject: 'Grüße, „Ünïcode“ 名前 and a subject that is a good deal longer than one line of a header may ever be',
      text: `.\n..two dots\n\n  indented, żółć 名前\nFrom here on\n${'a long line '.repeat(30)}ends`,
    };
    expect(await send(written)).toBe(true);
    expect(mails()).toEqual([
      { id: 1, atMs: START_MS, recipient: mira.address, subject: written.subject, body: written.text },
    ]);
  });

  it('goes to people of the site alone, in any case of letters, once each', async () => {
    const visitor = await client();
    await visitor.say('EHLO test', 250);
    await visitor.say('MAIL FROM:<>', 250);
    await visitor.say('RCPT TO:<nobody@workbench.example>', 550);
    await visitor.say('RCPT TO:<MIRA@WORKBENCH.EXAMPLE>', 250);
    await visitor.say('RCPT TO:<Noor@alder.example>', 250);
    await visitor.say('DATA', 354);
    await visitor.say('Subject: Hello\r\n\r\nA text\r\n.', 250);
    expect(mails().map(({ recipient, body }) => [recipient, body])).toEqual([
      ['noor@alder.example', 'A text'],
      ['mira@workbench.example', 'A text'],
    ]);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await send({ to: { name: 'Nobody', address: 'nobody@workbench.example' } })).toBe(false);
    expect(mails()).toHaveLength(2);
  });

  it('has the headers it should have and no others, whatever stands in a name, an address or a subject', async () => {
    const { port, received } = await capture();
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const evil = 'X\r\nBcc: thief@workbench.example\r\nX-Evil: yes\r\n\r\nA body\0';
    const post = smtpPost(port, nowMs);
    await post.send({ to: { name: evil, address: mira.address }, subject: evil, text: 'A text' });
    await post.send({ to: { name: 'Ö, "Q" <thief@workbench.example>', address: mira.address }, subject: '', text: '' });
    await post.send({
      to: { name: 'X', address: `${mira.address}\r\nRCPT TO:<thief@x.example>` },
      subject: 'X',
      text: 'X',
    });
    expect(received.length).toBeGreaterThan(1);
    for (const { recipients, raw } of received.slice(0, 2)) {
      expect(recipients).toEqual([mira.address]);
      const lines = raw
        .split('\r\n\r\n')[0]
        ?.replace(/\r\n[ \t]+/g, ' ')
        .split('\r\n');
      const names = lines?.map((line) => line.split(':')[0]) ?? [];
      expect(names.filter((name) => name === 'From' || name === 'To')).toHaveLength(2);
      expect(HEADERS).toEqual(expect.arrayContaining(names));
      expect(new Set(names).size).toBe(names.length);
      expect(raw).toContain(`Date: ${new Date(START_MS).toUTCString().replace('GMT', '+0000')}\r\n`);
    }
    for (const { recipients } of received) expect(recipients).not.toContain('thief@x.example');
    for (const [line] of log.mock.calls) expect(line).toMatch(/^Mail could not be sent \(\w+\)\.\n$/);
  });

  it('is refused when it is too large, announced or not, and the next one arrives', async () => {
    const announced = await client();
    await announced.say('EHLO test', 250);
    await announced.say('MAIL FROM:<a@b.example> SIZE=10485760', 552);
    const sending = await clientAtData();
    const line = `${'x'.repeat(998)}\r\n`;
    sending.socket.write(line.repeat(10 * 1024));
    await sending.say('.', 552);
    await sending.say('NOOP', 250);
    expect(mails()).toEqual([]);
    expect(await send()).toBe(true);
    expect(mails()).toHaveLength(1);
  });

  it('is refused when it cannot be read, and the next one arrives', async () => {
    const deep = Array.from(
      { length: 300 },
      (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth + 1}\r\n\r\n`,
    );
    const sending = await clientAtData();
    await sending.say(`Content-Type: multipart/mixed; boundary=b0\r\n\r\n${deep.join('')}\r\n.`, 554);
    expect(await send()).toBe(true);
    expect(mails()).toHaveLength(1);
  });

  it('is neither signed in for nor sealed: the server offers no such thing, and speaks no HTTP', async () => {
    const visitor = await client();
    expect(await visitor.say('EHLO test', 250)).not.toMatch(/AUTH|STARTTLS/);
    await visitor.say('AUTH PLAIN AGEAYg==', 500);
    await visitor.say('STARTTLS', 500);
    await visitor.say('POST / HTTP/1.1', 421);
    await visitor.closed();
  });
});

describe('clients that do as they like', () => {
  it('may connect and say nothing, and break off in the middle of a mail', async () => {
    const silent = await client();
    const half = await clientAtData();
    half.socket.write('Subject: Half\r\n\r\nHalf a te');
    half.socket.resetAndDestroy();
    const quarter = await clientAtData();
    quarter.socket.end('Subject: A quarter\r\n\r\nA');
    await quarter.closed();
    expect(await send()).toBe(true);
    expect(mails().map(({ subject }) => subject)).toEqual(['A subject']);
    expect(silent.socket.destroyed).toBe(false);
  });

  it('are told to come back when there are too many, and mail goes again once they are gone', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const crowd = await Promise.all(Array.from({ length: 40 }, client));
    expect(await send()).toBe(false);
    const [first] = crowd;
    await first?.say('QUIT', 221);
    await first?.closed();
    expect(await send()).toBe(true);
  });

  it('do not keep the server from stopping, silent, greeted or in the middle of a mail', async () => {
    const clients = [await client(), await clientAtData(), await clientAtData()];
    clients[1]?.socket.write('Subject: Half\r\n\r\nHalf a te');
    const raw = connect(server.port, '127.0.0.1');
    undo.push(() => raw.destroy());
    raw.on('error', () => {});
    await once(raw, 'connect');
    await server.stop();
    await Promise.all(clients.map((one) => one.closed()));
    await expect(SmtpClient.open(server.port)).rejects.toThrow();
    expect(mails()).toEqual([]);
  });

  it('are told apart: several servers at once have a port and a database each', async () => {
    const other = openDatabase();
    undo.push(() => other.close());
    await createDemoSite({ database: other, nowMs, seed: 'tests', passwordCost: CHEAP_PASSWORDS });
    const second = await startMailServer({ database: other, nowMs });
    undo.push(() => second.stop());
    expect(second.port).not.toBe(server.port);
    await send({ subject: 'For the first' });
    await smtpPost(second.port, nowMs).send({ to: mira, subject: 'For the second', text: 'A text' });
    expect(mails().map(({ subject }) => subject)).toEqual(['For the first']);
    expect(findMails({ database: other }).map(({ subject }) => subject)).toEqual(['For the second']);
  });
});

/** All that a mail of the site may have. */
const HEADERS = [
  ...['From', 'To', 'Subject', 'Date', 'Message-ID', 'Auto-Submitted'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
];

/** A server that keeps what it is sent byte by byte. */
async function capture() {
  const received: { recipients: string[]; raw: string }[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, { envelope }, answer) => {
      void text(stream).then((raw) => {
        received.push({ recipients: envelope.rcptTo.map(({ address }) => address), raw });
        answer();
      });
    },
  });
  const sockets = new Set<Socket>();
  smtp.server.on('connection', (socket) => sockets.add(socket));
  const port = await listen(smtp.server, 0);
  undo.push(async () => {
    const isClosed = new Promise<void>((resolve) => smtp.close(resolve));
    for (const socket of sockets) socket.destroy();
    await isClosed;
  });
  return { port, received };
}
