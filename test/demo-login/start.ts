/** The command line of the demo: node scripts/demo.mjs [--port N] [--db FILE] [--seed TEXT] */
import { parseArgs } from 'node:util';
import type { SeededPerson } from './seed';
import { startDemoSite } from './server';
import { StartRefusal } from './start-refusal';

/** Always the same unless taken, so that a bookmark and an account bound to the site keep working. */
const DEFAULT_PORT = 4646;

/** Runs until it is told to stop; answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { port, databaseFile, seed } = readOptions(args);
    const site = await startDemoSite({
      port,
      ...(databaseFile === undefined ? {} : { databaseFile }),
      ...(seed === undefined ? {} : { seed }),
    });
    // Before the first word: whoever reads it may end the site at once, and its file must be closed in order.
    const isOver = untilAskedToStop();
    say(`Workbench Demo runs at ${site.url}`);
    for (const note of site.notes) say(note);
    say('');
    for (const line of peopleLines(site.people)) say(`  ${line}`);
    say('');
    say(`All mail it sends: ${site.url}/inbox`);
    say(`For testers:       ${site.url}/testers`);
    say(`Its mail server:   127.0.0.1:${site.mailPort}`);
    say('');
    say(databaseFile === undefined ? 'It forgets everything when it ends.' : `It keeps everything in ${databaseFile}.`);
    say('Ctrl-C ends it.');
    await isOver;
    await site.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** One line each, in columns. */
function peopleLines(people: readonly SeededPerson[]): readonly string[] {
  const rows = people.map(({ name, type, role, email, password, isVerified }) => [
    name,
    role === 'admin' ? `${type}, admin` : type,
    email,
    isVerified ? password : `${password}  (address not verified)`,
  ]);
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widthOf(column)))
      .join('  ')
      .trimEnd(),
  );
}

function readOptions(args: readonly string[]): { port: number; databaseFile?: string; seed?: string } {
  const values = parse(args);
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartRefusal('--port takes a whole number from 1 to 65535, or 0 for any free port.');
  }
  return {
    port,
    ...(values.db === undefined ? {} : { databaseFile: values.db }),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
  };
}

function parse(args: readonly string[]): { port?: string; db?: string; seed?: string } {
  const options = { port: { type: 'string' }, db: { type: 'string' }, seed: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new StartRefusal('Usage: npm run demo -- [--port N] [--db FILE] [--seed TEXT]');
  }
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
