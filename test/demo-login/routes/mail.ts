/** Mail, and what is done with it: a second factor that is lost, an address that is to be verified. */
import { Hono } from 'hono';
import type { MailingSite } from '../mailing';
import type { SiteEnv } from '../site';
import { inboxRoutes } from './inbox';
import { recoverRoutes } from './recover';
import { verifyRoutes } from './verify';

export function mailRoutes(site: MailingSite): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.route('/', recoverRoutes(site));
  routes.route('/', verifyRoutes(site));
  routes.route('/', inboxRoutes(site));
  return routes;
}
