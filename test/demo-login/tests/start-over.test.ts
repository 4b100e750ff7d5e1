import { beforeEach, expect, it } from 'vitest';
import { text } from '../columns';
import { openDatabase } from '../database';
import { FULL_COST } from '../password-hash';
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

it('hashes the passwords as the site it starts over did', async () => {
  const full = await openSite(openDatabase(), { passwordCost: FULL_COST });
  for (const { database, visitor } of [site, full]) {
    const costs = () =>
      database.all('SELECT password_hash AS hash FROM people').map((row) => text(row, 'hash').split('$')[3]);
    const before = costs();
    await (await visitor().get('/sign-in')).post('/start-over');
    expect(costs()).toEqual(before);
    expect(before).toEqual(Array(6).fill(database === full.database ? 'm=19456,t=2,p=1' : 'm=8,t=1,p=1'));
  }
});
