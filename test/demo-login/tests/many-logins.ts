/**
 * Signs in again and again, each time with password and code, and tells what is left of it. For a process of its own, by
 * scripts/run.mjs, with --expose-gc; its arguments are the numbers of logins after which to look. Writes one line of JSON.
 */
import { integer } from '../columns';
import { codeAt, givePassword, MINUTE_MS, type OpenSite, openSite, turnTwoFactorOn, wrongCode } from './visitor';

export interface Look {
  readonly logins: number;
  /** Of JavaScript, and of what lies beside it: SQLite's memory and Argon2's. */
  readonly heapBytes: number;
  readonly besideBytes: number;
  readonly rows: Readonly<Record<string, number>>;
}

const TABLES = [
  'settings',
  'people',
  'sessions',
  'set_ups',
  'recovery_codes',
  'attempts',
  'mails',
  'mail_codes',
  'events',
];
/** So that some hundred logins take more than the day for which ended sessions and wrong answers are kept. */
const BETWEEN_LOGINS_MS = 10 * MINUTE_MS;

export async function main(args: readonly string[]): Promise<number> {
  const site = await openSite();
  const { secret } = await turnTwoFactorOn(site);
  const looks: Look[] = [];
  let logins = 0;
  for (const mark of args.map(Number)) {
    for (; logins < mark; logins++) await signInAndOut(site, secret, logins);
    looks.push(await look(site, logins));
  }
  process.stdout.write(`${JSON.stringify(looks)}\n`);
  return 0;
}

async function signInAndOut(site: OpenSite, secret: Uint8Array, index: number): Promise<void> {
  site.clock.nowMs += BETWEEN_LOGINS_MS;
  const visitor = await givePassword(site.visitor(), site.mira);
  await visitor.post('/sign-in/code', { otp: codeAt(secret, site.clock.nowMs) });
  if (visitor.shown('home') === undefined) throw new Error(`login ${index} ended at ${visitor.path}`);
  await visitor.post('/sign-out');
  if (index % 10 === 0) await comeByAndFail(site, secret, index);
}

/** Leaves sessions behind that nobody ends, and wrong answers of every kind. */
async function comeByAndFail(site: OpenSite, secret: Uint8Array, index: number): Promise<void> {
  const owner = await site.visitorAt('code');
  await owner.post('/sign-in/code', { otp: wrongCode(secret, site.clock.nowMs) });
  const stranger = await site.visitor().get('/recover');
  await stranger.post('/recover', { 'reset-code': `A${index}` });
  // An empty password counts as any wrong one, and takes no tenth of a second to refuse.
  await givePassword(stranger, { email: `nobody-${index}@workbench.example`, password: '' });
}

async function look(site: OpenSite, logins: number): Promise<Look> {
  if (globalThis.gc === undefined) throw new Error('This needs node --expose-gc.');
  // What was just dropped may be held by a task that still waits; and one collection can leave work for the next.
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  const rows = TABLES.map((table) => {
    const row = site.database.find(`SELECT count(*) AS rows_in_it FROM ${table}`);
    return [table, integer(row ?? {}, 'rows_in_it')] as const;
  });
  return { logins, heapBytes: heapUsed, besideBytes: external, rows: Object.fromEntries(rows) };
}
