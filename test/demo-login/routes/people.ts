/** The people of the account, and taking away a second factor that one of them has lost. */
import { type Context, Hono } from 'hono';
import { allMembers } from '../members';
import { findPerson, type Person } from '../people';
import { resetByAdmin } from '../reset';
import { adminOnly, type SignedInEnv } from '../signed-in';
import type { Site } from '../site';
import { findTwoFactor } from '../two-factor';
import { peoplePage } from '../views/people';
import { missingPage } from '../views/plain';
import { words } from '../words';

interface Said {
  readonly wasReset?: Person | undefined;
  readonly wasMailed?: Person | undefined;
  readonly refusal?: string;
}

export function peopleRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();

  const page = (c: Context<SignedInEnv>, said: Said = {}) =>
    peoplePage({
      csrfToken: c.var.signedIn.csrfToken,
      person: c.var.person,
      members: allMembers(site),
      wasReset: said.wasReset,
      wasMailed: said.wasMailed,
      refusal: said.refusal,
    });

  const personAt = (id: string | undefined) =>
    id !== undefined && /^\d{1,9}$/.test(id) ? findPerson(site, Number(id)) : undefined;

  routes.get('/settings/people', adminOnly(site), (c) => {
    const [reset, mailed] = [personAt(c.req.query('reset')), personAt(c.req.query('mailed'))];
    // The address outlives what it tells of: said only while it is so.
    const wasReset = reset !== undefined && findTwoFactor(site, reset.id) === undefined ? reset : undefined;
    const wasMailed = mailed?.isVerified === false ? mailed : undefined;
    return c.html(page(c, { wasReset, wasMailed }));
  });

  routes.post('/settings/people/:id/reset', adminOnly(site), (c) => {
    const person = personAt(c.req.param('id'));
    if (person === undefined) return c.html(missingPage(), 404);
    switch (resetByAdmin(site, c.var.signedIn, person)) {
      case 'done':
        return c.redirect(`/settings/people?reset=${person.id}`, 303);
      case 'own':
        return c.html(page(c, { refusal: words.ownReset }), 422);
      case 'off':
        return c.html(page(c, { refusal: `${person.name} has two factor off: there is nothing to reset.` }), 422);
      case 'session-ended':
        return c.redirect('/sign-in?ended', 303);
    }
  });

  return routes;
}
