/** What an admin has: the rules, the people and what happened. */
import { Hono } from 'hono';
import { newestEvents } from '../events';
import { adminOnly, type SignedInEnv } from '../signed-in';
import type { Site, SiteEnv } from '../site';
import { auditPage } from '../views/audit';
import { peopleRoutes } from './people';
import { settingsRoutes } from './settings';

const EVENTS_SHOWN = 200;

export function adminRoutes(site: Site): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.route('/', settingsRoutes(site));
  routes.route('/', peopleRoutes(site));
  routes.route('/', auditRoutes(site));
  return routes;
}

function auditRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();
  routes.get('/settings/audit', adminOnly(site), (c) =>
    c.html(
      auditPage({
        csrfToken: c.var.signedIn.csrfToken,
        person: c.var.person,
        events: newestEvents(site, EVENTS_SHOWN),
      }),
    ),
  );
  return routes;
}
