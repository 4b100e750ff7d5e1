/** The site over HTTP, and how it ends: not before every request that has begun is answered. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { SiteEnv } from './site';

const GRACE_MS = 500;

export interface WebServer {
  readonly server: Server;
  stop(): Promise<void>;
}

export function webServer(app: Hono<SiteEnv>): WebServer {
  const answering = new Set<Promise<unknown>>();
  const server = createServer(
    getRequestListener((request, env) => {
      const answer = Promise.resolve(app.fetch(request, env));
      answering.add(answer);
      return answer.finally(() => answering.delete(answer));
    }),
  );
  return {
    server,
    stop: async () => {
      await close(server);
      // Whoever asked may be gone by now; what was begun for them still works on the database, and on a mail.
      await Promise.allSettled(answering);
    },
  };
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
