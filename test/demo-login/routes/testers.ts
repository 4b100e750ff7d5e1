/** For those who test: how to use the site, who can sign in, its clock and the keys it makes. Open to everybody. */
import { type Context, Hono } from 'hono';
import { readField } from '../fields';
import { chooseNextParameters, nextParameters } from '../key-parameters';
import { allPeople } from '../people';
import { findForce } from '../policy';
import { seededPeople } from '../seed';
import { findSignedIn } from '../signed-in-person';
import type { Site, SiteEnv } from '../site';
import { clockOffsetMs, setClock } from '../site-clock';
import { findTwoFactor } from '../two-factor';
import { testersPage } from '../views/testers';
import type { ListedPerson } from '../views/testers-people';
import { rulesOf } from '../views/testers-rules';
import { words } from '../words';
import { tryItRoutes } from './try-it';

export function testersRoutes(site: Site): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.route('/', tryItRoutes(site));

  const page = (c: Context<SiteEnv>, refusal?: string) =>
    testersPage({
      csrfToken: c.var.session.csrfToken,
      person: findSignedIn(site, c.var.session),
      people: listedPeople(site),
      rules: rulesOf(site),
      clock: { nowMs: site.nowMs(), offsetMs: clockOffsetMs(site) },
      next: nextParameters(site),
      refusal,
    });

  routes.get('/testers', (c) => c.html(page(c)));

  routes.post('/testers/clock', async (c) => {
    if (!setClock(site, await readField(c, 'offset-ms'))) return c.html(page(c, words.unknownClock), 422);
    return c.redirect('/testers#clock', 303);
  });

  routes.post('/testers/next-key', async (c) => {
    const [hash, digits, period] = [
      await readField(c, 'hash'),
      await readField(c, 'digits'),
      await readField(c, 'period'),
    ];
    if (!chooseNextParameters(site, { hash, digits, period })) return c.html(page(c, words.unknownKey), 422);
    return c.redirect('/testers#next-key', 303);
  });

  return routes;
}

/** With what stands in no table: their passwords grow from the seed. */
function listedPeople(site: Site): readonly ListedPerson[] {
  const passwords = new Map(seededPeople(site.seed).map(({ email, password }) => [email, password]));
  return allPeople(site).map((person) => ({
    person,
    password: passwords.get(person.email),
    twoFactor: findTwoFactor(site, person.id),
    force: findForce(site, person),
  }));
}
