/** Carries the session token between browser and site, and makes sure that every page has a session to work with. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { findSession, openSession } from './sessions';
import type { Site, SiteEnv } from './site';
import { comeBackPage } from './views/plain';

const COOKIE = 'workbench-session';

/** Without `Secure`: the site speaks plain http, and only on the loopback address. */
export function giveToken(c: Context, token: string): void {
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
}

export function takeTokenBack(c: Context): void {
  deleteCookie(c, COOKIE, { path: '/' });
}

export function withSession(site: Site): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const token = getCookie(c, COOKIE);
    if (token === undefined && followsForeignLink(c)) return c.html(comeBackPage());

    const found = token === undefined ? undefined : findSession(site, token);
    if (found === undefined || found === 'expired') {
      const opened = openSession(site, { stage: 'visitor' });
      giveToken(c, opened.token);
      if (found === 'expired') return c.redirect('/sign-in?ended', 303);
      c.set('session', opened.session);
    } else {
      c.set('session', found);
    }
    return next();
  };
}

/**
 * A browser withholds a Strict cookie when another site's link leads here. Handing out a new session then would sign
 * people out; a page that comes back by itself is asked for by this site, and brings the cookie along.
 */
function followsForeignLink(c: Context): boolean {
  return c.req.method === 'GET' && c.req.header('sec-fetch-site') === 'cross-site';
}
