import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailWords } from '../mail-words';
import { askForReset, codeIn, eventKinds, idOf, type MailSite, openMailSite, SITE_URL } from './mail-site';
import { MINUTE_MS, type Visitor } from './visitor';

let site: MailSite;
let admin: Visitor;
beforeEach(async () => {
  site = await openMailSite();
  admin = await site.visitorAt('signed-in');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await site.close();
});

const DAY_MS = 24 * 60 * MINUTE_MS;
const pathFor = (person = site.tomas) => `/settings/people/${idOf(site, person)}/verify`;
const send = () => admin.twin().post(pathFor());
const isVerified = () =>
  site.database.find('SELECT is_verified FROM people WHERE email = :email', { ':email': site.tomas.email })?.[
    'is_verified'
  ] === 1;

async function type(code: string): Promise<Visitor> {
  const visitor = await site.visitor().get('/verify');
  return visitor.post('/verify', { 'verification-code': code });
}

describe('verifying an address', () => {
  it('takes a mail that the admin sends and its code, in any browser; from then on reset mail goes there', async () => {
    await askForReset(site, site.tomas);
    expect(site.mails()).toEqual([]);
    const people = await send();
    expect(people.path).toBe(`/settings/people?mailed=${idOf(site, site.tomas)}`);
    expect(people.shown('mailed')).toContain(site.tomas.email);
    const [mail] = site.mails();
    expect(mail?.recipient).toBe(site.tomas.email);
    expect(mail?.subject).toBe('Verify your address for Workbench Demo');
    expect(mail?.body).toContain('Mira Holt, an admin of Workbench Demo, asks you');
    expect(mail?.body.match(/https?:\S+/g)).toEqual([`${SITE_URL}/verify`]);
    expect(isVerified()).toBe(false);

    const visitor = await type(codeIn(site));
    expect(visitor.status).toBe(200);
    expect(visitor.shown('verified')).toContain(site.tomas.email);
    expect(isVerified()).toBe(true);
    expect((await people.get(people.path)).shown('mailed')).toBeUndefined();
    expect(site.database.all('SELECT kind, person_id, by_person_id FROM events ORDER BY id')).toEqual([
      { kind: 'verification-mail-sent', person_id: idOf(site, site.tomas), by_person_id: idOf(site, site.mira) },
      { kind: 'email-verified', person_id: idOf(site, site.tomas), by_person_id: null },
    ]);
    await askForReset(site, site.tomas);
    expect(site.mails()[0]?.subject).toBe('Reset two factor for Workbench Demo');
  });

  it('works to the last millisecond of a day', async () => {
    await send();
    site.clock.nowMs += DAY_MS - 1;
    expect((await type(codeIn(site))).shown('verified')).toBeDefined();
  });

  const refused: Record<string, () => Promise<string> | string> = {
    'made up': () => 'AAAA-BBBB-CCCC-DDDD',
    empty: () => '',
    'a day old': async () => {
      await send();
      site.clock.nowMs += DAY_MS;
      return codeIn(site);
    },
    replaced: async () => {
      await send();
      const old = codeIn(site);
      await send();
      return old;
    },
    'for a reset': async () => {
      await askForReset(site);
      return codeIn(site);
    },
  };
  it.each(Object.keys(refused))('refuses a code that is %s in the same calm words', async (name) => {
    const code = (await refused[name]?.()) ?? '';
    const visitor = await type(code);
    expect(visitor.status).toBe(422);
    expect(visitor.shown('error')).toBe(mailWords.wrongVerificationCode);
    expect(isVerified()).toBe(false);
  });

  it('takes a code once, when fifty browsers send it side by side', async () => {
    await send();
    const code = codeIn(site);
    const visitors = await Promise.all(Array.from({ length: 50 }, () => site.visitor().get('/verify')));
    await Promise.all(visitors.map((visitor) => visitor.post('/verify', { 'verification-code': code })));
    expect(visitors.filter((visitor) => visitor.shown('verified') !== undefined)).toHaveLength(1);
    expect(eventKinds(site).filter((kind) => kind === 'email-verified')).toHaveLength(1);
  });

  it('pauses after ten wrong codes, and leaves resets alone', async () => {
    for (let count = 1; count < 10; count++) expect((await type('AAAA-BBBB-CCCC-DDDD')).status).toBe(422);
    expect((await type('AAAA-BBBB-CCCC-DDDD')).status).toBe(429);
    await send();
    expect((await type(codeIn(site))).status).toBe(429);
    expect(isVerified()).toBe(false);
    const other = await site.visitor().get('/recover');
    await other.post('/recover', { 'reset-code': 'AAAA-BBBB-CCCC-DDDD' });
    expect(other.status).toBe(422);
    site.clock.nowMs += 15 * MINUTE_MS;
    expect((await type(codeIn(site))).shown('verified')).toBeDefined();
  });
});

describe('sending the verification mail', () => {
  it('is refused with a sentence where the address is verified already', async () => {
    await admin.post(pathFor(site.noor));
    expect(admin.status).toBe(422);
    expect(admin.shown('error')).toBe(`${site.noor.email} is verified already, so there is nothing to send.`);
    expect(site.mails()).toEqual([]);
  });

  it.each(['0', '-1', '1e1', '999999', '99999999999999999999', 'tomas', '%00'])(
    'answers that there is no such page for person %s',
    async (id) => {
      await admin.post(`/settings/people/${id}/verify`);
      expect(admin.status).toBe(404);
      expect(site.mails()).toEqual([]);
    },
  );

  it('is the admin’s alone', async () => {
    for (const person of site.people.filter(({ role }) => role !== 'admin')) {
      const visitor = await site.visitorAt('signed-in', person);
      await visitor.post(pathFor());
      expect(visitor.status).toBe(403);
      expect(visitor.shown('error')).toMatch(/Only the admin .* Nothing was changed/);
    }
    for (const stage of ['code', 'set-up'] as const) {
      const visitor = await (await site.visitorAt(stage)).get('/verify');
      await visitor.post(pathFor());
      expect(visitor.path).toBe({ code: '/sign-in/code', 'set-up': '/set-up' }[stage]);
    }
    const stranger = await site.visitor().get('/sign-in');
    expect((await stranger.post(pathFor())).path).toBe('/sign-in');
    expect(site.mails()).toEqual([]);
  });

  it('sends three in fifteen minutes, then says how long to wait, and does not touch the last code', async () => {
    for (let count = 0; count < 3; count++) await send();
    const fourth = await send();
    expect(fourth.status).toBe(429);
    expect(fourth.shown('error')).toContain('wait 15 minutes before the next');
    expect(site.mails()).toHaveLength(3);
    expect((await type(codeIn(site))).shown('verified')).toBeDefined();
  });

  it('says so when mail cannot be sent, and can be tried again', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await site.stopServer();
    for (let count = 0; count < 4; count++) {
      const visitor = await send();
      expect(visitor.status).toBe(503);
      expect(visitor.shown('error')).toBe(mailWords.verificationCannotSend);
    }
    expect(eventKinds(site)).toEqual([]);
    await site.restartServer();
    await send();
    expect((await type(codeIn(site))).shown('verified')).toBeDefined();
  });
});
