/**
 * SQLite behind a narrow port. One process, one connection, only synchronous calls: a transaction can never be
 * interleaved with another request, and no signal can arrive in the middle of one.
 */
import sqlite from 'node-sqlite3-wasm';
import { claimFile } from './database-claim';
import { migrate } from './schema';
import { StartRefusal } from './start-refusal';

/**
 * In its default journal mode this driver never rolls back what a killed process left half-written: it takes its own lock
 * for another writer's, and so believes the journal is still in use (0.8.60; see the test). A write-ahead log is recovered
 * without asking that question; without shared memory it needs the file to itself, which the claim makes sure of.
 */
const JOURNAL = 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL';

export type SqlValue = number | bigint | string | Uint8Array | null;
export type Row = Readonly<Record<string, SqlValue>>;
type SqlValues = Record<`:${string}`, SqlValue>;

export interface DemoDatabase {
  find(sql: string, values?: SqlValues): Row | undefined;
  all(sql: string, values?: SqlValues): readonly Row[];
  /** Answers how many rows changed. */
  run(sql: string, values?: SqlValues): number;
  /** All of it or nothing. `work` may not wait for anything. */
  transaction<T>(work: () => T extends PromiseLike<unknown> ? never : T): T;
  close(): void;
}

/** `file` undefined: in memory, gone when closed. */
export function openDatabase(file?: string): DemoDatabase {
  const claim = file === undefined ? undefined : claimFile(file);
  try {
    return connect(file ?? ':memory:', () => claim?.release());
  } catch (error) {
    claim?.release();
    throw error;
  }
}

function connect(path: string, afterClose: () => void): DemoDatabase {
  const connection = openFile(path);

  const transaction: DemoDatabase['transaction'] = (work) => {
    connection.exec('BEGIN IMMEDIATE');
    try {
      const answer = work();
      connection.exec('COMMIT');
      return answer;
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  };

  const database: DemoDatabase = {
    find: (sql, values) => database.all(sql, values)[0],
    // Without its option `expand` the driver answers flat rows; its types do not say so.
    all: (sql, values) => connection.all(sql, values) as Row[],
    run: (sql, values) => connection.run(sql, values).changes,
    transaction,
    close: () => {
      connection.close();
      afterClose();
    },
  };

  try {
    connection.exec(JOURNAL);
    migrate(database, (sql) => connection.exec(sql));
  } catch (error) {
    connection.close();
    if (error instanceof sqlite.SQLite3Error) throw new StartRefusal(`${path} cannot be used: ${error.message}.`);
    throw error;
  }
  return database;
}

function openFile(path: string): InstanceType<typeof sqlite.Database> {
  try {
    return new sqlite.Database(path);
  } catch (error) {
    if (error instanceof sqlite.SQLite3Error) throw new StartRefusal(`${path} cannot be opened as a database.`);
    throw error;
  }
}
