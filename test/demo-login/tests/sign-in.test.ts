import { beforeEach, describe, expect, it } from 'vitest';
import { words } from '../words';
import { called, chooseRules, setUpFor } from './account';
import { csrfIn, givePassword, MINUTE_MS, type OpenSite, openSite, turnTwoFactorOn } from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});

describe('signing in with a password', () => {
  it('leads home, past a page that says this is a demo', async () => {
    const visitor = await site.visitor().get('/');
    expect(visitor.path).toBe('/sign-in');
    expect(visitor.html).toContain('A demo for testing Halfminute. It is not affiliated with anyone');
    await visitor.post('/sign-in', { email: site.mira.email, password: site.mira.password });
    expect(visitor.path).toBe('/');
    expect(site.database.all('SELECT kind FROM events')).toEqual([{ kind: 'signed-in' }]);
    expect(visitor.shown('home')).toContain('Hello, Mira');
    expect(visitor.html).toContain('A demo for testing Halfminute. It is not affiliated with anyone');
  });

  it('takes the email in any case and with spaces around it', async () => {
    const visitor = await givePassword(site.visitor(), { ...site.mira, email: ` ${site.mira.email.toUpperCase()} ` });
    expect(visitor.path).toBe('/');
  });

  it('says the same, in the same page, for a wrong password, an unknown email and an empty password', async () => {
    const attempts = [
      { email: site.mira.email, password: 'wrong' },
      { email: 'nobody@workbench.example', password: 'wrong' },
      { email: site.mira.email, password: '' },
      { email: '', password: '' },
    ];
    for (const attempt of attempts) {
      const visitor = await givePassword(site.visitor(), attempt);
      expect(visitor.status).toBe(422);
      expect(visitor.shown('error')).toBe(words.wrongPassword);
      expect(visitor.html).toContain('role="alert"');
    }
  });

  it('says the same, to the letter, whoever it is: nobody, unverified, with two factor, made to set it up, or none of it', async () => {
    await setUpFor(site, called(site, 'Noor'));
    await chooseRules(site, 'forced-contractor');
    const known = (['Mira', 'Noor', 'Tomas', 'Kei'] as const).map((name) => called(site, name).email);
    const said = new Set<string>();
    for (const email of ['nobody@workbench.example', ...known]) {
      const visitor = await givePassword(site.visitor(), { email, password: 'wrong' });
      const page = visitor.html.replaceAll(email, 'EMAIL').replaceAll(csrfIn(visitor.html), 'CSRF');
      said.add(`${visitor.status} ${visitor.path} ${[...visitor.headers.keys()].join()} ${page}`);
    }
    expect([...said]).toHaveLength(1);
    expect([...said][0]).toMatch(/^422 \/sign-in .*EMAIL/s);
  });

  it('escapes what was typed', async () => {
    const visitor = await givePassword(site.visitor(), { email: '"><script>alert(1)</script>', password: 'x' });
    expect(visitor.html).not.toContain('<script');
    expect(visitor.html).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('pauses after ten wrong passwords in a row, for known and unknown emails alike, and ends the pause', async () => {
    for (const email of [site.mira.email, 'nobody@workbench.example']) {
      const visitor = await site.visitor().get('/sign-in');
      for (let count = 1; count < 10; count++) {
        await visitor.post('/sign-in', { email, password: 'wrong' });
        expect(visitor.status).toBe(422);
      }
      await visitor.post('/sign-in', { email, password: 'wrong' });
      expect(visitor.status).toBe(429);
      expect(visitor.shown('error')).toContain('please wait 15 minutes and try again');
      await visitor.post('/sign-in', { email, password: site.mira.password });
      expect(visitor.status).toBe(429);
    }
    site.clock.nowMs += 15 * MINUTE_MS;
    expect((await givePassword(site.visitor(), site.mira)).path).toBe('/');
  });

  it('looks at no more than ten of many guesses sent side by side, even if the last is right', async () => {
    const visitor = await site.visitor().get('/sign-in');
    const guesses = [...Array.from({ length: 19 }, () => 'wrong'), site.mira.password];
    const answers = await Promise.all(
      guesses.map((password) => visitor.twin().post('/sign-in', { email: site.mira.email, password })),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(9);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(11);
  });

  it('lets many browsers in at once', async () => {
    const visitors = await Promise.all(Array.from({ length: 12 }, () => givePassword(site.visitor(), site.mira)));
    expect(visitors.map(({ path }) => path)).toEqual(visitors.map(() => '/'));
  });
});

describe('sessions', () => {
  it('get a new id at the password and again at the code; the older ones are worth nothing', async () => {
    const { recoveryCodes } = await turnTwoFactorOn(site);
    const visitor = await site.visitor().get('/sign-in');
    const before = visitor.token;
    await visitor.post('/sign-in', { email: site.mira.email, password: site.mira.password });
    expect(visitor.path).toBe('/sign-in/code');
    const pending = visitor.token;
    await visitor.post('/sign-in/code', { 'recovery-code': recoveryCodes[0] ?? '' });
    expect(visitor.path).toBe('/');
    expect(new Set([before, pending, visitor.token]).size).toBe(3);
    for (const old of [before, pending]) {
      const thief = site.visitor();
      thief.plantToken(old ?? '');
      expect((await thief.get('/')).path).toBe('/sign-in');
    }
  });

  it('do not take an id that the browser made up', async () => {
    const visitor = site.visitor();
    visitor.plantToken('planted-by-someone-else');
    await givePassword(visitor, site.mira);
    expect(visitor.path).toBe('/');
    expect(visitor.token).not.toBe('planted-by-someone-else');
  });

  it('end at sign-out, also for a copy of the cookie', async () => {
    const visitor = await site.visitorAt('signed-in');
    const copy = visitor.twin();
    await visitor.post('/sign-out');
    expect(visitor.path).toBe('/sign-in');
    expect((await copy.get('/')).path).toBe('/sign-in');
  });

  it('end after twelve hours, and say so', async () => {
    const visitor = await site.visitorAt('signed-in');
    site.clock.nowMs += 12 * 60 * MINUTE_MS - 1;
    expect((await visitor.get('/')).path).toBe('/');
    site.clock.nowMs += 1;
    await visitor.get('/');
    expect(visitor.path).toBe('/sign-in?ended');
    expect(visitor.shown('error')).toBe(words.sessionEnded);
  });

  it('are kept as hashes only', async () => {
    const visitor = await givePassword(site.visitor(), site.mira);
    const stored = JSON.stringify(site.database.all('SELECT * FROM sessions'));
    expect(stored).toContain('signed-in');
    expect(stored).not.toContain(visitor.token);
  });

  it('open nothing but the code page while the code is missing', async () => {
    await turnTwoFactorOn(site);
    const visitor = await givePassword(site.visitor(), site.mira);
    for (const path of ['/', '/profile', '/profile/security', '/profile/security/set-up']) {
      expect((await visitor.get(path)).path).toBe('/sign-in/code');
    }
    await visitor.post('/profile/security/turn-off', { password: site.mira.password, otp: '000000' });
    expect(visitor.path).toBe('/sign-in/code');
    expect(site.database.all('SELECT * FROM two_factor')).toHaveLength(1);
  });

  it('let one page sign in once, however often it is posted', async () => {
    const visitor = await site.visitor().get('/sign-in');
    const fields = { email: site.mira.email, password: site.mira.password };
    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.twin().post('/sign-in', fields)));
    expect(answers.filter(({ path }) => path === '/')).toHaveLength(1);
  });
});
