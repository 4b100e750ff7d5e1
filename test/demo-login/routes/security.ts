/** Profile, Security tab: whether two factor is on, turning it off, and new recovery codes. */
import { type Context, Hono } from 'hono';
import { type Confirmation, withPasswordAndCode } from '../confirmation';
import { eventsOf } from '../events';
import { readField } from '../fields';
import { staysOnText } from '../force-words';
import { findForce } from '../policy';
import { renewRecoveryCodes } from '../recovery-codes';
import { endOtherSessions } from '../sessions';
import { type SignedInEnv, signedInOnly } from '../signed-in';
import type { Site } from '../site';
import { findTwoFactor, turnOff } from '../two-factor';
import { recoveryCodesPage } from '../views/recovery-codes';
import { type SecurityForm, securityPage } from '../views/security';
import { pausedText, words } from '../words';

const EVENTS_SHOWN = 6;

export function securityRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();
  type Request = Context<SignedInEnv>;

  const page = (c: Request, refused?: { form: SecurityForm; sentence: string }) =>
    securityPage({
      csrfToken: c.var.signedIn.csrfToken,
      person: c.var.person,
      twoFactor: findTwoFactor(site, c.var.person.id),
      force: findForce(site, c.var.person),
      events: eventsOf(site, c.var.person.id, EVENTS_SHOWN),
      refused,
    });

  const confirmed = async <T>(c: Request, work: () => T) =>
    withPasswordAndCode(
      site,
      {
        person: c.var.person,
        signedIn: c.var.signedIn,
        password: await readField(c, 'password'),
        code: await readField(c, 'otp'),
      },
      work,
    );

  const refuse = (c: Request, form: SecurityForm, answer: Exclude<Confirmation<never>, { kind: 'done' }>) => {
    switch (answer.kind) {
      case 'refused':
        return c.html(page(c, { form, sentence: words.wrongPasswordOrCode }), 422);
      case 'paused':
        return c.html(page(c, { form, sentence: pausedText(answer.untilMs, site.nowMs()) }), 429);
      case 'session-ended':
        return c.redirect('/sign-in?ended', 303);
    }
  };

  const isOff = (c: Request) => findTwoFactor(site, c.var.person.id) === undefined;

  routes.get('/profile/security', signedInOnly(site), (c) => c.html(page(c)));

  routes.post('/profile/security/turn-off', signedInOnly(site), async (c) => {
    if (isOff(c)) return c.redirect('/profile/security', 303);
    const { person, signedIn } = c.var;
    const form = 'turn-off';
    const stays = () => {
      const force = findForce(site, person);
      return force === undefined ? undefined : c.html(page(c, { form, sentence: staysOnText(force, person) }), 422);
    };
    const refusal = stays();
    if (refusal !== undefined) return refusal;
    const answer = await confirmed(c, () => {
      // The rule may have come while the password was looked at.
      if (findForce(site, person) !== undefined) return;
      turnOff(site, person.id);
      endOtherSessions(site, signedIn);
    });
    if (answer.kind !== 'done') return refuse(c, form, answer);
    return (isOff(c) ? undefined : stays()) ?? c.redirect('/profile/security', 303);
  });

  routes.post('/profile/security/recovery-codes', signedInOnly(site), async (c) => {
    if (isOff(c)) return c.redirect('/profile/security', 303);
    const { person, signedIn } = c.var;
    const answer = await confirmed(c, () => {
      endOtherSessions(site, signedIn);
      return renewRecoveryCodes(site, person.id);
    });
    if (answer.kind !== 'done') return refuse(c, 'recovery-codes', answer);
    return c.html(recoveryCodesPage({ csrfToken: signedIn.csrfToken, person, codes: answer.value, after: 'renewal' }));
  });

  return routes;
}
