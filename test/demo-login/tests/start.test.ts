import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemoSite } from '../server';
import { StartRefusal } from '../start-refusal';

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
  const site = await startDemoSite(options);
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

describe('npm run demo', () => {
  it('prints where it runs and who can sign in, and nothing more whatever is posted to it', async () => {
    const { child, url, printed } = await runDemo('--port', '0', '--seed', 'printed');
    expect(printed()).toMatch(/Mira Holt \(admin\): mira@workbench\.example {2}[a-z]+-[a-z]+-[a-z]+-\d{4}/);
    const before = printed();
    await fetch(`${url}/sign-in`, { method: 'POST', body: new URLSearchParams({ password: 'my real password' }) });
    await fetch(`${url}/no-such-page?password=my-real-password`);
    expect(await end(child, 'SIGINT')).toBe(0);
    expect(printed()).toBe(before);
  });

  it('ends cleanly on SIGTERM, also while a browser keeps its connection open', async () => {
    const file = join(folder, 'demo.db');
    const { child, url } = await runDemo('--port', '0', '--db', file);
    await (await fetch(`${url}/sign-in`)).text();
    expect(await end(child, 'SIGTERM')).toBe(0);
    expect(readdirSync(folder)).toEqual(['demo.db']);
  });

  it('starts again from the same file after it was killed', async () => {
    const file = join(folder, 'demo.db');
    const { child } = await runDemo('--port', '0', '--db', file);
    await end(child, 'SIGKILL');
    expect(readdirSync(folder)).toContain('demo.db.pid');
    const again = await runDemo('--port', '0', '--db', file);
    expect(again.url).not.toBe('');
    expect(await end(again.child, 'SIGTERM')).toBe(0);
    expect(readdirSync(folder)).toEqual(['demo.db']);
  });

  it.each([
    ['--port', 'eighty'],
    ['--db', '/no/such/folder/demo.db'],
  ])('answers %s %s with a sentence and exit code 2', async (...args) => {
    const { child, printed } = await runDemo(...args);
    expect(child.exitCode).toBe(2);
    expect(printed().trim().split('\n')).toHaveLength(1);
  });
});
