/** What an admin has: the rules, the people and what happened. */
import { Hono } from 'hono';
import type { Site, SiteEnv } from '../site';

export function adminRoutes(_site: Site): Hono<SiteEnv> {
  return new Hono<SiteEnv>();
}
