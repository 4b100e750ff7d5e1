import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleName } from '../rules';
import { writeSetting } from '../settings';
import { hotp, stepAt } from '../totp';
import { words } from '../words';
import { called, chooseRules, eventKinds, type FirstName, openSiteWithGap, setUpFor } from './account';
import { codeAt, type OpenSite, openSite, secretOn, type Visitor, wrongCode } from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});

const SECURITY = '/profile/security';
const isOn = () => site.database.all('SELECT * FROM two_factor').length === 1;

describe('new recovery codes', () => {
  let visitor: Visitor;
  let secret: Uint8Array;
  let old: string[];
  beforeEach(async () => {
    ({ visitor, secret, recoveryCodes: old } = await setUpFor(site, site.mira));
    await visitor.get(SECURITY);
  });
  const renew = (otp: string, password = site.mira.password) =>
    visitor.post(`${SECURITY}/recovery-codes`, { password, otp });
  const now = () => codeAt(secret, site.clock.nowMs);
  const signInWith = async (code: string) => {
    // So that a code is refused for what it is, and not for a pause.
    site.database.run('DELETE FROM attempts');
    const other = await site.visitorAt('code');
    return (await other.post('/sign-in/code', { 'recovery-code': code })).path;
  };

  it('take password and code, are shown once, and end the old ones', async () => {
    await renew(now());
    const renewed = visitor.shown('recovery-codes')?.split(' ') ?? [];
    expect(renewed).toHaveLength(10);
    expect(new Set([...old, ...renewed]).size).toBe(20);
    expect(visitor.headers.get('cache-control')).toBe('no-store');
    expect(eventKinds(site)).toEqual(['two-factor-on', 'recovery-codes-renewed']);
    await visitor.get(SECURITY);
    expect(visitor.html).not.toContain(renewed[0]);
    expect(visitor.html).toContain('New recovery codes made');
    expect(visitor.shown('recovery-codes-left')).toBe('10 recovery codes are left.');
    for (const code of old) expect(await signInWith(code)).toBe('/sign-in/code');
    expect(await signInWith(renewed[0] ?? '')).toBe('/');
  });

  it('can be made with the last of the old ones', async () => {
    await renew(old[9] ?? '');
    expect(visitor.shown('recovery-codes')?.split(' ')).toHaveLength(10);
  });

  it('sign the person out everywhere else', async () => {
    const other = await site.visitorAt('signed-in');
    await renew(now());
    expect((await other.get('/')).path).toBe('/sign-in');
    expect((await visitor.get('/')).path).toBe('/');
  });

  it('are refused for a wrong password or code in the same words, and nothing changes', async () => {
    const before = site.database.all('SELECT * FROM recovery_codes');
    for (const [otp, password] of [
      [now(), 'wrong'],
      [wrongCode(secret, site.clock.nowMs), site.mira.password],
      ['', ''],
    ] as const) {
      await renew(otp, password);
      expect(visitor.status).toBe(422);
      expect(visitor.shown('error')).toBe(words.wrongPasswordOrCode);
      expect(visitor.html.match(/role="alert"/g)).toHaveLength(1);
    }
    expect(site.database.all('SELECT * FROM recovery_codes')).toEqual(before);
  });

  it('of many posts of one code, are made once', async () => {
    const otp = now();
    const twins = Array.from({ length: 10 }, () => visitor.twin());
    await Promise.all(
      twins.map((twin) => twin.post(`${SECURITY}/recovery-codes`, { password: site.mira.password, otp })),
    );
    expect(twins.filter((twin) => twin.shown('recovery-codes') !== undefined)).toHaveLength(1);
    expect(site.database.all('SELECT * FROM recovery_codes')).toHaveLength(10);
  });

  it('are not made for someone who has two factor off', async () => {
    const jonas = await site.visitorAt('signed-in', called(site, 'Jonas'));
    await jonas.post(`${SECURITY}/recovery-codes`, { password: called(site, 'Jonas').password, otp: '000000' });
    expect(jonas.path).toBe(SECURITY);
    expect(jonas.shown('two-factor')).toBe('Off');
    expect(site.database.all('SELECT * FROM attempts')).toEqual([]);
  });
});

describe('turning off what is mandatory', () => {
  const cases: readonly (readonly [FirstName, readonly RuleName[], string])[] = [
    ['Jonas', ['forced-staff'], 'asks two factor of Staff, so it cannot be turned off.'],
    ['Noor', ['forced-client'], 'asks two factor of Clients, so it cannot be turned off.'],
    ['Kei', ['forced-contractor'], 'asks two factor of Contractors, so it cannot be turned off.'],
    ['Noor', ['plug-in'], 'mandatory for you, so it cannot be turned off.'],
    ['Jonas', ['plug-in', 'plug-in-staff-only'], 'mandatory for you, so it cannot be turned off.'],
  ];
  it.each(cases)(
    'is refused to %s under %j, on the page and to a post, in the same words',
    async (name, rules, why) => {
      const person = called(site, name);
      const { visitor, secret } = await setUpFor(site, person);
      await chooseRules(site, ...rules);
      await visitor.get(SECURITY);
      const sentence = visitor.shown('mandatory');
      expect(sentence).toContain(why);
      expect(visitor.html).not.toContain('data-do="turn-off"');
      const otp = codeAt(secret, site.clock.nowMs);
      for (const password of ['wrong', person.password]) {
        await visitor.post(`${SECURITY}/turn-off`, { password, otp });
        expect(visitor.status).toBe(422);
        expect(visitor.shown('error')).toBe(sentence);
        expect(isOn()).toBe(true);
      }
      // What cannot be had asks nothing: the code is still good for signing in.
      const other = await site.visitorAt('code', person);
      expect((await other.post('/sign-in/code', { otp })).path).toBe('/');
    },
  );

  it.each([
    ['Noor', ['plug-in', 'plug-in-staff-only']],
    ['Kei', ['plug-in', 'plug-in-staff-only']],
    ['Noor', ['forced-staff', 'forced-contractor']],
    ['Jonas', ['plug-in-staff-only']],
  ] as const)('is not what %s is refused under %j', async (name, rules) => {
    const person = called(site, name);
    const { visitor, secret } = await setUpFor(site, person);
    await chooseRules(site, ...rules);
    await visitor.get(SECURITY);
    expect(visitor.shown('mandatory')).toBeUndefined();
    const otp = codeAt(secret, site.clock.nowMs);
    await visitor.post(`${SECURITY}/turn-off`, { password: person.password, otp });
    expect(visitor.shown('two-factor')).toBe('Off');
  });

  it('is refused, too, when the rule comes while the password is looked at', async () => {
    const gapped = await openSiteWithGap();
    site = gapped;
    const { visitor, secret } = await setUpFor(site, site.mira);
    await visitor.get(SECURITY);
    gapped.comeBetween((database) => writeSetting({ database }, 'plug-in', 'on'));
    const otp = codeAt(secret, site.clock.nowMs);
    await visitor.post(`${SECURITY}/turn-off`, { password: site.mira.password, otp });
    expect(visitor.status).toBe(422);
    expect(visitor.shown('error')).toContain('so it cannot be turned off');
    expect(isOn()).toBe(true);
  });
});

describe('the Security tab', () => {
  it('says of a key that is not of the usual kind what is different', async () => {
    for (const [name, value] of [
      ['next-hash', 'sha256'],
      ['next-digits', '8'],
      ['next-period', '60'],
    ] as const) {
      writeSetting(site, name, value);
    }
    const visitor = await site.visitorAt('signed-in');
    await visitor.get(`${SECURITY}/set-up`);
    const secret = secretOn(visitor);
    await visitor.post(`${SECURITY}/set-up`, { otp: hotp(secret, stepAt(site.clock.nowMs, 60), 8, 'sha256') });
    await visitor.get(SECURITY);
    expect(visitor.shown('parameters')).toBe(
      'Its codes are not of the usual kind: SHA-256, 8 digits, a new one every 60 seconds.',
    );
  });

  it('says nothing of a usual one', async () => {
    const { visitor } = await setUpFor(site, site.mira);
    await visitor.get(SECURITY);
    expect(visitor.shown('two-factor')).toMatch(/^On since \d+ \w+ \d{4} at \d\d:\d\d$/);
    expect(visitor.shown('parameters')).toBeUndefined();
  });
});
