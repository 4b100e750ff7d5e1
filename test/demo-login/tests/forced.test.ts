import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleName } from '../rules';
import { words } from '../words';
import { called, chooseRules, eventKinds, type FirstName, idOf, setUpFor } from './account';
import {
  codeAt,
  csrfIn,
  givePassword,
  MINUTE_MS,
  type OpenSite,
  openSite,
  STEP_MS,
  secretOn,
  type Visitor,
  wrongCode,
} from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});

const isOn = () => site.database.all('SELECT * FROM two_factor').length === 1;
const signInAs = (name: FirstName) => givePassword(site.visitor(), called(site, name));
const confirm = (visitor: Visitor) => visitor.post('/set-up', { otp: codeAt(secretOn(visitor), site.clock.nowMs) });

const EVERYONE = ['Mira', 'Jonas', 'Noor', 'Kei'] as const;
const STAFF = ['Mira', 'Jonas'] as const;

describe('the rules', () => {
  const concerned: readonly (readonly [readonly RuleName[], readonly FirstName[]])[] = [
    [[], []],
    [['forced-staff'], STAFF],
    [['forced-client'], ['Noor']],
    [['forced-contractor'], ['Kei']],
    [['plug-in'], EVERYONE],
    [['plug-in', 'plug-in-staff-only'], STAFF],
    [['plug-in-staff-only'], []],
    [
      ['forced-contractor', 'plug-in', 'plug-in-staff-only'],
      ['Mira', 'Jonas', 'Kei'],
    ],
  ];
  it.each(concerned)('%j lead %j from the password to the set-up, and everyone else home', async (rules, names) => {
    await chooseRules(site, ...rules);
    for (const name of EVERYONE) {
      const visitor = await signInAs(name);
      expect([name, visitor.path]).toEqual([name, names.includes(name) ? '/set-up' : '/']);
    }
  });

  it('say on the page why, for each', async () => {
    await chooseRules(site, 'forced-staff', 'forced-client', 'forced-contractor');
    for (const [name, type] of [
      ['Jonas', 'Staff'],
      ['Noor', 'Clients'],
      ['Kei', 'Contractors'],
    ] as const) {
      expect((await site.visitorAt('set-up', called(site, name))).shown('why')).toMatch(
        new RegExp(`^The admin of this account asks two factor of ${type}\\.`),
      );
    }
    await chooseRules(site, 'plug-in');
    expect((await site.visitorAt('set-up', called(site, 'Kei'))).shown('why')).toMatch(
      /^This account has a financial plug-in connected/,
    );
  });

  it('ask the code, not another set-up, of whoever has it on already', async () => {
    await setUpFor(site, called(site, 'Jonas'));
    await chooseRules(site, 'forced-staff', 'plug-in');
    expect((await signInAs('Jonas')).path).toBe('/sign-in/code');
  });

  it('leave whoever is signed in signed in, and wait for the next sign-in', async () => {
    const jonas = await signInAs('Jonas');
    await chooseRules(site, 'forced-staff');
    expect((await jonas.get('/')).path).toBe('/');
    await jonas.get('/profile/security');
    expect(jonas.shown('two-factor')).toBe('Off, mandatory');
    await jonas.post('/sign-out');
    expect((await signInAs('Jonas')).path).toBe('/set-up');
  });
});

describe('a mandatory set-up', () => {
  let visitor: Visitor;
  beforeEach(async () => {
    await chooseRules(site, 'forced-client');
    visitor = await signInAs('Noor');
  });

  it('shows the code to scan, a way out, and no way past', () => {
    expect(secretOn(visitor)).toHaveLength(20);
    expect(visitor.html).toContain('data-do="sign-out"');
    expect(visitor.html).not.toContain('data-do="cancel"');
    expect(visitor.html).not.toContain('<nav');
    expect(isOn()).toBe(false);
  });

  it('turns it on with a right code, signs in, shows ten recovery codes once, and goes home', async () => {
    await confirm(visitor);
    expect(visitor.shown('recovery-codes')?.split(' ')).toHaveLength(10);
    expect(visitor.html).toContain('href="/" data-do="done"');
    expect(isOn()).toBe(true);
    expect(eventKinds(site)).toEqual(['forced-client-on', 'set-up-forced', 'two-factor-on', 'signed-in-with-code']);
    // The page is of the new session, so its forms work.
    await visitor.twin().post('/sign-out');
    expect((await visitor.get('/')).path).toBe('/sign-in');
    expect((await signInAs('Noor')).path).toBe('/sign-in/code');
  });

  it('shows the recovery codes to nobody who comes back to it', async () => {
    await confirm(visitor);
    for (const path of ['/', '/set-up', '/profile/security']) {
      expect((await visitor.get(path)).html).not.toContain('data-show="recovery-codes"');
    }
    expect(visitor.shown('two-factor')).toMatch(/^On since/);
  });

  it('uses up the code that turned it on', async () => {
    const otp = codeAt(secretOn(visitor), site.clock.nowMs);
    await visitor.post('/set-up', { otp });
    const next = await signInAs('Noor');
    await next.post('/sign-in/code', { otp });
    expect(next.shown('error')).toBe(words.wrongCode);
  });

  it('keeps the key through a wrong code and a reload', async () => {
    const key = visitor.shown('key');
    await visitor.post('/set-up', { otp: wrongCode(secretOn(visitor), site.clock.nowMs) });
    expect(visitor.status).toBe(422);
    expect(visitor.shown('error')).toBe(words.wrongCode);
    expect(visitor.shown('key')).toBe(key);
    expect((await visitor.get('/set-up')).shown('key')).toBe(key);
    expect(isOn()).toBe(false);
  });

  it.each(['signing out', 'half an hour'])('that is left by %s leaves it off, and starts anew', async (way) => {
    const old = secretOn(visitor);
    if (way === 'signing out') await visitor.post('/sign-out');
    else site.clock.nowMs += 30 * MINUTE_MS;
    await visitor.get('/set-up');
    expect(visitor.path).toMatch(/^\/sign-in/);
    expect(visitor.shown('error')).toBe(way === 'signing out' ? undefined : words.sessionEnded);
    expect(isOn()).toBe(false);
    const again = await signInAs('Noor');
    expect(again.path).toBe('/set-up');
    expect(secretOn(again)).not.toEqual(old);
    await again.post('/set-up', { otp: codeAt(old, site.clock.nowMs) });
    expect(isOn()).toBe(false);
  });

  it('lets nobody walk around it by an address', async () => {
    const addresses = ['/', '/profile', '/profile/security', '/profile/security/set-up', '/settings', '/sign-in/code'];
    for (const address of [...addresses, '/settings/people', '/sign-in', '/sign-in?ended']) {
      expect([address, (await visitor.get(address)).path]).toEqual([address, '/set-up']);
    }
    const otp = codeAt(secretOn(visitor), site.clock.nowMs);
    for (const address of ['/profile/security/set-up', '/profile/security/set-up/cancel', '/sign-in/code']) {
      expect([address, (await visitor.post(address, { otp })).path]).toEqual([address, '/set-up']);
    }
    expect(isOn()).toBe(false);
  });

  it('may still be finished when the rule was lifted meanwhile, and says that it need not be', async () => {
    await chooseRules(site);
    await visitor.get('/set-up');
    expect(visitor.shown('why')).toMatch(/^This is no longer mandatory for you\./);
    await confirm(visitor);
    expect((await visitor.get('/')).path).toBe('/');
    expect(isOn()).toBe(true);
  });

  it('is not asked of whoever signs in again after the rule was lifted', async () => {
    await chooseRules(site);
    await visitor.post('/sign-out');
    expect((await signInAs('Noor')).path).toBe('/');
    expect(isOn()).toBe(false);
  });

  it('of fifty posts of the same right code, lets one in', async () => {
    const otp = codeAt(secretOn(visitor), site.clock.nowMs);
    const twins = Array.from({ length: 50 }, () => visitor.twin());
    await Promise.all(twins.map((twin) => twin.post('/set-up', { otp })));
    expect(twins.filter((twin) => twin.shown('recovery-codes') !== undefined)).toHaveLength(1);
    const open = site.database.all('SELECT stage FROM sessions WHERE person_id = :noor', {
      ':noor': idOf(site, called(site, 'Noor')),
    });
    expect(open).toEqual([{ stage: 'signed-in' }]);
  });

  it('in two browsers is finished in one; the other has to sign in with a code', async () => {
    const other = await signInAs('Noor');
    expect(secretOn(other)).not.toEqual(secretOn(visitor));
    const late = { otp: codeAt(secretOn(other), site.clock.nowMs), csrf: csrfIn(other.html) };
    await confirm(visitor);
    await other.postRaw('/set-up', late);
    expect(other.status).toBe(403);
    expect((await other.get('/set-up')).path).toBe('/sign-in');
    site.clock.nowMs += STEP_MS;
    expect((await signInAs('Noor')).path).toBe('/sign-in/code');
  });
});

describe('a token that somebody planted', () => {
  const isWorthNothing = async (token: string | undefined) => {
    const thief = site.visitor();
    thief.plantToken(token ?? '');
    return (await thief.get('/')).path === '/sign-in' && (await thief.get('/set-up')).path === '/sign-in';
  };

  it('before the sign-in or before the set-up is worth nothing after it', async () => {
    await chooseRules(site, 'forced-contractor');
    const planted = (await site.visitor().get('/sign-in')).token;
    const visitor = site.visitor();
    visitor.plantToken(planted ?? '');
    await givePassword(visitor, called(site, 'Kei'));
    expect(visitor.path).toBe('/set-up');
    expect(await isWorthNothing(planted)).toBe(true);

    const beforeSetUp = visitor.token;
    await confirm(visitor);
    expect(new Set([planted, beforeSetUp, visitor.token]).size).toBe(3);
    expect(await isWorthNothing(beforeSetUp)).toBe(true);
    expect((await visitor.get('/')).path).toBe('/');
  });
});
