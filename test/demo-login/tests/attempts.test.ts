/** Wrong answers and pauses that an earlier demo counted: its database goes on counting where it stood. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPause, noteWrong, takeOneBack } from '../attempts';
import { type DemoDatabase, openDatabase, type Row } from '../database';
import { migrate } from '../schema';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import { MINUTE_MS, START_MS } from './visitor';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-attempts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As the demo of version 2 left it: it knew two kinds of wrong answers. */
function writeVersion2(file: string): void {
  const connection = new sqlite.Database(file);
  const database: DemoDatabase = {
    find: (sql) => database.all(sql)[0],
    all: (sql) => connection.all(sql) as Row[],
    run: (sql) => connection.run(sql).changes,
    transaction: (work) => work(),
    close: () => connection.close(),
  };
  migrate(database, (sql) => connection.exec(sql), 2);
  database.run(`INSERT INTO attempts VALUES ('code', '1', 4, 0, ${START_MS})`);
  database.run(`INSERT INTO attempts VALUES ('password', 'mira', 10, ${START_MS + MINUTE_MS}, ${START_MS})`);
  expect(() => database.run("INSERT INTO attempts VALUES ('mail', '1', 1, 0, 0)")).toThrow();
  database.close();
}

it('are kept by the newer schema, which knows more kinds of them', () => {
  const file = join(folder, 'demo.db');
  writeVersion2(file);
  const database = openDatabase(file);
  const site = { database, nowMs: () => START_MS, seed: 'tests', passwordCost: CHEAP_PASSWORDS };
  expect(findPause(site, 'password', 'mira')).toBe(START_MS + MINUTE_MS);
  expect(findPause(site, 'code', '1')).toBeUndefined();
  expect(noteWrong(site, 'code', '1')).toBe(START_MS + 15 * MINUTE_MS);
  expect(noteWrong(site, 'mail', '1')).toBeUndefined();
  database.close();
});

it('let one be taken back, which ends the pause that it began', () => {
  const database = openDatabase();
  const site = { database, nowMs: () => START_MS, seed: 'tests', passwordCost: CHEAP_PASSWORDS };
  for (let count = 1; count < 3; count++) expect(noteWrong(site, 'mail', 'x')).toBeUndefined();
  expect(noteWrong(site, 'mail', 'x')).toBe(START_MS + 15 * MINUTE_MS);
  takeOneBack(site, 'mail', 'x');
  expect(findPause(site, 'mail', 'x')).toBeUndefined();
  expect(noteWrong(site, 'mail', 'x')).toBeDefined();
  takeOneBack(site, 'mail', 'nobody counted');
  expect(findPause(site, 'mail', 'nobody counted')).toBeUndefined();
  database.close();
});
