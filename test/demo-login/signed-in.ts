/** Who may see what. Whoever has not got far enough is sent to the step that is missing. */
import type { Context, MiddlewareHandler } from 'hono';
import { findPerson, type Person } from './people';
import type { ForcedSession, SignedInSession } from './sessions';
import type { Site, SiteEnv } from './site';
import { adminsOnlyPage } from './views/admins-only';

export interface SignedInEnv {
  Variables: SiteEnv['Variables'] & { signedIn: SignedInSession; person: Person };
}

export interface ForcedEnv {
  Variables: SiteEnv['Variables'] & { forced: ForcedSession; person: Person };
}

/** Where each stage goes on. */
export const PAGE_OF = { visitor: '/sign-in', code: '/sign-in/code', 'set-up': '/set-up', 'signed-in': '/' } as const;

/** The pages behind the sign-in. */
export function signedInOnly(site: Site): MiddlewareHandler<SignedInEnv> {
  return async (c, next) => sentElsewhere(site, c) ?? (await next());
}

/** The pages of an admin. Others learn that there are such pages, and nothing of what stands in them. */
export function adminOnly(site: Site): MiddlewareHandler<SignedInEnv> {
  return async (c, next) => {
    const elsewhere = sentElsewhere(site, c);
    if (elsewhere !== undefined) return elsewhere;
    const { signedIn, person } = c.var;
    if (person.role !== 'admin') return c.html(adminsOnlyPage({ csrfToken: signedIn.csrfToken, person }), 403);
    return next();
  };
}

/** The one page of a person who must set two factor up first. */
export function forcedOnly(site: Site): MiddlewareHandler<ForcedEnv> {
  return async (c, next) => {
    const { session } = c.var;
    if (session.stage === 'signed-in') return c.redirect('/profile/security/set-up', 303);
    if (session.stage !== 'set-up') return c.redirect(PAGE_OF[session.stage], 303);
    const person = findPerson(site, session.personId);
    if (person === undefined) return c.redirect('/sign-in', 303);
    c.set('forced', session);
    c.set('person', person);
    return next();
  };
}

function sentElsewhere(site: Site, c: Context<SignedInEnv>): Response | undefined {
  const { session } = c.var;
  if (session.stage !== 'signed-in') return c.redirect(PAGE_OF[session.stage], 303);
  const person = findPerson(site, session.personId);
  if (person === undefined) return c.redirect('/sign-in', 303);
  c.set('signedIn', session);
  c.set('person', person);
  return undefined;
}
