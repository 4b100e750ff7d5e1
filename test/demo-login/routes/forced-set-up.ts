/** The set-up that a sign-in leads to where two factor is mandatory: there is no way on but through it, or out. */
import { type Context, Hono } from 'hono';
import { readField } from '../fields';
import { findForce } from '../policy';
import { giveToken } from '../session-cookie';
import { confirmForcedSetUp, keyToShow } from '../set-up';
import { type ForcedEnv, forcedOnly } from '../signed-in';
import type { Site } from '../site';
import { recoveryCodesPage } from '../views/recovery-codes';
import { forcedSetUpPage } from '../views/set-up';
import { words } from '../words';

export function forcedSetUpRoutes(site: Site): Hono<ForcedEnv> {
  const routes = new Hono<ForcedEnv>();

  const page = (c: Context<ForcedEnv>, refusal?: string) => {
    const { person, forced } = c.var;
    const key = keyToShow(site, forced);
    if (key === undefined) return c.redirect('/sign-in?ended', 303);
    const force = findForce(site, person);
    const status = refusal === undefined ? 200 : 422;
    return c.html(forcedSetUpPage({ csrfToken: forced.csrfToken, person, force, key, refusal }), status);
  };

  routes.get('/set-up', forcedOnly(site), (c) => page(c));

  routes.post('/set-up', forcedOnly(site), async (c) => {
    const answer = confirmForcedSetUp(site, c.var.forced, await readField(c, 'otp'));
    switch (answer.kind) {
      case 'in': {
        giveToken(c, answer.token);
        const { csrfToken, recoveryCodes: codes } = answer;
        return c.html(recoveryCodesPage({ csrfToken, person: c.var.person, codes, after: 'forced-set-up' }));
      }
      case 'refused':
        return page(c, words.wrongCode);
      case 'expired':
        return page(c, words.setUpExpired);
      case 'already-on':
      case 'session-ended':
        return c.redirect('/sign-in?ended', 303);
    }
  });

  return routes;
}
