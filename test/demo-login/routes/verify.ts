/** Verifying an address: the admin sends the mail, and its code is typed on a page that is open to everybody. */
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { readField } from '../fields';
import { mailPausedText, mailWords, verifiedAlreadyText } from '../mail-words';
import type { MailingSite } from '../mailing';
import { adminOnly, type SignedInEnv } from '../signed-in';
import { findSignedIn } from '../signed-in-person';
import type { SiteEnv } from '../site';
import { sendVerificationMail, verifyByMail } from '../verification';
import { missingPage } from '../views/plain';
import { nothingSentPage, verifiedPage, verifyPage } from '../views/verify';
import { pausedText } from '../words';

export function verifyRoutes(site: MailingSite): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.route('/', sendingRoutes(site));

  const codePage = ({ var: { session } }: Context<SiteEnv>, refusal?: string) =>
    verifyPage({ csrfToken: session.csrfToken, person: findSignedIn(site, session), refusal });

  routes.get('/verify', (c) => c.html(codePage(c)));

  routes.post('/verify', async (c) => {
    const { session } = c.var;
    const answer = verifyByMail(site, await readField(c, 'verification-code'));
    switch (answer.kind) {
      case 'refused':
        return c.html(codePage(c, mailWords.wrongVerificationCode), 422);
      case 'paused':
        return c.html(codePage(c, pausedText(answer.untilMs, site.nowMs())), 429);
      case 'verified': {
        const person = findSignedIn(site, session);
        return c.html(verifiedPage({ csrfToken: session.csrfToken, person, email: answer.person.email }));
      }
    }
  });

  return routes;
}

function sendingRoutes(site: MailingSite): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();

  const refuse = (c: Context<SignedInEnv>, refusal: string, status: ContentfulStatusCode) => {
    const { person, signedIn } = c.var;
    return c.html(nothingSentPage({ csrfToken: signedIn.csrfToken, person, refusal }), status);
  };

  routes.post('/settings/people/:id/verify', adminOnly(site), async (c) => {
    const { person } = c.var;
    const id = c.req.param('id');
    if (!/^[1-9]\d{0,8}$/.test(id)) return c.html(missingPage(), 404);
    const answer = await sendVerificationMail(site, Number(id), person);
    switch (answer.kind) {
      case 'sent':
        return c.redirect(`/settings/people?mailed=${id}`, 303);
      case 'cannot-send':
        return refuse(c, mailWords.verificationCannotSend, 503);
      case 'nobody':
        return c.html(missingPage(), 404);
      case 'verified-already':
        return refuse(c, verifiedAlreadyText(answer.person.email), 422);
      case 'paused':
        return refuse(c, mailPausedText(answer.person.email, answer.untilMs, site.nowMs()), 429);
    }
  });

  return routes;
}
