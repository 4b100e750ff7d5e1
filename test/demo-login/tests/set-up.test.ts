import { beforeEach, describe, expect, it } from 'vitest';
import { words } from '../words';
import {
  codeAt,
  givePassword,
  MINUTE_MS,
  type OpenSite,
  openSite,
  secretOn,
  turnTwoFactorOn,
  type Visitor,
  wrongCode,
} from './visitor';

let site: OpenSite;
let visitor: Visitor;
beforeEach(async () => {
  site = await openSite();
  visitor = await site.visitorAt('signed-in');
});

const SET_UP = '/profile/security/set-up';
const isOn = () => site.database.all('SELECT * FROM two_factor').length === 1;

describe('setting two factor up', () => {
  it('starts from the security tab, which says it is off', async () => {
    await visitor.get('/profile/security');
    expect(visitor.shown('two-factor')).toBe('Off');
    expect(visitor.html).toContain('data-do="set-up"');
  });

  it('shows a QR code, the key in groups and the link, for one secret of 160 bits', async () => {
    await visitor.get(SET_UP);
    expect(visitor.html).toMatch(/data-show="qr"><svg role="img"/);
    expect(visitor.shown('key')).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/);
    const key = visitor.shown('key')?.replaceAll(' ', '');
    expect(visitor.html).toContain(
      `href="otpauth://totp/Workbench%20Demo:mira%40workbench.example?secret=${key}&amp;issuer=Workbench%20Demo&amp;algorithm=SHA1&amp;digits=6&amp;period=30" data-show="otpauth"`,
    );
    expect(visitor.html).toContain('the date and time of your device must be set automatically');
    expect(visitor.html).toMatch(/name="otp" type="text" inputmode="numeric" autocomplete="one-time-code"/);
  });

  it('keeps the secret while the page is reloaded or a wrong code is typed', async () => {
    await visitor.get(SET_UP);
    const key = visitor.shown('key');
    await visitor.get(SET_UP);
    expect(visitor.shown('key')).toBe(key);
    await visitor.post(SET_UP, { otp: wrongCode(secretOn(visitor), site.clock.nowMs) });
    expect(visitor.status).toBe(422);
    expect(visitor.shown('error')).toBe(words.wrongCode);
    expect(visitor.shown('key')).toBe(key);
    expect(isOn()).toBe(false);
  });

  it('turns on with a right code, and shows ten recovery codes once', async () => {
    await visitor.get(SET_UP);
    await visitor.post(SET_UP, { otp: codeAt(secretOn(visitor), site.clock.nowMs) });
    expect(visitor.shown('recovery-codes')?.split(' ')).toHaveLength(10);
    expect(visitor.headers.get('cache-control')).toBe('no-store');
    await visitor.get(SET_UP);
    expect(visitor.path).toBe('/profile/security');
    expect(visitor.shown('two-factor')).toMatch(/^On since \d+ \w+ \d{4}/);
    expect(visitor.html).not.toContain('data-show="recovery-codes"');
    await visitor.post(SET_UP, { otp: '000000' });
    expect(visitor.path).toBe('/profile/security');
  });

  it('uses up the code that turned it on', async () => {
    await visitor.get(SET_UP);
    const code = codeAt(secretOn(visitor), site.clock.nowMs);
    await visitor.post(SET_UP, { otp: code });
    const next = await site.visitorAt('code');
    await next.post('/sign-in/code', { otp: code });
    expect(next.shown('error')).toBe(words.wrongCode);
  });

  it('leaves it off when left half-way', async () => {
    await visitor.get(SET_UP);
    await visitor.get('/profile/security');
    expect(visitor.shown('two-factor')).toBe('Off');
    await visitor.post('/sign-out');
    expect((await givePassword(visitor, site.mira)).path).toBe('/');
    expect(isOn()).toBe(false);
  });

  it.each(['cancelling', 'signing out', 'thirty minutes'])('gives a new secret after %s', async (way) => {
    await visitor.get(SET_UP);
    const old = secretOn(visitor);
    if (way === 'cancelling') await visitor.post(`${SET_UP}/cancel`);
    if (way === 'signing out') {
      await visitor.post('/sign-out');
      await givePassword(visitor, site.mira);
    }
    if (way === 'thirty minutes') site.clock.nowMs += 30 * MINUTE_MS;
    await visitor.post(SET_UP, { otp: codeAt(old, site.clock.nowMs) });
    expect(visitor.shown('error')).toBe(words.setUpExpired);
    expect(secretOn(visitor)).not.toEqual(old);
    expect(isOn()).toBe(false);
  });

  it('gives each browser its own secret, and only one can turn it on', async () => {
    const other = await site.visitorAt('signed-in');
    await Promise.all([visitor.get(SET_UP), other.get(SET_UP)]);
    expect(secretOn(other)).not.toEqual(secretOn(visitor));
    await Promise.all(
      [visitor, other].map((each) => each.post(SET_UP, { otp: codeAt(secretOn(each), site.clock.nowMs) })),
    );
    expect([visitor, other].filter((each) => each.shown('recovery-codes') !== undefined)).toHaveLength(1);
    expect(isOn()).toBe(true);
  });

  it('of fifty posts of the same right code, shows recovery codes to one', async () => {
    await visitor.get(SET_UP);
    const otp = codeAt(secretOn(visitor), site.clock.nowMs);
    const answers = await Promise.all(Array.from({ length: 50 }, () => visitor.twin().post(SET_UP, { otp })));
    expect(answers.filter((answer) => answer.shown('recovery-codes') !== undefined)).toHaveLength(1);
    expect(site.database.all('SELECT * FROM recovery_codes')).toHaveLength(10);
  });

  it('signs the person out everywhere else', async () => {
    const other = await site.visitorAt('signed-in');
    await turnTwoFactorOn(site);
    expect((await other.get('/')).path).toBe('/sign-in');
  });
});

describe('turning two factor off', () => {
  const TURN_OFF = '/profile/security/turn-off';
  let secret: Uint8Array;
  let recoveryCodes: string[];
  beforeEach(async () => {
    ({ secret, recoveryCodes } = await turnTwoFactorOn(site));
    visitor = await site.visitorAt('code');
    await visitor.post('/sign-in/code', { 'recovery-code': recoveryCodes[0] ?? '' });
    await visitor.get('/profile/security');
  });

  it('takes password and code, and drops the secret and the recovery codes', async () => {
    await visitor.post(TURN_OFF, { password: site.mira.password, otp: codeAt(secret, site.clock.nowMs) });
    expect(visitor.shown('two-factor')).toBe('Off');
    expect(site.database.all('SELECT * FROM recovery_codes')).toHaveLength(0);
    await visitor.post('/sign-out');
    expect((await givePassword(visitor, site.mira)).path).toBe('/');
  });

  it('does not bring the old secret back when it is set up again', async () => {
    await visitor.post(TURN_OFF, { password: site.mira.password, otp: codeAt(secret, site.clock.nowMs) });
    await visitor.get(SET_UP);
    const second = secretOn(visitor);
    await visitor.post(SET_UP, { otp: codeAt(second, site.clock.nowMs) });
    await visitor.get('/profile/security');
    site.clock.nowMs += 30_000;
    await visitor.post(TURN_OFF, { password: site.mira.password, otp: codeAt(second, site.clock.nowMs) });
    await visitor.get(SET_UP);
    expect(secretOn(visitor)).toHaveLength(20);
    for (const old of [secret, second]) expect(secretOn(visitor)).not.toEqual(old);
  });

  it('takes a recovery code in place of the code', async () => {
    await visitor.post(TURN_OFF, { password: site.mira.password, otp: recoveryCodes[1] ?? '' });
    expect(visitor.shown('two-factor')).toBe('Off');
  });

  it('refuses a wrong password or a wrong code in the same words; a wrong password uses up no code', async () => {
    const otp = codeAt(secret, site.clock.nowMs);
    const wrong = wrongCode(secret, site.clock.nowMs);
    for (const fields of [
      { password: 'wrong', otp },
      { password: site.mira.password, otp: wrong },
      { password: site.mira.password, otp: '' },
    ]) {
      await visitor.post(TURN_OFF, fields);
      expect(visitor.status).toBe(422);
      expect(visitor.shown('error')).toBe(words.wrongPasswordOrCode);
      expect(isOn()).toBe(true);
    }
    await visitor.post(TURN_OFF, { password: site.mira.password, otp });
    expect(isOn()).toBe(false);
  });

  it('shares the pause with signing in', async () => {
    const otp = wrongCode(secret, site.clock.nowMs);
    for (let count = 0; count < 5; count++) await visitor.post(TURN_OFF, { password: site.mira.password, otp });
    expect(visitor.status).toBe(429);
    const other = await site.visitorAt('code');
    await other.post('/sign-in/code', { otp: codeAt(secret, site.clock.nowMs) });
    expect(other.status).toBe(429);
  });

  it('leaves a list of what happened', async () => {
    await visitor.post(TURN_OFF, { password: site.mira.password, otp: codeAt(secret, site.clock.nowMs) });
    const kinds = site.database.all('SELECT kind FROM events ORDER BY id').map((row) => row['kind']);
    expect(kinds).toEqual(['two-factor-on', 'signed-out', 'signed-in-with-recovery-code', 'two-factor-off']);
    expect(visitor.html).toContain('Two factor turned off');
  });
});
