/** The site and Halfminute in five steps, for someone who has seen neither. Open to everybody. */
import { Hono } from 'hono';
import { seededPeople } from '../seed';
import { findSignedIn } from '../signed-in-person';
import type { Site, SiteEnv } from '../site';
import { tryItPage } from '../views/try-it';

export function tryItRoutes(site: Site): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.get('/try-it', (c) => {
    const [first] = seededPeople(site.seed);
    if (first === undefined) throw new TypeError('the seed has people');
    const { session } = c.var;
    return c.html(tryItPage({ csrfToken: session.csrfToken, person: findSignedIn(site, session), first }));
  });
  return routes;
}
