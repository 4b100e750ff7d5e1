import { beforeEach, expect, it } from 'vitest';
import { FORMS } from '../forms/forms';
import { GALLERY } from '../gallery/gallery';
import { type OpenSite, openSite, type Visitor } from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});

const SAYS = 'A demo for testing Halfminute. It is not affiliated with anyone';

function expectFooter({ html, path }: Visitor): void {
  const footer = html.slice(html.indexOf('<footer'));
  expect(footer, path).toContain(SAYS);
  for (const link of ['/try-it', '/testers', '/inbox', '/gallery/qr', '/gallery/forms']) {
    expect(footer, path).toContain(`href="${link}"`);
  }
}

it('every page says at its foot that it is a demo of nobody’s, at each stage of signing in', async () => {
  // Pictures, scripts and what stands inside a frame are no pages.
  const paths = site.app.routes
    .filter(({ method, path }) => method === 'GET' && !/:id|\.\w+$/.test(path))
    .map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['/', '/sign-in', '/testers', '/try-it', '/gallery/qr']));
  const visitors = [
    site.visitor(),
    await site.visitorAt('code'),
    await site.visitorAt('set-up'),
    await site.visitorAt('signed-in'),
  ];
  for (const visitor of visitors) {
    for (const path of [...paths, '/no-such-page']) expectFooter(await visitor.get(path));
  }
});

it('so does every page of the galleries', async () => {
  const visitor = site.visitor();
  for (const { id } of GALLERY) expectFooter(await visitor.get(`/gallery/qr/${id}`));
  for (const { id } of FORMS) expectFooter(await visitor.get(`/gallery/forms/${id}`));
  for (const folder of ['qr', 'forms']) expectFooter(await visitor.get(`/gallery/${folder}/none`));
});

it('so do refusals', async () => {
  const visitor = await site.visitor().get('/sign-in');
  expectFooter(await visitor.postRaw('/sign-in', { csrf: 'wrong' }));
  expect(visitor.status).toBe(403);
  expectFooter(await visitor.post('/sign-in', { email: 'x'.repeat(20_000) }));
  expect(visitor.status).toBe(413);
  await visitor.get('/sign-in');
  expectFooter(await visitor.post('/sign-in', { email: 'nobody@example.com', password: 'wrong' }));
  expect(visitor.status).toBe(422);
});
