import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IS_LONG } from '../../tier';
import { text } from '../columns';
import { openDatabase } from '../database';
import { seededPeople } from '../seed';
import { startDemoSite } from '../server';
import { main } from '../start';
import { StartRefusal } from '../start-refusal';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import { SmtpClient } from './smtp-client';
import { csrfIn } from './visitor';

let folder: string;
const undo: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-start-'));
  undo.push(() => rmSync(folder, { recursive: true }));
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function start(options: Parameters<typeof startDemoSite>[0]) {
  const site = await startDemoSite({ passwordCost: CHEAP_PASSWORDS, ...options });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await site.stop();
    isStopped = true;
  };
  undo.push(stop);
  return { ...site, stop, port: Number(new URL(site.url).port) };
}

describe('startDemoSite', () => {
  it('answers on 127.0.0.1, and no more once stopped', async () => {
    const site = await start({});
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${site.url}/sign-in`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('data-do="sign-in"');
    await site.stop();
    await expect(fetch(`${site.url}/sign-in`)).rejects.toThrow();
  });

  it('stops although a browser opened a connection and never used it', async () => {
    const site = await start({});
    const silent = connect(site.port, '127.0.0.1');
    await once(silent, 'connect');
    await site.stop();
    if (!silent.closed) await once(silent, 'close');
    await expect(fetch(site.url)).rejects.toThrow();
  }, 20_000);

  it('sends mail over SMTP that names where it runs, and stops its mail server too, whoever is connected', async () => {
    const site = await start({ seed: 'mails' });
    const admin = await signIn(site.url, site.people[0]);
    const answer = await admin('/settings/people/5/verify');
    expect(answer.headers.get('location')).toBe('/settings/people?mailed=5');
    const inbox = await (await fetch(`${site.url}/inbox`)).text();
    expect(inbox).toContain(`${site.url}/verify\n`);
    expect(inbox).toContain('tomas@fernhill.example');
    const client = await SmtpClient.open(site.mailPort);
    await site.stop();
    await client.closed();
    await expect(SmtpClient.open(site.mailPort)).rejects.toThrow();
  });

  it('runs beside others, each with a mail server of its own', async () => {
    const sites = await Promise.all([start({ seed: 'mails' }), start({ seed: 'mails' }), start({ seed: 'mails' })]);
    expect(new Set(sites.map(({ mailPort }) => mailPort)).size).toBe(3);
    const [first, second] = sites;
    const admin = await signIn(first?.url ?? '', first?.people[0]);
    await admin('/settings/people/5/verify');
    expect(await (await fetch(`${first?.url}/inbox`)).text()).toContain('data-show="mail-text"');
    expect(await (await fetch(`${second?.url}/inbox`)).text()).toContain('data-show="no-mail"');
  });

  it('answers what was begun before it stops, and closes its file after that', async () => {
    const databaseFile = join(folder, 'demo.db');
    const site = await start({ databaseFile, seed: 'mails' });
    const admin = await signIn(site.url, site.people[0]);
    const sending = admin('/settings/people/5/verify');
    const arrived = await SmtpClient.open(site.mailPort);
    await site.stop();
    expect((await sending).status).toBe(303);
    await arrived.closed();
    expect(readdirSync(folder)).toEqual(['demo.db']);
    const again = await start({ databaseFile });
    expect(await (await fetch(`${again.url}/inbox`)).text()).toContain('tomas@fernhill.example');
  });

  it('takes the next free port when the one asked for is taken, and says so', async () => {
    const first = await start({});
    const second = await start({ port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect(second.notes).toEqual([`Port ${first.port} is taken, so this is on ${second.port}.`]);
    expect(first.notes).toEqual([]);
  });

  it('keeps people and sessions in its file, and shares it with no other site', async () => {
    const databaseFile = join(folder, 'demo.db');
    const first = await start({ databaseFile, seed: 'kept' });
    const response = await fetch(`${first.url}/sign-in`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await first.stop();
    const second = await start({ databaseFile });
    expect(second.people).toEqual(first.people);
    const again = await fetch(`${second.url}/sign-in`, { headers: { cookie } });
    expect(again.headers.getSetCookie()).toEqual([]);
    await expect(startDemoSite({ databaseFile })).rejects.toThrow(StartRefusal);
  });
});

/** scripts/demo.mjs as its own process, once it has said that it runs. */
async function runDemo(...args: string[]): Promise<{ child: ChildProcess; url: string; printed: () => string }> {
  const script = resolve(import.meta.dirname, '../../../scripts/demo.mjs');
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  undo.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  await new Promise<void>((done) => {
    child.stdout.on('data', () => text.includes('Ctrl-C') && done());
    child.on('exit', () => done());
  });
  return { child, url: /http:\/\/[\d.:]+/.exec(text)?.[0] ?? '', printed: () => text };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}

/** Answers what posts to a path, signed in. */
async function signIn(url: string, person?: { email: string; password: string }) {
  let cookie = '';
  let csrf = '';
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, { ...init, headers: { cookie }, redirect: 'manual' });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    csrf = csrfIn(await response.text()) || csrf;
    return response;
  };
  const post = (path: string, fields: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) });
  await ask('/sign-in');
  await post('/sign-in', { email: person?.email ?? '', password: person?.password ?? '' });
  await ask('/');
  return post;
}

describe('npm run demo', () => {
  it('prints where it runs and who can sign in, and nothing more whatever is posted to it', async () => {
    const { child, url, printed } = await runDemo('--port', '0', '--seed', 'printed');
    const password = '[a-z]+-[a-z]+-[a-z]+-\\d{4}';
    const lines = printed()
      .split('\n')
      .filter((line) => line.includes('@'));
    expect(lines).toEqual([
      expect.stringMatching(`^ {2}Mira Holt {4}staff, admin {2}mira@workbench\\.example {3}${password}$`),
      expect.stringMatching(`^ {2}Jonas Vik {4}staff {9}jonas@workbench\\.example {2}${password}$`),
      expect.stringMatching(`^ {2}Ines Duarte {2}staff {9}ines@workbench\\.example {3}${password}$`),
      expect.stringMatching(`^ {2}Noor Alder {3}client {8}noor@alder\\.example {7}${password}$`),
      expect.stringMatching(
        `^ {2}Tomas Fern {3}client {8}tomas@fernhill\\.example {3}${password} {2}\\(address not verified\\)$`,
      ),
      expect.stringMatching(`^ {2}Kei Sato {5}contractor {4}kei@sato\\.example {9}${password}$`),
    ]);
    expect(printed()).toContain(`All mail it sends: ${url}/inbox\n`);
    expect(printed()).toContain(`For testers:       ${url}/testers\n`);
    const before = printed();
    await fetch(`${url}/sign-in`, { method: 'POST', body: new URLSearchParams({ password: 'my real password' }) });
    await fetch(`${url}/no-such-page?password=my-real-password`);
    expect(await end(child, 'SIGINT')).toBe(0);
    expect(printed()).toBe(before);
  });

  // Either signal is listened to alike, and a process takes seconds: SIGINT ends the one above in every run.
  it.each(IS_LONG ? (['SIGINT', 'SIGTERM'] as const) : (['SIGTERM'] as const))(
    'ends cleanly on %s in the middle of mails, its own and others’',
    async (signal) => {
      const file = join(folder, 'demo.db');
      const { child, url, printed } = await runDemo('--port', '0', '--db', file, '--seed', 'mails');
      const client = await SmtpClient.open(Number(/mail server: +127\.0\.0\.1:(\d+)/.exec(printed())?.[1]));
      undo.push(() => client.socket.destroy());
      await client.say('EHLO test', 250);
      await client.say('MAIL FROM:<a@b.example>', 250);
      await client.say('RCPT TO:<mira@workbench.example>', 250);
      await client.say('DATA', 354);
      client.socket.write('Subject: Half\r\n\r\nHalf a te');
      const admin = await signIn(url, seededPeople('mails')[0]);
      const before = printed();
      const sending = admin('/settings/people/5/verify').catch(() => undefined);
      expect(await end(child, signal)).toBe(0);
      await sending;
      await client.closed();
      expect(printed()).toBe(before);
      expect(readdirSync(folder)).toEqual(['demo.db']);
    },
  );

  it('starts again from the same file after it was killed, ends cleanly while a browser keeps its connection open, and has hashed at the full cost', async () => {
    const file = join(folder, 'demo.db');
    const { child } = await runDemo('--port', '0', '--db', file);
    await end(child, 'SIGKILL');
    expect(readdirSync(folder)).toContain('demo.db.pid');
    const again = await runDemo('--port', '0', '--db', file);
    await (await fetch(`${again.url}/sign-in`)).text();
    expect(await end(again.child, 'SIGTERM')).toBe(0);
    expect(readdirSync(folder)).toEqual(['demo.db']);
    const database = openDatabase(file);
    undo.push(() => database.close());
    const hashes = database.all('SELECT password_hash AS hash FROM people').map((row) => text(row, 'hash'));
    expect(hashes).toHaveLength(6);
    // What OWASP asks for, whatever the tests make do with.
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('answers --db with no such folder by a sentence and exit code 2', async () => {
    const { child, printed } = await runDemo('--db', '/no/such/folder/demo.db');
    expect(child.exitCode).toBe(2);
    expect(printed().trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['--port', 'eighty'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--password-cost', '8'],
  ])('answers %s %s by a sentence and exit code 2', async (...args) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    undo.push(() => said.mockRestore());
    expect(await main(args)).toBe(2);
    expect(said.mock.calls.map(([line]) => String(line))).toEqual([expect.stringMatching(/^.+\n$/)]);
  });
});
