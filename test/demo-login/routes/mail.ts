/** Mail, and what is done with it: a second factor that is lost, an address that is to be verified. */
import { Hono } from 'hono';
import type { Site, SiteEnv } from '../site';

export function mailRoutes(_site: Site): Hono<SiteEnv> {
  return new Hono<SiteEnv>();
}
