import { beforeEach, expect, it } from 'vitest';
import { codeAt, givePassword, type OpenSite, openSite, turnTwoFactorOn } from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});

it('puts everything back, signs everyone out, and works for someone who cannot sign in', async () => {
  const { secret } = await turnTwoFactorOn(site);
  const signedIn = await site.visitorAt('code');
  await signedIn.post('/sign-in/code', { otp: codeAt(secret, site.clock.nowMs) });
  expect(signedIn.path).toBe('/');

  const locked = await site.visitor().get('/sign-in');
  await locked.post('/start-over');
  expect(locked.path).toBe('/sign-in');
  expect(site.database.all('SELECT stage FROM sessions')).toEqual([{ stage: 'visitor' }]);
  expect((await signedIn.get('/')).path).toBe('/sign-in');
  for (const table of ['two_factor', 'recovery_codes', 'events', 'attempts', 'set_ups']) {
    expect(site.database.all(`SELECT * FROM ${table}`)).toEqual([]);
  }
  expect((await givePassword(locked, site.mira)).path).toBe('/');
  await locked.get('/profile/security');
  expect(locked.shown('two-factor')).toBe('Off');
});

it('ends what is half-way without breaking', async () => {
  const { secret } = await turnTwoFactorOn(site);
  const pending = await site.visitorAt('code');
  const other = await site.visitor().get('/sign-in');
  const [, startedOver] = await Promise.all([
    pending.post('/sign-in/code', { otp: codeAt(secret, site.clock.nowMs) }),
    other.post('/start-over'),
  ]);
  expect(startedOver.status).toBe(200);
  expect((await pending.get('/')).path).toBe('/sign-in');
  expect(site.database.all('SELECT * FROM people')).toHaveLength(site.people.length);
});

it('gives one outcome when it is pressed many times at once', async () => {
  const visitor = await site.visitor().get('/sign-in');
  const answers = await Promise.all(Array.from({ length: 5 }, () => visitor.twin().post('/start-over')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(site.database.all('SELECT * FROM people')).toHaveLength(site.people.length);
});
