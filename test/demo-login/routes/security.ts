/** Profile, Security tab: whether two factor is on, and turning it off. */
import { type Context, Hono } from 'hono';
import { eventsOf } from '../events';
import { readField } from '../fields';
import { checkPassword } from '../passwords';
import { endOtherSessions, isOpen } from '../sessions';
import { type SignedInEnv, signedInOnly } from '../signed-in';
import type { Site } from '../site';
import { findTwoFactor, takeCode, turnOff } from '../two-factor';
import { securityPage } from '../views/security';
import { pausedText, words } from '../words';

const EVENTS_SHOWN = 6;

export function securityRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();

  const page = (c: Context<SignedInEnv>, refusal?: string) =>
    securityPage({
      csrfToken: c.var.signedIn.csrfToken,
      person: c.var.person,
      twoFactor: findTwoFactor(site, c.var.person.id),
      events: eventsOf(site, c.var.person.id, EVENTS_SHOWN),
      refusal,
    });

  routes.get('/profile/security', signedInOnly(site), (c) => c.html(page(c)));

  routes.post('/profile/security/turn-off', signedInOnly(site), async (c) => {
    const { person, signedIn } = c.var;
    const password = await checkPassword(site, person.email, await readField(c, 'password'));
    if (password.kind === 'refused') return c.html(page(c, words.wrongPasswordOrCode), 422);
    if (password.kind === 'paused') return c.html(page(c, pausedText(password.untilMs, site.nowMs())), 429);

    const typed = await readField(c, 'otp');
    const answer = site.database.transaction(() => {
      if (!isOpen(site, signedIn)) return { kind: 'session-ended' } as const;
      const taken = takeCode(site, person.id, typed);
      if (taken.kind !== 'accepted') return taken;
      turnOff(site, person.id);
      endOtherSessions(site, signedIn);
      return taken;
    });
    if (answer.kind === 'refused') return c.html(page(c, words.wrongPasswordOrCode), 422);
    if (answer.kind === 'paused') return c.html(page(c, pausedText(answer.untilMs, site.nowMs())), 429);
    return c.redirect(answer.kind === 'accepted' ? '/profile/security' : '/sign-in?ended', 303);
  });

  return routes;
}
