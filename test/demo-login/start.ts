/** The command line of the demo: node scripts/demo.mjs [--port N] [--db FILE] [--seed TEXT] */
import { parseArgs } from 'node:util';
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
    for (const person of site.people) say(`  ${person.name} (${person.role}): ${person.email}  ${person.password}`);
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
