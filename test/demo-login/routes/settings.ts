/** General settings: for whom two factor is mandatory. */
import { type Context, Hono } from 'hono';
import { readField } from '../fields';
import { allMembers } from '../members';
import { RULE_NAMES, type RuleName, rulesOn, saveRules } from '../rules';
import { adminOnly, type SignedInEnv } from '../signed-in';
import type { Site } from '../site';
import { settingsPage } from '../views/settings';
import { words } from '../words';

export function settingsRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();

  const page = (c: Context<SignedInEnv>, said: { isSaved: boolean; refusal?: string }) =>
    settingsPage({
      csrfToken: c.var.signedIn.csrfToken,
      person: c.var.person,
      rules: rulesOn(site),
      members: allMembers(site),
      ...said,
    });

  routes.get('/settings', adminOnly(site), (c) => c.html(page(c, { isSaved: c.req.query('saved') !== undefined })));

  routes.post('/settings', adminOnly(site), async (c) => {
    const chosen = await chosenRules(c);
    if (chosen === undefined) return c.html(page(c, { isSaved: false, refusal: words.oddSettings }), 422);
    return c.redirect(saveRules(site, c.var.signedIn, chosen) ? '/settings?saved' : '/sign-in?ended', 303);
  });

  return routes;
}

/** A box that is ticked says "on"; one that is not says nothing. Undefined: something else was said. */
async function chosenRules(c: Context): Promise<ReadonlySet<RuleName> | undefined> {
  const chosen = new Set<RuleName>();
  for (const name of RULE_NAMES) {
    const value = await readField(c, name);
    if (value === 'on') chosen.add(name);
    else if (value !== '') return undefined;
  }
  return chosen;
}
