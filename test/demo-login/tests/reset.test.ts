import { beforeEach, describe, expect, it } from 'vitest';
import { words } from '../words';
import { called, chooseRules, eventKinds, idOf, setUpFor } from './account';
import { codeAt, givePassword, type OpenSite, openSite, type Visitor, wrongCode } from './visitor';

let site: OpenSite;
let admin: Visitor;
beforeEach(async () => {
  site = await openSite();
  admin = await site.visitorAt('signed-in');
});

const rowsOf = (table: string) => site.database.all(`SELECT * FROM ${table}`);

describe('a reset by the admin', () => {
  const reset = async (person: { email: string }) => {
    await admin.get('/settings/people');
    return admin.post(`/settings/people/${idOf(site, person)}/reset`);
  };

  it('takes the second factor and the recovery codes away, says so, and is noted with who did it', async () => {
    const noor = called(site, 'Noor');
    await setUpFor(site, noor);
    await reset(noor);
    expect(admin.path).toBe(`/settings/people?reset=${idOf(site, noor)}`);
    expect(admin.shown('reset')).toContain('Two factor of Noor Alder was reset');
    expect([...rowsOf('two_factor'), ...rowsOf('recovery_codes')]).toEqual([]);
    await admin.get('/settings/audit');
    expect(admin.shown('audit')).toMatch(/^Noor Alder Two factor reset by Mira Holt \d/);
    const visitor = await givePassword(site.visitor(), noor);
    await visitor.get('/profile/security');
    expect(visitor.shown('two-factor')).toBe('Off');
    expect(visitor.html).toContain('Two factor reset by Mira Holt');
  });

  it('leaves nobody with a session of that person, however far it had got, and everyone else with theirs', async () => {
    const noor = called(site, 'Noor');
    const { visitor } = await setUpFor(site, noor);
    const halfWay = await site.visitorAt('code', noor);
    const settingUp = await site.visitorAt('set-up', noor);
    const kei = await site.visitorAt('signed-in', called(site, 'Kei'));
    await reset(noor);
    for (const [each, page] of [
      [visitor, '/'],
      [halfWay, '/sign-in/code'],
      [settingUp, '/set-up'],
    ] as const) {
      expect((await each.get(page)).path).toBe('/sign-in');
    }
    expect((await kei.get('/')).path).toBe('/');
  });

  it('forgets wrong codes, so that a pause does not outlive it', async () => {
    const noor = called(site, 'Noor');
    const { secret } = await setUpFor(site, noor);
    const guesser = await site.visitorAt('code', noor);
    for (let count = 0; count < 5; count++) {
      await guesser.post('/sign-in/code', { otp: wrongCode(secret, site.clock.nowMs) });
    }
    expect(guesser.status).toBe(429);
    await reset(noor);
    expect(rowsOf('attempts')).toEqual([]);
    const again = await setUpFor(site, noor);
    const next = await site.visitorAt('code', noor);
    await next.post('/sign-in/code', { otp: codeAt(again.secret, site.clock.nowMs) });
    expect(next.path).toBe('/');
  });

  it('ends a reset code in the mail, which would take away what is set up next; a verification stays good', async () => {
    const [noor, kei] = [idOf(site, called(site, 'Noor')), idOf(site, called(site, 'Kei'))];
    await setUpFor(site, called(site, 'Noor'));
    for (const [hash, kind, person] of [
      ['a', 'reset', noor],
      ['b', 'verify', noor],
      ['c', 'reset', kei],
    ] as const) {
      site.database.run(
        'INSERT INTO mail_codes (code_hash, kind, person_id, expires_at_ms) VALUES (:hash, :kind, :person, :untilMs)',
        {
          ':hash': hash,
          ':kind': kind,
          ':person': person,
          ':untilMs': site.clock.nowMs + 1000,
        },
      );
    }
    await reset(called(site, 'Noor'));
    expect(rowsOf('mail_codes').map((row) => row['code_hash'])).toEqual(['b', 'c']);
  });

  it('leads to a set-up at the next sign-in where two factor is mandatory', async () => {
    const jonas = called(site, 'Jonas');
    await setUpFor(site, jonas);
    await chooseRules(site, 'forced-staff');
    await reset(jonas);
    expect((await givePassword(site.visitor(), jonas)).path).toBe('/set-up');
  });

  it('is refused for their own, which the Security tab turns off', async () => {
    const { visitor } = await setUpFor(site, site.mira);
    admin = visitor;
    await admin.get('/settings/people');
    expect(admin.html).not.toContain('data-do="reset-two-factor"');
    await reset(site.mira);
    expect(admin.status).toBe(422);
    expect(admin.shown('error')).toBe(words.ownReset);
    expect(rowsOf('two_factor')).toHaveLength(1);
    expect((await admin.get('/')).path).toBe('/');
  });

  it('is refused for someone who has it off, and signs nobody out', async () => {
    const jonas = await site.visitorAt('signed-in', called(site, 'Jonas'));
    await reset(called(site, 'Jonas'));
    expect(admin.status).toBe(422);
    expect(admin.shown('error')).toBe('Jonas Vik has two factor off: there is nothing to reset.');
    expect((await jonas.get('/')).path).toBe('/');
    expect(eventKinds(site)).toEqual([]);
  });

  it.each(['0', '99', '-2', '2x', '2e0', '0x2', '2.0', '9'.repeat(30), '%00'])(
    'of a person %s is a page that is not there',
    async (id) => {
      await setUpFor(site, called(site, 'Jonas'));
      await admin.get('/settings/people');
      await admin.post(`/settings/people/${id}/reset`);
      expect(admin.status).toBe(404);
      expect(rowsOf('two_factor')).toHaveLength(1);
    },
  );

  it('says nothing of a reset that is not so: the address may be old, or made up', async () => {
    await setUpFor(site, called(site, 'Jonas'));
    for (const id of [idOf(site, called(site, 'Jonas')), 99, 'x', '']) {
      await admin.get(`/settings/people?reset=${id}`);
      expect(admin.status).toBe(200);
      expect(admin.shown('reset')).toBeUndefined();
    }
  });
});
