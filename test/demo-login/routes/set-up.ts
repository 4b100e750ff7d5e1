/** The set-up page: scan, confirm, keep the recovery codes. By choice from the Security tab, or because it is mandatory. */
import { type Context, Hono } from 'hono';
import { readField } from '../fields';
import { confirmSetUp, dropSetUp, keyToShow } from '../set-up';
import { type SignedInEnv, signedInOnly } from '../signed-in';
import type { Site, SiteEnv } from '../site';
import { findTwoFactor } from '../two-factor';
import { recoveryCodesPage } from '../views/recovery-codes';
import { setUpPage } from '../views/set-up';
import { words } from '../words';
import { forcedSetUpRoutes } from './forced-set-up';

export function setUpRoutes(site: Site): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.route('/', chosenSetUpRoutes(site));
  routes.route('/', forcedSetUpRoutes(site));
  return routes;
}

function chosenSetUpRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();

  const page = (c: Context<SignedInEnv>, refusal?: string) => {
    const { person, signedIn } = c.var;
    const key = keyToShow(site, signedIn);
    if (key === undefined) return c.redirect('/sign-in?ended', 303);
    const status = refusal === undefined ? 200 : 422;
    return c.html(setUpPage({ csrfToken: signedIn.csrfToken, person, key, refusal }), status);
  };

  routes.get('/profile/security/set-up', signedInOnly(site), (c) => {
    if (findTwoFactor(site, c.var.person.id) !== undefined) return c.redirect('/profile/security', 303);
    return page(c);
  });

  routes.post('/profile/security/set-up', signedInOnly(site), async (c) => {
    const answer = confirmSetUp(site, c.var.signedIn, await readField(c, 'otp'));
    switch (answer.kind) {
      case 'on': {
        const { person, signedIn } = c.var;
        const { recoveryCodes: codes } = answer;
        return c.html(recoveryCodesPage({ csrfToken: signedIn.csrfToken, person, codes, after: 'set-up' }));
      }
      case 'refused':
        return page(c, words.wrongCode);
      case 'expired':
        return page(c, words.setUpExpired);
      case 'already-on':
        return c.redirect('/profile/security', 303);
      case 'session-ended':
        return c.redirect('/sign-in?ended', 303);
    }
  });

  routes.post('/profile/security/set-up/cancel', signedInOnly(site), (c) => {
    dropSetUp(site, c.var.signedIn);
    return c.redirect('/profile/security', 303);
  });

  return routes;
}
