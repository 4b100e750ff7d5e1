/** For those who test: how to use the site, who can sign in, its clock and the keys it makes. */
import { Hono } from 'hono';
import type { Site, SiteEnv } from '../site';

export function testersRoutes(_site: Site): Hono<SiteEnv> {
  return new Hono<SiteEnv>();
}
