import type { MiddlewareHandler } from 'hono';
import { findPerson, type Person } from './people';
import type { SignedInSession } from './sessions';
import type { Site, SiteEnv } from './site';

export interface SignedInEnv {
  Variables: SiteEnv['Variables'] & { signedIn: SignedInSession; person: Person };
}

/** The pages behind the sign-in. Whoever has not got that far is sent to the step that is missing. */
export function signedInOnly(site: Site): MiddlewareHandler<SignedInEnv> {
  return async (c, next) => {
    const { session } = c.var;
    if (session.stage === 'code') return c.redirect('/sign-in/code', 303);
    if (session.stage === 'set-up') return c.redirect('/set-up', 303);
    const person = session.stage === 'signed-in' ? findPerson(site, session.personId) : undefined;
    if (session.stage !== 'signed-in' || person === undefined) return c.redirect('/sign-in', 303);
    c.set('signedIn', session);
    c.set('person', person);
    return next();
  };
}
