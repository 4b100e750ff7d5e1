/** A lost device: from the code step to a mail, and from the mail, in any browser, to two factor turned off. */
import { type Context, Hono } from 'hono';
import { readField } from '../fields';
import { mailWords } from '../mail-words';
import type { MailingSite } from '../mailing';
import { askForReset, resetByMail } from '../recovery';
import { giveToken } from '../session-cookie';
import { openSession, type PendingSession, type Session } from '../sessions';
import { findSignedIn } from '../signed-in-person';
import type { SiteEnv } from '../site';
import { lostDevicePage, recoverPage, resetDonePage, resetMailAskedPage } from '../views/recover';
import { pausedText } from '../words';

const LOST_DEVICE = '/sign-in/lost-device';

export function recoverRoutes(site: MailingSite): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();

  routes.get(LOST_DEVICE, (c) => {
    const { session } = c.var;
    if (session.stage !== 'code') return c.redirect(WAY_ON[session.stage], 303);
    const { csrfToken } = session;
    if (c.req.query('asked') !== undefined) return c.html(resetMailAskedPage({ csrfToken }));
    return c.html(lostDevicePage({ csrfToken, refusal: undefined }));
  });

  routes.post(LOST_DEVICE, async (c) => {
    const { session } = c.var;
    if (session.stage !== 'code') return c.redirect(WAY_ON[session.stage], 303);
    switch (await askForReset(site, session)) {
      case 'asked':
        return c.redirect(`${LOST_DEVICE}?asked`, 303);
      case 'cannot-send':
        return c.html(lostDevicePage({ csrfToken: session.csrfToken, refusal: mailWords.resetCannotSend }), 503);
      case 'session-ended':
        return c.redirect('/sign-in?ended', 303);
    }
  });

  const codePage = ({ var: { session } }: Context<SiteEnv>, refusal?: string) =>
    recoverPage({ csrfToken: session.csrfToken, person: findSignedIn(site, session), refusal });

  routes.get('/recover', (c) => c.html(codePage(c)));

  routes.post('/recover', async (c) => {
    const answer = resetByMail(site, await readField(c, 'reset-code'));
    switch (answer.kind) {
      case 'refused':
        return c.html(codePage(c, mailWords.wrongResetCode), 422);
      case 'paused':
        return c.html(codePage(c, pausedText(answer.untilMs, site.nowMs())), 429);
      case 'reset': {
        const session = stillOpen(c, answer.personId);
        const person = findSignedIn(site, session);
        return c.html(resetDonePage({ csrfToken: session.csrfToken, person, force: answer.force }));
      }
    }
  });

  /** The reset ended every session of that person, and one of them may have been this browser's. */
  function stillOpen(c: Context<SiteEnv>, endedPersonId: number): Session {
    const { session } = c.var;
    if (session.stage === 'visitor' || session.personId !== endedPersonId) return session;
    const opened = openSession(site, { stage: 'visitor' });
    giveToken(c, opened.token);
    return opened.session;
  }

  return routes;
}

/** For whoever is not at the code step: where they belong. */
const WAY_ON: Readonly<Record<Exclude<Session['stage'], PendingSession['stage']>, string>> = {
  visitor: '/sign-in',
  'set-up': '/set-up',
  'signed-in': '/',
};
