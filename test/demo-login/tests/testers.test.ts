import { beforeEach, describe, expect, it } from 'vitest';
import { encodeBase32, inGroupsOfFour } from '../base32';
import { text } from '../columns';
import { writeSetting } from '../settings';
import { OFFSETS_MS } from '../site-clock';
import { words } from '../words';
import { codeAt, MINUTE_MS, type OpenSite, openSite, turnTwoFactorOn, type Visitor } from './visitor';

let site: OpenSite;
let visitor: Visitor;
beforeEach(async () => {
  site = await openSite();
  visitor = await site.visitor().get('/testers');
});

/** The text of every element with that data-show. */
function allShown({ html }: Visitor, name: string): string[] {
  return html
    .split(`data-show="${name}"`)
    .slice(1)
    .map((rest) => (rest.slice(rest.indexOf('>') + 1).split('</li>')[0] ?? '').replace(/<[^>]*>/g, ' '))
    .map((text) => text.replace(/\s+/g, ' ').trim());
}

const accountOf = (name: string) => allShown(visitor, 'account').find((text) => text.startsWith(name)) ?? '';

describe('the page for testers', () => {
  it('is open to everybody, at every stage of signing in, and keeps the navigation of whoever is signed in', async () => {
    expect(visitor.status).toBe(200);
    expect(visitor.html).not.toContain('data-do="sign-out"');
    for (const stage of ['code', 'set-up', 'signed-in'] as const) {
      const there = await (await site.visitorAt(stage)).get('/testers');
      expect([there.status, there.path]).toEqual([200, '/testers']);
      expect(there.html.includes('data-do="sign-out"')).toBe(stage === 'signed-in');
    }
  });

  it('is where the sign-in page leads', async () => {
    expect((await visitor.get('/sign-in')).html).toContain('Who can sign in: <a href="/testers">For testers</a>');
  });

  it('lists everyone, with what it takes to sign in', () => {
    expect(allShown(visitor, 'account')).toHaveLength(6);
    for (const { name, email, password, isVerified } of site.people) {
      const told = accountOf(name);
      expect(told).toContain(`Email ${email} Password ${password} Address ${isVerified ? 'Verified' : 'Not verified'}`);
      expect(told).toMatch(/Two factor Off$/);
    }
    expect(accountOf('Mira Holt')).toContain('Staff, the account’s admin');
    expect(accountOf('Jonas Vik')).toMatch(/^Jonas Vik Staff Email/);
    expect(accountOf('Noor Alder')).toMatch(/^Noor Alder Client Email/);
    expect(accountOf('Kei Sato')).toMatch(/^Kei Sato Contractor Email/);
    expect(accountOf('Tomas Fern')).toContain('Not verified : gets no mail');
  });

  it('tells whose two factor is on, and for whom it is mandatory', async () => {
    await turnTwoFactorOn(site);
    writeSetting(site, 'forced-staff', 'on');
    await visitor.get('/testers');
    expect(accountOf('Mira Holt')).toMatch(/Two factor On, mandatory$/);
    expect(accountOf('Ines Duarte')).toMatch(/Two factor Off, mandatory: to be set up at the next sign-in$/);
    expect(accountOf('Noor Alder')).toMatch(/Two factor Off$/);
  });

  it('tells which rules are on, and how to change them', async () => {
    expect(visitor.shown('rules-on')).toBe('No rule is on: two factor is everybody’s own choice.');
    expect(visitor.html).toContain('<a href="/settings" data-do="to-settings">Settings, General settings</a>');
    const rules = ['forced-staff', 'forced-client', 'forced-contractor', 'plug-in', 'plug-in-staff-only'] as const;
    for (const [place, rule] of rules.entries()) {
      writeSetting(site, rule, 'on');
      await visitor.get('/testers');
      expect(allShown(visitor, 'rule').map((text) => text.endsWith(' On'))).toEqual(
        rules.map((_, other) => other <= place),
      );
      expect(visitor.shown('rules-on')).toBe(place === 0 ? 'One rule is on.' : `${place + 1} rules are on.`);
    }
  });

  it('names in its walks every page and every person there is', () => {
    const walks = visitor.html.slice(visitor.html.indexOf('id="walks"'));
    const pages = ['/sign-in', '/recover', '/verify', '/inbox', '/settings/people', '/settings/audit'];
    for (const path of [...pages, '/gallery/qr', '/gallery/forms', '/try-it']) {
      expect(walks).toContain(`href="${path}"`);
    }
    for (const { name } of site.people) expect(walks).toContain(name);
    expect(allShown(visitor, 'walk')).toHaveLength(14);
  });

  it('holds no secret, session or recovery code', async () => {
    const { secret, recoveryCodes } = await turnTwoFactorOn(site);
    const signedIn = await site.visitorAt('signed-in', site.people[1]);
    const waiting = (await signedIn.get('/profile/security/set-up')).shown('key') ?? '';
    await signedIn.get('/testers');
    expect(signedIn.html).toContain('Jonas Vik');
    const key = encodeBase32(secret);
    const keys = [key, inGroupsOfFour(key, ' '), waiting, waiting.replaceAll(' ', '')];
    const hashes = [
      ...site.database.all('SELECT password_hash AS kept FROM people'),
      ...site.database.all('SELECT id_hash AS kept FROM sessions'),
    ].map((row) => text(row, 'kept'));
    const secrets = [...keys, ...recoveryCodes, ...hashes, signedIn.token ?? '', visitor.token ?? ''];
    for (const one of secrets) expect(one.length).toBeGreaterThan(18);
    expect(secrets.filter((one) => signedIn.html.includes(one))).toEqual([]);
  });
});

describe('the site’s clock', () => {
  const setClock = (offsetMs: number | string) => visitor.post('/testers/clock', { 'offset-ms': String(offsetMs) });

  /** Who signs in by the right clock, or one that is off by so much; the answer's status once redirects are followed. */
  async function tryCode(secret: Uint8Array, offMs: number): Promise<string | undefined> {
    const pending = await site.visitorAt('code');
    await pending.post('/sign-in/code', { otp: codeAt(secret, site.clock.nowMs + offMs) });
    return pending.path === '/' ? 'signed in' : pending.shown('error');
  }

  it('can be set to seven times, and says which it is', async () => {
    expect(visitor.shown('clock-offset')).toBe('right');
    expect(OFFSETS_MS).toHaveLength(7);
    const told: (string | undefined)[] = [];
    for (const offsetMs of OFFSETS_MS) {
      await setClock(offsetMs);
      expect(visitor.html).toMatch(new RegExp(`value="${offsetMs}" required checked`));
      told.push(visitor.shown('clock-offset'));
    }
    expect(told).toEqual(['2 min slow', '90 s slow', '30 s slow', 'right', '30 s fast', '90 s fast', '2 min fast']);
  });

  it('shows its own time', async () => {
    const before = visitor.shown('site-time') ?? '';
    await setClock(120_000);
    const minuteOf = (text: string) => Number(/:(\d\d):00$/.exec(text)?.[1]);
    expect(minuteOf(visitor.shown('site-time') ?? '')).toBe((minuteOf(before) + 2) % 60);
  });

  it.each(OFFSETS_MS)(
    'set off by %i ms, takes the codes of its own time and of one step to either side',
    async (off) => {
      const { secret } = await turnTwoFactorOn(site);
      site.clock.nowMs += 10 * MINUTE_MS;
      await setClock(off);
      // From the oldest, since a code older than the newest accepted one is refused for that alone.
      expect(await tryCode(secret, off - 60_000)).toBe(words.wrongCode);
      for (const away of [-30_000, 0, 30_000]) expect(await tryCode(secret, off + away)).toBe('signed in');
      expect(await tryCode(secret, off + 60_000)).toBe(words.wrongCode);
    },
  );

  it.each([90_000, -90_000, 120_000, -120_000])('set off by %i ms, refuses the code of a right clock', async (off) => {
    const { secret } = await turnTwoFactorOn(site);
    site.clock.nowMs += 10 * MINUTE_MS;
    await setClock(off);
    expect(await tryCode(secret, 0)).toBe(words.wrongCode);
    expect(await tryCode(secret, off)).toBe('signed in');
  });

  it.each(['', '1', '90', '90000.0', ' 90000', '+90000', '0x15f90', '120001', '-0', '1e5', 'fast', '9'.repeat(400)])(
    'cannot be set to "%s"',
    async (typed) => {
      await setClock(-30_000);
      await setClock(typed);
      expect(visitor.status).toBe(422);
      expect(visitor.shown('error')).toBe(words.unknownClock);
      expect(visitor.shown('clock-offset')).toBe('30 s slow');
      expect(new Date(visitor.headers.get('date') ?? '').getTime()).toBe(site.clock.nowMs - 30_000);
    },
  );

  it('is put right by starting over', async () => {
    await setClock(90_000);
    await visitor.post('/start-over');
    await visitor.get('/testers');
    expect(visitor.shown('clock-offset')).toBe('right');
    expect(new Date(visitor.headers.get('date') ?? '').getTime()).toBe(site.clock.nowMs);
  });
});
