import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../database';
import { createDemoSite } from '../server';
import { csrfIn, type OpenSite, openSite, secretOn, turnTwoFactorOn } from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});

const { app } = await openSite();
/** Every post the site takes. */
const POSTS = [...new Set(app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path))];

it('takes posts', () => expect(POSTS).toContain('/profile/security/turn-off'));

describe('every answer', () => {
  it('carries the headers: pages, assets, redirects, refusals and posts', async () => {
    const visitor = await site.visitorAt('signed-in');
    const cookie = `workbench-session=${visitor.token}`;
    // The gallery's policy is its own, and in qr-gallery.test.ts.
    const gets = site.app.routes
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/gallery/'))
      .map(({ path }) => path);
    expect(gets.length).toBeGreaterThan(6);
    const body = () => new URLSearchParams({ csrf: 'wrong' });
    const answers = [
      ...[...gets, '/no-such-page'].map((path) => site.app.request(path)),
      ...gets.map((path) => site.app.request(path, { headers: { cookie } })),
      ...POSTS.map((path) => site.app.request(path, { method: 'POST', body: body(), headers: { cookie } })),
      site.app.request('/sign-in', {
        method: 'POST',
        body: 'x'.repeat(20_000),
        headers: { 'content-length': '20000' },
      }),
      site.app.request('/', { headers: { 'sec-fetch-site': 'cross-site' } }),
    ];
    for (const { headers } of await Promise.all(answers)) {
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('sets the cookie HttpOnly and SameSite=Strict, for the whole site, until the browser closes', async () => {
    const response = await site.app.request('/sign-in');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^workbench-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });
});

describe('a post', () => {
  it.each(POSTS)('to %s without the token, or with a wrong one, is refused and changes nothing', async (path) => {
    await turnTwoFactorOn(site);
    const visitor = await site.visitorAt('code');
    const before = JSON.stringify(site.database.all('SELECT * FROM sessions, two_factor ORDER BY id_hash'));
    const other = await site.visitor().get('/sign-in');
    for (const csrf of [undefined, '', 'wrong', 'A'.repeat(43), csrfIn(other.html)]) {
      await visitor.postRaw(path, { email: site.mira.email, otp: '000000', ...(csrf === undefined ? {} : { csrf }) });
      expect(visitor.status).toBe(403);
      expect(visitor.shown('error')).toContain('Nothing was changed');
    }
    await site.visitor().postRaw(path, {});
    const after = JSON.stringify(
      site.database.all("SELECT * FROM sessions, two_factor WHERE stage <> 'visitor' ORDER BY id_hash"),
    );
    expect(JSON.parse(before)).toEqual(expect.arrayContaining(JSON.parse(after)));
    expect(JSON.parse(after)).toHaveLength(1);
  });

  it('with a form of another kind is refused', async () => {
    const visitor = await site.visitorAt('signed-in');
    const response = await site.app.request('/sign-out', {
      method: 'POST',
      body: JSON.stringify({ csrf: csrfIn(visitor.html) }),
      headers: { 'content-type': 'application/json', cookie: `workbench-session=${visitor.token}` },
    });
    expect(response.status).toBe(403);
    expect((await visitor.get('/')).path).toBe('/');
  });

  it.each([
    ['announced', { 'content-length': '20000' }],
    ['unannounced', undefined],
  ])('that is too large is refused when its length is %s', async (_, headers) => {
    const body = `email=${'x'.repeat(20_000 - 6)}`;
    const response = await site.app.request('/sign-in', { method: 'POST', body, ...(headers && { headers }) });
    expect(response.status).toBe(413);
  });
});

describe('pages', () => {
  it('write the token into every form, and nothing that the policy forbids', async () => {
    const visitor = await site.visitorAt('signed-in');
    const settings = ['/settings', '/settings/people', '/settings/audit'];
    for (const path of ['/', '/profile', '/profile/security', '/profile/security/set-up', ...settings]) {
      await visitor.get(path);
      const forms = visitor.html.split('<form ').slice(1);
      expect(forms.length).toBeGreaterThan(1);
      for (const form of forms) {
        expect(form).toMatch(/^method="post" action="\/[^"]*">\s*<input type="hidden" name="csrf" value="[\w-]{43}">/);
      }
      expect(visitor.html).not.toMatch(/<script|\sstyle=|<style|\son\w+=|<iframe|https?:\/\/(?!www\.w3\.org)/);
    }
  });

  it('send nobody away from here: no secret, password or code ever stands in an address', async () => {
    const visitor = await site.visitorAt('signed-in');
    await visitor.get('/profile/security/set-up');
    expect(secretOn(visitor)).toHaveLength(20);
    for (const [, href = ''] of visitor.html.matchAll(/href="([^"]+)"/g)) {
      expect(href).toMatch(/^(\/[a-z/.-]*|#content|otpauth:.*)$/);
    }
  });

  it('come back by themselves when another site linked here, so that the Strict cookie comes along', async () => {
    const response = await site.app.request('/', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain('<meta http-equiv="refresh" content="0">');
  });
});

it('passwords are stored as Argon2id hashes, unless told otherwise at the cost that OWASP asks for', async () => {
  const database = openDatabase();
  await createDemoSite({ database });
  const [person] = database.all('SELECT password_hash FROM people');
  expect(person?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  database.close();
});
