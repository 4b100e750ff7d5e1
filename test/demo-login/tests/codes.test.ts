import { beforeEach, describe, expect, it } from 'vitest';
import { words } from '../words';
import {
  codeAt,
  givePassword,
  MINUTE_MS,
  type OpenSite,
  openSite,
  STEP_MS,
  turnTwoFactorOn,
  type Visitor,
  wrongCode,
} from './visitor';

let site: OpenSite;
let secret: Uint8Array;
let recoveryCodes: string[];
beforeEach(async () => {
  site = await openSite();
  ({ secret, recoveryCodes } = await turnTwoFactorOn(site));
});

const atCodeStep = () => site.visitorAt('code');
const giveCode = (visitor: Visitor, otp: string) => visitor.post('/sign-in/code', { otp });
const codeNow = (stepsAway = 0) => codeAt(secret, site.clock.nowMs + stepsAway * STEP_MS);

describe('the code step', () => {
  it('comes after the password, and leads home', async () => {
    const visitor = await givePassword(site.visitor(), site.mira);
    expect(visitor.path).toBe('/sign-in/code');
    await giveCode(visitor, codeNow());
    expect(visitor.path).toBe('/');
    expect(visitor.shown('home')).toBeDefined();
  });

  it('takes a code with a space in the middle', async () => {
    const code = codeNow();
    const visitor = await giveCode(await atCodeStep(), ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(visitor.path).toBe('/');
  });

  it.each([-1, 0, 1])('takes the code of step %i', async (away) => {
    site.clock.nowMs += 2 * STEP_MS;
    expect((await giveCode(await atCodeStep(), codeNow(away))).path).toBe('/');
  });

  it('takes the last code to the last millisecond of the step after it, and not one later', async () => {
    const code = codeNow();
    site.clock.nowMs += 2 * STEP_MS;
    const late = await giveCode(await atCodeStep(), code);
    expect(late.shown('error')).toBe(words.wrongCode);
    site.clock.nowMs -= 1;
    expect((await giveCode(late, code)).path).toBe('/');
  });

  it('takes the next code from the first millisecond of the step before it, and no sooner', async () => {
    const code = codeNow(2);
    site.clock.nowMs += STEP_MS - 1;
    const early = await giveCode(await atCodeStep(), code);
    expect(early.shown('error')).toBe(words.wrongCode);
    site.clock.nowMs += 1;
    expect((await giveCode(early, code)).path).toBe('/');
  });

  it('refuses wrong, used, too old and too new codes in the same words', async () => {
    const used = codeNow();
    await giveCode(await atCodeStep(), used);
    for (const otp of [wrongCode(secret, site.clock.nowMs), used, codeNow(-2), codeNow(2)]) {
      const visitor = await giveCode(await atCodeStep(), otp);
      expect(visitor.status).toBe(422);
      expect(visitor.path).toBe('/sign-in/code');
      expect(visitor.shown('error')).toBe(words.wrongCode);
    }
  });

  it('refuses an unused code that is older than the newest one accepted', async () => {
    const older = codeNow();
    await giveCode(await atCodeStep(), codeNow(1));
    expect((await giveCode(await atCodeStep(), older)).shown('error')).toBe(words.wrongCode);
  });

  it('ends ten minutes after the password, and says so', async () => {
    const visitor = await atCodeStep();
    site.clock.nowMs += 10 * MINUTE_MS;
    await giveCode(visitor, codeNow());
    expect(visitor.path).toBe('/sign-in?ended');
    expect(visitor.shown('error')).toBe(words.sessionEnded);
    expect((await visitor.get('/')).path).toBe('/sign-in');
  });

  it('is still open a millisecond before', async () => {
    const visitor = await atCodeStep();
    site.clock.nowMs += 10 * MINUTE_MS - 1;
    expect((await giveCode(visitor, codeNow())).path).toBe('/');
  });
});

describe('requests side by side', () => {
  const areIn = async (visitors: Visitor[]) => {
    for (const visitor of visitors) await visitor.get('/');
    return visitors.filter(({ path }) => path === '/').length;
  };

  it('sign in once, when fifty come from one browser with one code', async () => {
    const visitor = await atCodeStep();
    const twins = Array.from({ length: 50 }, () => visitor.twin());
    await Promise.all(twins.map((twin) => giveCode(twin, codeNow())));
    expect(await areIn(twins)).toBe(1);
  });

  it('sign in once, when they come from fifty browsers with one code', async () => {
    const visitors = await Promise.all(Array.from({ length: 50 }, atCodeStep));
    expect(visitors.every(({ path }) => path === '/sign-in/code')).toBe(true);
    await Promise.all(visitors.map((visitor) => giveCode(visitor, codeNow())));
    expect(await areIn(visitors)).toBe(1);
  });

  it('sign in once, and spend one, when one browser sends several right ones', async () => {
    const visitor = await atCodeStep();
    const twins = [codeNow(), ...recoveryCodes].map((code) => ({ code, twin: visitor.twin() }));
    await Promise.all(twins.map(({ code, twin }) => giveCode(twin, code)));
    expect(await areIn(twins.map(({ twin }) => twin))).toBe(1);
    expect(site.database.all('SELECT * FROM recovery_codes WHERE used_at_ms IS NULL')).toHaveLength(10);
  });

  it('sign in once, when they come from fifty browsers with one recovery code', async () => {
    const visitors = await Promise.all(Array.from({ length: 50 }, atCodeStep));
    await Promise.all(visitors.map((visitor) => giveCode(visitor, recoveryCodes[0] ?? '')));
    expect(await areIn(visitors)).toBe(1);
  });
});

describe('wrong codes in a row', () => {
  const giveWrong = async (visitor: Visitor, times: number) => {
    for (let count = 0; count < times; count++) await giveCode(visitor, wrongCode(secret, site.clock.nowMs));
    return visitor;
  };

  it('pause at the fifth, across sign-ins, against right codes and recovery codes too', async () => {
    await giveWrong(await atCodeStep(), 3);
    const visitor = await giveWrong(await atCodeStep(), 1);
    expect(visitor.status).toBe(422);
    await giveWrong(visitor, 1);
    expect(visitor.status).toBe(429);
    expect(visitor.shown('error')).toContain('please wait 15 minutes and try again');
    for (const otp of [codeNow(), recoveryCodes[0] ?? '']) {
      await giveCode(visitor, otp);
      expect(visitor.status).toBe(429);
      expect((await visitor.get('/')).path).toBe('/sign-in/code');
    }
  });

  it('are forgiven after fifteen minutes, and counted from the start', async () => {
    await giveWrong(await atCodeStep(), 5);
    site.clock.nowMs += 15 * MINUTE_MS - 1;
    const waiting = await giveCode(await atCodeStep(), codeNow());
    expect(waiting.shown('error')).toContain('please wait 1 minute and');
    site.clock.nowMs += 1;
    await giveWrong(waiting, 4);
    expect(waiting.status).toBe(422);
    expect((await giveCode(waiting, codeNow())).path).toBe('/');
  });

  it('are forgotten after a right one', async () => {
    const visitor = await giveWrong(await atCodeStep(), 4);
    await giveCode(visitor, codeNow());
    const next = await giveWrong(await atCodeStep(), 4);
    expect(next.status).toBe(422);
  });

  it('pause after five of fifty sent side by side', async () => {
    const visitor = await atCodeStep();
    const wrong = wrongCode(secret, site.clock.nowMs);
    const answers = await Promise.all(Array.from({ length: 50 }, () => giveCode(visitor.twin(), wrong)));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(46);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and stored as hashes only', () => {
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = JSON.stringify(site.database.all('SELECT * FROM recovery_codes'));
    for (const code of recoveryCodes) {
      expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replaceAll('-', ''));
    }
  });

  it('work once each, in either field, however they are typed', async () => {
    const [first = '', second = '', third = ''] = recoveryCodes;
    const visitor = await atCodeStep();
    await visitor.post('/sign-in/code', { 'recovery-code': first });
    expect(visitor.path).toBe('/');
    await visitor.get('/profile/security');
    expect(visitor.shown('recovery-codes-left')).toBe('9 recovery codes are left.');
    expect((await giveCode(await atCodeStep(), first)).shown('error')).toBe(words.wrongCode);
    expect((await giveCode(await atCodeStep(), ` ${second.toLowerCase().replaceAll('-', ' ')} `)).path).toBe('/');
    const misread = third.replaceAll('O', '0').replaceAll('I', '1').replaceAll('B', '8');
    expect((await giveCode(await atCodeStep(), misread)).path).toBe('/');
  });
});
