/** The site as a whole: `createDemoSite` for tests that need no port, `startDemoSite` for browsers. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { withCsrfCheck } from './csrf';
import { type DemoDatabase, openDatabase } from './database';
import { withSecureHeaders, withSiteDate } from './headers';
import { listen } from './listen';
import { startMailServer } from './mail-server';
import type { MailingSite } from './mailing';
import { FULL_COST, type PasswordCost } from './password-hash';
import { noPost, type Post } from './post';
import { adminRoutes } from './routes/admin';
import { assetRoutes } from './routes/assets';
import { formRoutes } from './routes/forms';
import { galleryRoutes } from './routes/gallery';
import { homeRoutes } from './routes/home';
import { mailRoutes } from './routes/mail';
import { securityRoutes } from './routes/security';
import { setUpRoutes } from './routes/set-up';
import { signInRoutes } from './routes/sign-in';
import { startOverRoutes } from './routes/start-over';
import { testersRoutes } from './routes/testers';
import { DEFAULT_SEED, findSeed, plant, plantWhatIsMissing, type SeededPerson, seededPeople } from './seed';
import { withSession } from './session-cookie';
import type { SiteEnv } from './site';
import { siteClock } from './site-clock';
import { smtpPost } from './smtp-post';
import { StartRefusal } from './start-refusal';
import { UndoList } from './undo-list';
import { brokenPage, missingPage, tooLargePage } from './views/plain';
import { webServer } from './web-server';

const BODY_LIMIT_BYTES = 16 * 1024;

export interface DemoSite {
  readonly app: Hono<SiteEnv>;
  readonly people: readonly SeededPerson[];
}

/** A new database is planted from the seed; one that has been planted keeps what it holds, and its seed. */
export async function createDemoSite(options: {
  database: DemoDatabase;
  nowMs?: () => number;
  seed?: string;
  /** For tests, which have no time for what makes guessing dear. */
  passwordCost?: PasswordCost;
  /** Without it the site says that mail cannot be sent. */
  post?: Post;
  url?: () => string;
}): Promise<DemoSite> {
  const {
    database,
    nowMs = Date.now,
    passwordCost = FULL_COST,
    post = noPost,
    url = () => 'http://127.0.0.1',
  } = options;
  const planted = findSeed(database);
  if (planted !== undefined && options.seed !== undefined && options.seed !== planted) {
    throw new StartRefusal('That database was made with another seed. Leave the seed out, or name another file.');
  }
  const seed = planted ?? options.seed ?? DEFAULT_SEED;
  if (planted === undefined) await plant(database, { seed, passwordCost });
  else await plantWhatIsMissing(database, { seed, passwordCost });
  const site = { database, nowMs: siteClock(database, nowMs), seed, passwordCost, post, url };
  return { app: buildApp(site), people: seededPeople(seed) };
}

function buildApp(site: MailingSite): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(withSiteDate(site));
  // Before the others' headers: they bring their own.
  app.route('/', galleryRoutes());
  app.route('/', formRoutes());
  app.route('/', assetRoutes());
  app.use(withSecureHeaders());
  app.use(bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: (c) => c.html(tooLargePage(), 413) }));
  app.use(withSession(site), withCsrfCheck());
  app.route('/', signInRoutes(site));
  app.route('/', startOverRoutes(site));
  app.route('/', homeRoutes(site));
  app.route('/', securityRoutes(site));
  app.route('/', setUpRoutes(site));
  app.route('/', adminRoutes(site));
  app.route('/', mailRoutes(site));
  app.route('/', testersRoutes(site));
  app.notFound((c) => c.html(missingPage(), 404));
  app.onError((error, c) => {
    // The stack alone: no request, no field, no row.
    process.stderr.write(`${error.stack ?? error.name}\n`);
    return c.html(brokenPage(), 500);
  });
  return app;
}

export interface RunningDemoSite {
  readonly url: string;
  /** Where its mail server listens, on 127.0.0.1. */
  readonly mailPort: number;
  readonly people: readonly SeededPerson[];
  /** Sentences for the person who started it. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

interface StartOptions {
  readonly port?: number;
  readonly databaseFile?: string;
  readonly seed?: string;
  /** As of `createDemoSite`. The command line cannot set it. */
  readonly passwordCost?: PasswordCost;
}

/** On 127.0.0.1 only. Without `port`: any free one. A taken one: the next that is free, and a note that says so. */
export async function startDemoSite(options: StartOptions): Promise<RunningDemoSite> {
  const undo = new UndoList();
  try {
    return await start(options, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function start({ databaseFile, seed, passwordCost, port: wantedPort = 0 }: StartOptions, undo: UndoList) {
  const database = openDatabase(databaseFile);
  undo.add(() => database.close());
  const nowMs = siteClock(database, Date.now);
  const mailServer = await startMailServer({ database, nowMs });
  undo.add(() => mailServer.stop());

  let url = '';
  const { app, people } = await createDemoSite({
    database,
    ...(seed === undefined ? {} : { seed }),
    ...(passwordCost === undefined ? {} : { passwordCost }),
    post: smtpPost(mailServer.port, nowMs),
    url: () => url,
  });
  const web = webServer(app);
  const port = await listen(web.server, wantedPort);
  undo.add(() => web.stop());
  url = `http://127.0.0.1:${port}`;
  return {
    url,
    mailPort: mailServer.port,
    people,
    notes: wantedPort === 0 || wantedPort === port ? [] : [`Port ${wantedPort} is taken, so this is on ${port}.`],
    stop: () => undo.run(),
  };
}
