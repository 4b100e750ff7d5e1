/** Back to the seed, also for someone who cannot sign in any more. It signs everyone out: nobody's session survives. */
import { Hono } from 'hono';
import { plant } from '../seed';
import { takeTokenBack } from '../session-cookie';
import type { Site, SiteEnv } from '../site';

export function startOverRoutes(site: Site): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.post('/start-over', async (c) => {
    await plant(site.database, site);
    takeTokenBack(c);
    return c.redirect('/sign-in', 303);
  });
  return routes;
}
