import { Hono } from 'hono';
import { projectsFor } from '../projects';
import { type SignedInEnv, signedInOnly } from '../signed-in';
import type { Site } from '../site';
import { profilePage } from '../views/home';
import { homePage } from '../views/projects';

export function homeRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();
  routes.get('/', signedInOnly(site), (c) => {
    const { person, signedIn } = c.var;
    return c.html(homePage({ csrfToken: signedIn.csrfToken, person, projects: projectsFor(site, person) }));
  });
  routes.get('/profile', signedInOnly(site), (c) =>
    c.html(profilePage({ csrfToken: c.var.signedIn.csrfToken, person: c.var.person })),
  );
  return routes;
}
