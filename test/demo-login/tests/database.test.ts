import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoDatabase, openDatabase } from '../database';
import { SCHEMA_VERSION } from '../schema';
import { createDemoSite } from '../server';
import { StartRefusal } from '../start-refusal';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import { codeAt, givePassword, MINUTE_MS, openSite, turnTwoFactorOn } from './visitor';

let folder: string;
let file: string;
const open: DemoDatabase[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-login-'));
  file = join(folder, 'demo.db');
});
afterEach(() => {
  for (const database of open.splice(0)) database.close();
  rmSync(folder, { recursive: true });
});

function openFile(): DemoDatabase {
  const database = openDatabase(file);
  open.push(database);
  return database;
}

function closeAll(): void {
  for (const database of open.splice(0)) database.close();
}

const RUN = JSON.stringify(pathToFileURL(resolve(import.meta.dirname, '../../../scripts/run.mjs')).href);

/** Writes a thousand rows, then overwrites and deletes most of them with hardly any cache to hold them back, and dies. */
const KILLED_HALF_WAY = `
import { load } from ${RUN};
const { openDatabase } = await load('test/demo-login/database.ts');
const database = openDatabase(process.argv[1]);
database.transaction(() => {
  for (let row = 0; row < 1000; row++) database.run("INSERT INTO settings VALUES (" + row + ", hex(zeroblob(500)))");
});
database.all('PRAGMA cache_size = 5');
database.transaction(() => {
  database.run("UPDATE settings SET value = hex(randomblob(500))");
  database.run("DELETE FROM settings WHERE name % 2");
  process.kill(process.pid, 'SIGKILL');
});
`;

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('a database file', () => {
  it('leaves nothing beside itself when closed', () => {
    openFile();
    expect(readdirSync(folder).sort()).toEqual(['demo.db', 'demo.db-wal', 'demo.db.lock', 'demo.db.pid']);
    closeAll();
    expect(readdirSync(folder)).toEqual(['demo.db']);
  });

  it('is not opened twice', () => {
    openFile();
    expect(openFile).toThrow(StartRefusal);
    expect(openFile).toThrow(/is in use by process/);
    expect(existsSync(`${file}.pid`)).toBe(true);
  });

  it('is not taken from another process that runs, nor is its lock', () => {
    writeFileSync(`${file}.pid`, `${process.ppid}\n`);
    mkdirSync(`${file}.lock`);
    expect(openFile).toThrow(`is in use by process ${process.ppid}`);
    expect(existsSync(`${file}.lock`)).toBe(true);
  });

  it.each(['a dead process', 'a former process with our id', 'nobody', 'something unreadable'])(
    'opens although %s left its lock behind',
    (owner) => {
      openFile();
      closeAll();
      mkdirSync(`${file}.lock`);
      if (owner === 'a dead process') writeFileSync(`${file}.pid`, `${deadPid()}\n`);
      if (owner === 'a former process with our id') writeFileSync(`${file}.pid`, `${process.pid}\n`);
      if (owner === 'something unreadable') writeFileSync(`${file}.pid`, 'what');
      expect(openFile().all('SELECT * FROM people')).toEqual([]);
    },
  );

  it('knows nothing of a transaction in which its process was killed, however much of it had reached the disk', () => {
    openFile();
    closeAll();
    const killed = spawnSync(process.execPath, ['--input-type=module', '--eval', KILLED_HALF_WAY, file]);
    expect(killed.signal).toBe('SIGKILL');
    expect(readdirSync(folder).sort()).toEqual(['demo.db', 'demo.db-wal', 'demo.db.lock', 'demo.db.pid']);
    const database = openFile();
    expect(database.all('SELECT count(*) AS kept FROM settings')).toEqual([{ kept: 1000 }]);
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('refuses one that a newer demo wrote, and does not keep it claimed', () => {
    openFile().run(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    closeAll();
    expect(openFile).toThrow(/has version/);
    expect(readdirSync(folder)).toEqual(['demo.db']);
  });

  it('refuses what is no database, and a place where none can be', () => {
    writeFileSync(file, 'A letter to my aunt. '.repeat(100));
    expect(openFile).toThrow(StartRefusal);
    expect(() => openDatabase(folder)).toThrow(StartRefusal);
    expect(() => openDatabase(join(folder, 'no', 'such', 'folder.db'))).toThrow(StartRefusal);
    expect(readdirSync(folder)).toEqual(['demo.db']);
  });

  it('keeps two factor on, spent codes spent, pauses running and people signed in', async () => {
    const first = await openSite(openFile());
    const { secret } = await turnTwoFactorOn(first);
    const spent = codeAt(secret, first.clock.nowMs);
    const before = await givePassword(first.visitor(), first.mira);
    await before.post('/sign-in/code', { otp: spent });
    expect(before.path).toBe('/');
    closeAll();

    const second = await openSite(openFile());
    second.clock.nowMs = first.clock.nowMs;
    const kept = second.visitor();
    kept.plantToken(before.token ?? '');
    await kept.get('/profile/security');
    expect(kept.shown('two-factor')).toMatch(/^On/);
    const visitor = await givePassword(second.visitor(), second.mira);
    for (let count = 0; count < 5; count++) await visitor.post('/sign-in/code', { otp: spent });
    expect(visitor.status).toBe(429);
    closeAll();

    const third = await openSite(openFile());
    third.clock.nowMs = first.clock.nowMs + 15 * MINUTE_MS - 1;
    const paused = await givePassword(third.visitor(), third.mira);
    await paused.post('/sign-in/code', { otp: codeAt(secret, third.clock.nowMs) });
    expect(paused.status).toBe(429);
    third.clock.nowMs += 1;
    await paused.post('/sign-in/code', { otp: codeAt(secret, third.clock.nowMs) });
    expect(paused.path).toBe('/');
  });

  it('keeps the seed it was planted from', async () => {
    const first = await createDemoSite({ database: openFile(), seed: 'one', passwordCost: CHEAP_PASSWORDS });
    closeAll();
    const again = await createDemoSite({ database: openFile(), passwordCost: CHEAP_PASSWORDS });
    expect(again.people).toEqual(first.people);
    closeAll();
    const withAnother = createDemoSite({ database: openFile(), seed: 'two', passwordCost: CHEAP_PASSWORDS });
    await expect(withAnother).rejects.toThrow(StartRefusal);
  });
});

describe('a transaction', () => {
  it('is undone as a whole when it throws', () => {
    const database = openFile();
    const work = () => {
      database.run("INSERT INTO settings VALUES ('a', 'b')");
      throw new Error('no');
    };
    expect(() => database.transaction(work)).toThrow('no');
    expect(database.all('SELECT * FROM settings')).toEqual([]);
    database.transaction(() => database.run("INSERT INTO settings VALUES ('a', 'b')"));
    expect(database.all('SELECT * FROM settings')).toHaveLength(1);
  });
});

describe('the seed', () => {
  it('gives the same people every time, and other passwords for another seed', async () => {
    const people = await Promise.all(
      ['one', 'one', 'two'].map(async (seed) => {
        const database = openDatabase();
        open.push(database);
        return (await createDemoSite({ database, seed, passwordCost: CHEAP_PASSWORDS })).people;
      }),
    );
    expect(people[0]).toEqual(people[1]);
    expect(people[0]?.[0]?.password).toMatch(/^[a-z]+-[a-z]+-[a-z]+-\d{4}$/);
    expect(people[2]?.[0]?.password).not.toBe(people[0]?.[0]?.password);
    expect(people[2]?.[0]?.email).toBe(people[0]?.[0]?.email);
  });
});
