/** The site as a whole: `createDemoSite` for tests that need no port, `startDemoSite` for browsers. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { withCsrfCheck } from './csrf';
import { type DemoDatabase, openDatabase } from './database';
import { withSecureHeaders, withSiteDate } from './headers';
import { listen } from './listen';
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
import type { Site, SiteEnv } from './site';
import { siteClock } from './site-clock';
import { StartRefusal } from './start-refusal';
import { brokenPage, missingPage, tooLargePage } from './views/plain';

const BODY_LIMIT_BYTES = 16 * 1024;
const GRACE_MS = 500;

export interface DemoSite {
  readonly app: Hono<SiteEnv>;
  readonly people: readonly SeededPerson[];
}

/** A new database is planted from the seed; one that has been planted keeps what it holds, and its seed. */
export async function createDemoSite(options: {
  database: DemoDatabase;
  nowMs?: () => number;
  seed?: string;
}): Promise<DemoSite> {
  const { database, nowMs = Date.now } = options;
  const planted = findSeed(database);
  if (planted !== undefined && options.seed !== undefined && options.seed !== planted) {
    throw new StartRefusal('That database was made with another seed. Leave the seed out, or name another file.');
  }
  const seed = planted ?? options.seed ?? DEFAULT_SEED;
  if (planted === undefined) await plant(database, seed);
  else await plantWhatIsMissing(database, seed);
  return { app: buildApp({ database, nowMs: siteClock(database, nowMs), seed }), people: seededPeople(seed) };
}

function buildApp(site: Site): Hono<SiteEnv> {
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
  readonly people: readonly SeededPerson[];
  /** Sentences for the person who started it. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

/** On 127.0.0.1 only. Without `port`: any free one. A taken one: the next that is free, and a note that says so. */
export async function startDemoSite(options: {
  port?: number;
  databaseFile?: string;
  seed?: string;
}): Promise<RunningDemoSite> {
  const database = openDatabase(options.databaseFile);
  try {
    const { app, people } = await createDemoSite({
      database,
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    });
    const server = createServer(getRequestListener(app.fetch));
    const port = await listen(server, options.port ?? 0);
    const isMoved = options.port !== undefined && options.port !== 0 && options.port !== port;
    return {
      url: `http://127.0.0.1:${port}`,
      people,
      notes: isMoved ? [`Port ${options.port} is taken, so this is on ${port}.`] : [],
      stop: async () => {
        await close(server);
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Requests on their way may finish. Connections that a browser merely holds open, or opened to be quick, may not hold things up. */
async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
