/** Everybody's mailbox in one: what the site has sent. */
import { Hono } from 'hono';
import type { MailingSite } from '../mailing';
import { findMails } from '../mails';
import { allPeople } from '../people';
import { findSignedIn } from '../signed-in-person';
import type { SiteEnv } from '../site';
import { inboxPage } from '../views/inbox';

export function inboxRoutes(site: MailingSite): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.get('/inbox', (c) => {
    const { session } = c.var;
    const to = c.req.query('to')?.trim().toLowerCase() || undefined;
    return c.html(
      inboxPage({
        csrfToken: session.csrfToken,
        person: findSignedIn(site, session),
        people: allPeople(site),
        mails: findMails(site, to),
        to,
        siteUrl: site.url(),
      }),
    );
  });
  return routes;
}
