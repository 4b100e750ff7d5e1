/** Every form that changes something carries its session's token; a post without it changes nothing. */
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { CSRF_FIELD } from './csrf-field';
import { readField } from './fields';
import type { SiteEnv } from './site';
import { staleFormPage } from './views/plain';

export function withCsrfCheck(): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const given = Buffer.from(await readField(c, CSRF_FIELD));
    const expected = Buffer.from(c.var.session.csrfToken);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.html(staleFormPage(), 403);
    return next();
  };
}
