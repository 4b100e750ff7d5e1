import { Hono } from 'hono';
import { allProjects } from '../projects';
import { type SignedInEnv, signedInOnly } from '../signed-in';
import type { Site } from '../site';
import { homePage, profilePage } from '../views/home';

export function homeRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();
  routes.get('/', signedInOnly(site), (c) =>
    c.html(homePage({ csrfToken: c.var.signedIn.csrfToken, person: c.var.person, projects: allProjects(site) })),
  );
  routes.get('/profile', signedInOnly(site), (c) =>
    c.html(profilePage({ csrfToken: c.var.signedIn.csrfToken, person: c.var.person })),
  );
  return routes;
}
