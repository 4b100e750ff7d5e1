/** Password, then code where two factor is on, then home. */
import { Hono } from 'hono';
import { noteEvent } from '../events';
import { readField } from '../fields';
import { checkPassword } from '../passwords';
import type { Person } from '../people';
import { findForce } from '../policy';
import { giveToken, takeTokenBack } from '../session-cookie';
import { endSession, isOpen, openSession, type PendingSession } from '../sessions';
import { PAGE_OF } from '../signed-in';
import type { Site, SiteEnv } from '../site';
import { USUAL } from '../totp';
import { type CodeAnswer, findTwoFactor, takeCode } from '../two-factor';
import { codePage, signInPage } from '../views/sign-in';
import { pausedText, words } from '../words';

export function signInRoutes(site: Site): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();

  const codeStep = ({ csrfToken, personId }: PendingSession, refusal?: string) =>
    codePage({ csrfToken, parameters: findTwoFactor(site, personId)?.parameters ?? USUAL, refusal });

  routes.get('/sign-in', (c) => {
    const { stage } = c.var.session;
    if (stage === 'signed-in' || stage === 'set-up') return c.redirect(PAGE_OF[stage], 303);
    const refusal = c.req.query('ended') === undefined ? undefined : words.sessionEnded;
    return c.html(signInPage({ csrfToken: c.var.session.csrfToken, email: '', refusal }));
  });

  routes.post('/sign-in', async (c) => {
    const { session } = c.var;
    const email = await readField(c, 'email');
    const answer = await checkPassword(site, email, await readField(c, 'password'));
    if (answer.kind === 'refused') {
      return c.html(signInPage({ csrfToken: session.csrfToken, email, refusal: words.wrongPassword }), 422);
    }
    if (answer.kind === 'paused') {
      const refusal = pausedText(answer.untilMs, site.nowMs());
      return c.html(signInPage({ csrfToken: session.csrfToken, email, refusal }), 429);
    }
    const { person } = answer;
    const opened = site.database.transaction(() =>
      endSession(site, session) ? openBehindPassword(site, person) : undefined,
    );
    if (opened === undefined) return c.redirect('/sign-in?ended', 303);
    giveToken(c, opened.token);
    return c.redirect(PAGE_OF[opened.session.stage], 303);
  });

  routes.get('/sign-in/code', (c) => {
    const { session } = c.var;
    if (session.stage !== 'code') return c.redirect(PAGE_OF[session.stage], 303);
    return c.html(codeStep(session));
  });

  routes.post('/sign-in/code', async (c) => {
    const { session } = c.var;
    if (session.stage !== 'code') return c.redirect(PAGE_OF[session.stage], 303);
    const typed = (await readField(c, 'otp')) || (await readField(c, 'recovery-code'));
    const answer = stepUp(site, session, typed);
    switch (answer.kind) {
      case 'accepted':
        giveToken(c, answer.token);
        return c.redirect('/', 303);
      case 'ended':
        return c.redirect('/sign-in?ended', 303);
      case 'refused':
        return c.html(codeStep(session, words.wrongCode), 422);
      case 'paused':
        return c.html(codeStep(session, pausedText(answer.untilMs, site.nowMs())), 429);
    }
  });

  routes.post('/sign-out', (c) => {
    const { session } = c.var;
    if (endSession(site, session) && session.stage === 'signed-in') noteEvent(site, 'signed-out', session.personId);
    takeTokenBack(c);
    return c.redirect('/sign-in', 303);
  });

  return routes;
}

/** The password was right: the code comes next, or the set-up that is mandatory, or nothing. */
function openBehindPassword(site: Site, person: Person) {
  const personId = person.id;
  if (findTwoFactor(site, personId) !== undefined) return openSession(site, { stage: 'code', personId });
  if (findForce(site, person) !== undefined) return openSession(site, { stage: 'set-up', personId });
  noteEvent(site, 'signed-in', personId);
  return openSession(site, { stage: 'signed-in', personId });
}

type StepUp = Exclude<CodeAnswer, { kind: 'accepted' }> | { kind: 'accepted'; token: string } | { kind: 'ended' };

/**
 * From a right password to signed in. The pending session is looked for again inside the transaction: another request
 * may have used it up, or the site may have started over, since this one was let in.
 */
function stepUp(site: Site, session: PendingSession, typed: string): StepUp {
  const { personId } = session;
  return site.database.transaction((): StepUp => {
    if (!isOpen(site, session)) return { kind: 'ended' };
    const answer = takeCode(site, personId, typed);
    if (answer.kind !== 'accepted') return answer;
    endSession(site, session);
    noteEvent(site, answer.by === 'code' ? 'signed-in-with-code' : 'signed-in-with-recovery-code', personId);
    return { kind: 'accepted', token: openSession(site, { stage: 'signed-in', personId }).token };
  });
}
