import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWords } from '../mail-words';
import { writeSetting } from '../settings';
import { words } from '../words';
import {
  askForReset,
  codeIn,
  eventKinds,
  idOf,
  type MailSite,
  openMailSite,
  SITE_URL,
  typeResetCode,
} from './mail-site';
import { codeAt, csrfIn, givePassword, MINUTE_MS, STEP_MS, turnTwoFactorOn, wrongCode } from './visitor';

let site: MailSite;
let secret: Uint8Array;
let recoveryCodes: string[];
beforeEach(async () => {
  site = await openMailSite();
  ({ secret, recoveryCodes } = await turnTwoFactorOn(site));
});
afterEach(() => site.close());

const isOn = () => site.database.all('SELECT * FROM two_factor').length === 1;

describe('a lost device', () => {
  it('leads from the code step to a mail, and from its code, in another browser, in with the password alone', async () => {
    const asking = await givePassword(site.visitor(), site.mira);
    expect(asking.html).toMatch(/<a href="\/sign-in\/lost-device" data-do="lost-device">Lost your device\?/);
    await asking.get('/sign-in/lost-device');
    expect(asking.html).toContain('data-do="send-reset-mail"');
    await asking.post('/sign-in/lost-device');
    expect(asking.status).toBe(200);
    expect(asking.shown('mail-asked')).toBe(mailWords.resetAsked);
    expect(isOn()).toBe(true);

    const typing = await typeResetCode(site, codeIn(site));
    expect(typing.status).toBe(200);
    expect(typing.shown('reset-done')).toContain('Your password alone signs you in');
    expect(typing.shown('after-reset')).toContain('You can set it up again');
    expect(isOn()).toBe(false);
    expect(site.database.all('SELECT * FROM recovery_codes')).toEqual([]);
    expect((await givePassword(typing, site.mira)).path).toBe('/');
    expect(eventKinds(site)).toEqual(['two-factor-on', 'signed-out', 'reset-mail-sent', 'reset-by-mail', 'signed-in']);
  });

  it('ends every session of the person, and nobody else’s', async () => {
    const pending = await site.visitorAt('code');
    const signedIn = await site.visitorAt('signed-in');
    const noor = await site.visitorAt('signed-in', site.noor);
    await askForReset(site);
    await typeResetCode(site, codeIn(site));
    expect((await pending.get('/sign-in/code')).path).toBe('/sign-in');
    expect((await signedIn.get('/')).path).toBe('/sign-in');
    expect((await noor.get('/')).path).toBe('/');
  });

  it('lets the same browser go on: its own session ended, and it has a new one', async () => {
    const visitor = await askForReset(site);
    const before = visitor.token;
    await visitor.get('/recover');
    await visitor.post('/recover', { 'reset-code': codeIn(site) });
    expect(visitor.shown('reset-done')).toBeDefined();
    expect(visitor.token).not.toBe(before);
    await visitor.post('/start-over');
    expect(visitor.status).toBe(200);
  });

  it('leaves an admin signed in who types the code for someone', async () => {
    await askForReset(site, site.noor);
    const admin = await site.visitorAt('signed-in');
    await admin.get('/recover');
    await admin.post('/recover', { 'reset-code': codeIn(site) });
    expect(admin.shown('reset-done')).toBeDefined();
    expect(admin.html).toContain('data-do="sign-out"');
    expect((await admin.get('/')).path).toBe('/');
    expect(isOn()).toBe(true);
  });

  it('leads to the set-up again where two factor is mandatory', async () => {
    writeSetting(site, 'forced-staff', 'on');
    await askForReset(site);
    const typing = await typeResetCode(site, codeIn(site));
    expect(typing.shown('after-reset')).toContain('mandatory for your account');
    expect((await givePassword(typing, site.mira)).path).toBe('/set-up');
  });

  it('forgets the wrong codes that paused the code step', async () => {
    const visitor = await site.visitorAt('code');
    for (let count = 0; count < 5; count++) {
      await visitor.post('/sign-in/code', { otp: wrongCode(secret, site.clock.nowMs) });
    }
    expect(visitor.status).toBe(429);
    await askForReset(site);
    await typeResetCode(site, codeIn(site));
    const again = await turnTwoFactorOn(site);
    const next = await site.visitorAt('code');
    await next.post('/sign-in/code', { otp: codeAt(again.secret, site.clock.nowMs) });
    expect(next.path).toBe('/');
  });
});

describe('the reset code', () => {
  it('is stored as a hash only, and stands in no address', async () => {
    await askForReset(site);
    const code = codeIn(site);
    expect(code).toHaveLength(19);
    const stored = JSON.stringify(site.database.all('SELECT * FROM mail_codes'));
    for (const form of [code, code.replaceAll('-', '')]) expect(stored).not.toContain(form);
    const addresses = site.mails()[0]?.body.match(/https?:\S+/g);
    expect(addresses).toEqual([`${SITE_URL}/recover`]);
  });

  it('works however it is typed', async () => {
    await askForReset(site);
    const typed = ` ${codeIn(site).toLowerCase().replaceAll('-', ' ').replaceAll('o', '0')}\n`;
    expect((await typeResetCode(site, typed)).shown('reset-done')).toBeDefined();
  });

  it('works to the last millisecond of fifteen minutes', async () => {
    await askForReset(site);
    site.clock.nowMs += 15 * MINUTE_MS - 1;
    expect((await typeResetCode(site, codeIn(site))).shown('reset-done')).toBeDefined();
  });

  const refused: Record<string, () => Promise<string> | string> = {
    'made up': () => 'AAAA-BBBB-CCCC-DDDD',
    empty: () => '',
    'too short': () => 'AAAA',
    'a thousand letters long': () => 'A'.repeat(1000),
    'a recovery code': () => recoveryCodes[0] ?? '',
    used: async () => {
      await askForReset(site);
      await typeResetCode(site, codeIn(site));
      ({ secret } = await turnTwoFactorOn(site));
      return codeIn(site);
    },
    replaced: async () => {
      await askForReset(site);
      const old = codeIn(site);
      await askForReset(site);
      expect(codeIn(site)).not.toBe(old);
      return old;
    },
    'fifteen minutes old': async () => {
      await askForReset(site);
      site.clock.nowMs += 15 * MINUTE_MS;
      return codeIn(site);
    },
    'for verifying an address': async () => {
      const admin = await site.visitorAt('signed-in');
      await admin.post(`/settings/people/${idOf(site, site.tomas)}/verify`);
      return codeIn(site);
    },
    'for a second factor that was set up anew since': async () => {
      await askForReset(site);
      const code = codeIn(site);
      const visitor = await site.visitorAt('code');
      await visitor.post('/sign-in/code', { otp: codeAt(secret, site.clock.nowMs) });
      site.clock.nowMs += STEP_MS;
      await visitor.get('/profile/security');
      const fields = { password: site.mira.password, otp: codeAt(secret, site.clock.nowMs) };
      await visitor.post('/profile/security/turn-off', fields);
      await turnTwoFactorOn(site);
      return code;
    },
  };
  it.each(Object.keys(refused))('that is %s is refused in the same calm words, and changes nothing', async (name) => {
    const code = (await refused[name]?.()) ?? '';
    const visitor = await typeResetCode(site, code);
    expect(visitor.status).toBe(422);
    expect(visitor.shown('error')).toBe(mailWords.wrongResetCode);
    expect(visitor.html).toContain('role="alert"');
    expect(isOn()).toBe(true);
  });

  it('wins once, when fifty browsers send it side by side', async () => {
    await askForReset(site);
    const code = codeIn(site);
    const visitors = await Promise.all(Array.from({ length: 50 }, () => site.visitor().get('/recover')));
    await Promise.all(visitors.map((visitor) => visitor.post('/recover', { 'reset-code': code })));
    expect(visitors.filter((visitor) => visitor.shown('reset-done') !== undefined)).toHaveLength(1);
    expect(visitors.filter(({ status }) => status === 422 || status === 429)).toHaveLength(49);
    expect(eventKinds(site).filter((kind) => kind === 'reset-by-mail')).toHaveLength(1);
  });

  it('cannot be guessed: ten wrong ones pause the page for fifteen minutes, right ones too', async () => {
    await askForReset(site);
    for (let count = 1; count < 10; count++) {
      expect((await typeResetCode(site, 'AAAA-BBBB-CCCC-DDDD')).status).toBe(422);
    }
    for (const code of ['AAAA-BBBB-CCCC-DDDD', codeIn(site)]) {
      const visitor = await typeResetCode(site, code);
      expect(visitor.status).toBe(429);
      expect(visitor.shown('error')).toContain('please wait 15 minutes and try again');
      expect(isOn()).toBe(true);
    }
    site.clock.nowMs += 15 * MINUTE_MS;
    await askForReset(site);
    expect((await typeResetCode(site, codeIn(site))).shown('reset-done')).toBeDefined();
  });

  it('is not hindered by slips of long ago', async () => {
    for (let count = 1; count < 10; count++) await typeResetCode(site, 'AAAA-BBBB-CCCC-DDDD');
    site.clock.nowMs += 15 * MINUTE_MS;
    expect((await typeResetCode(site, 'AAAA-BBBB-CCCC-DDDD')).status).toBe(422);
  });

  it('is gone after a start over, and so is the mail', async () => {
    await askForReset(site);
    const visitor = await site.visitor().get('/recover');
    const code = codeIn(site);
    await visitor.post('/start-over');
    expect(site.mails()).toEqual([]);
    await visitor.get('/recover');
    await visitor.post('/recover', { 'reset-code': code });
    expect(visitor.shown('error')).toBe(mailWords.wrongResetCode);
  });
});

describe('the page that sends the mail', () => {
  it.each([
    ['visitor', '/sign-in'],
    ['signed-in', '/'],
    ['set-up', '/set-up'],
  ] as const)('is not for a session at the stage %s', async (stage, path) => {
    const visitor = stage === 'visitor' ? await site.visitor().get('/sign-in') : await site.visitorAt(stage);
    const csrf = csrfIn(visitor.html) || csrfIn((await visitor.get('/recover')).html);
    expect((await visitor.get('/sign-in/lost-device')).path).toBe(path);
    await visitor.postRaw('/sign-in/lost-device', { csrf });
    expect(visitor.path).toBe(path);
    expect(site.mails()).toEqual([]);
  });

  it('says so when the sign-in has ended meanwhile, and sends nothing', async () => {
    const visitor = await site.visitorAt('code');
    await visitor.get('/sign-in/lost-device');
    site.clock.nowMs += 10 * MINUTE_MS;
    await visitor.post('/sign-in/lost-device');
    expect(visitor.shown('error')).toBe(words.sessionEnded);
    expect(site.mails()).toEqual([]);
  });
});
