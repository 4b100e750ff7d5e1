import { beforeEach, describe, expect, it } from 'vitest';
import { noteEvent } from '../events';
import { words } from '../words';
import { called, chooseRules, eventKinds, idOf, openSiteWithGap, setUpFor } from './account';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import { type OpenSite, openSite, type Visitor } from './visitor';

let site: OpenSite;
let admin: Visitor;
beforeEach(async () => {
  site = await openSite();
  admin = await site.visitorAt('signed-in');
});

const ticked = (visitor: Visitor) =>
  [...visitor.html.matchAll(/<input type="checkbox" id="([a-z-]+)"[^>]* checked /g)].map(([, name]) => name);

describe('general settings', () => {
  it('start with nothing mandatory, and say whom each rule would concern', async () => {
    await admin.get('/settings');
    expect(ticked(admin)).toEqual([]);
    expect(admin.shown('forced-staff-concerns')).toBe('Concerns 3 people; 3 have it off.');
    expect(admin.shown('forced-client-concerns')).toBe('Concerns 2 people; 2 have it off.');
    expect(admin.shown('forced-contractor-concerns')).toBe('Concerns 1 person; 1 has it off.');
    expect(admin.shown('plug-in-concerns')).toContain('Concerns 6 people; 6 have it off.');
    expect(admin.shown('plug-in-staff-only-concerns')).toContain('Concerns 3 people; 3 have it off.');
    expect(admin.html).toContain('the next time they sign in');
  });

  it('count those who have it on already', async () => {
    await setUpFor(site, called(site, 'Kei'));
    await setUpFor(site, called(site, 'Ines'));
    await admin.get('/settings');
    expect(admin.shown('forced-contractor-concerns')).toBe('Concerns 1 person; all have it on.');
    expect(admin.shown('forced-staff-concerns')).toBe('Concerns 3 people; 2 have it off.');
  });

  it('keep what was ticked, and take back what was not', async () => {
    await chooseRules(site, 'forced-staff', 'plug-in', 'plug-in-staff-only');
    await admin.get('/settings');
    expect(ticked(admin)).toEqual(['forced-staff', 'plug-in', 'plug-in-staff-only']);
    await admin.post('/settings', { 'forced-client': 'on' });
    expect(admin.shown('saved')).toContain('the next time');
    expect(ticked(admin)).toEqual(['forced-client']);
  });

  it('note what was changed, and nothing where nothing was', async () => {
    await chooseRules(site, 'forced-staff');
    await chooseRules(site, 'forced-staff');
    await chooseRules(site, 'plug-in');
    expect(eventKinds(site)).toEqual(['forced-staff-on', 'forced-staff-off', 'plug-in-on']);
    await admin.get('/settings/audit');
    expect(admin.shown('audit')).toContain('Two factor no longer mandatory for Staff');
  });

  it('refuse what no box says, and change nothing', async () => {
    await chooseRules(site, 'forced-staff');
    await admin.get('/settings');
    await admin.post('/settings', { 'forced-client': 'on', 'forced-staff': 'perhaps' });
    expect(admin.status).toBe(422);
    expect(admin.shown('error')).toBe(words.oddSettings);
    expect(ticked(admin)).toEqual(['forced-staff']);
  });

  it('change nothing but the rules', async () => {
    await admin.get('/settings');
    await admin.post('/settings', { seed: 'other', 'clock-offset-ms': '90000', 'forced-staff': 'on' });
    expect(site.database.all('SELECT * FROM settings')).toEqual([
      { name: 'seed', value: 'tests' },
      { name: 'forced-staff', value: 'on' },
    ]);
  });
});

describe('the people', () => {
  const shown = (name: Parameters<typeof called>[1]) => admin.shown(`person-${idOf(site, called(site, name))}`);

  it('are all listed: who they are, whether their address is verified, and their two factor', async () => {
    await setUpFor(site, called(site, 'Kei'));
    await chooseRules(site, 'forced-client');
    await admin.get('/settings/people');
    expect(shown('Mira')).toMatch(/^Mira Holt mira@\S+ Staff · Admin · Address verified Two factor Off$/);
    expect(shown('Noor')).toMatch(/^Noor Alder noor@\S+ Client · Member · Address verified Two factor Off, mandatory$/);
    expect(shown('Tomas')).toContain('Address not verified Two factor Off, mandatory');
    expect(shown('Kei')).toMatch(/Contractor · Member · Address verified Two factor On since \d+ \w+ \d{4}/);
    expect(admin.html.match(/data-show="person-/g)).toHaveLength(6);
    // One can be sent a verification mail, and one has a second factor to reset.
    expect(admin.html.match(/data-do="send-verification"/g)).toHaveLength(1);
    expect(admin.html).toContain(`action="/settings/people/${idOf(site, called(site, 'Tomas'))}/verify"`);
    expect(admin.html.match(/data-do="reset-two-factor"/g)).toHaveLength(1);
    expect(admin.html).toMatch(/<details[^>]*>\s*<summary data-do="open-reset">/);
  });

  it('are shown as they are called, whatever that is', async () => {
    const odd = '<b onclick="x">& Co.';
    site.database.run('UPDATE people SET name = :odd WHERE id = :id', {
      ':odd': odd,
      ':id': idOf(site, called(site, 'Kei')),
    });
    const { visitor } = await setUpFor(site, called(site, 'Kei'));
    for (const page of [await admin.get('/settings/people'), await admin.twin().get('/settings/audit'), visitor]) {
      expect(page.html).toContain('&lt;b onclick=&quot;x&quot;&gt;&amp; Co.');
      expect(page.html).not.toContain('<b onclick');
    }
  });
});

describe('the audit list', () => {
  it('holds the newest two hundred of everyone, newest first, even when the clock was set back', async () => {
    const { database } = site;
    const at = (nowMs: number) => ({ database, nowMs: () => nowMs, seed: 'tests', passwordCost: CHEAP_PASSWORDS });
    for (let count = 0; count < 199; count++) noteEvent(at(site.clock.nowMs), 'code-refused', 2);
    noteEvent(at(site.clock.nowMs - 100_000), 'signed-out', 3);
    noteEvent(at(site.clock.nowMs - 200_000), 'email-verified', 5);
    await admin.get('/settings/audit');
    expect(admin.html.match(/<li class="event">/g)).toHaveLength(200);
    expect(admin.shown('audit')).toMatch(
      /^Tomas Fern Email address verified .*? Ines Duarte Signed out .*? Jonas Vik A wrong code was refused/,
    );
  });
});

it('whoever is signed out while a post is on its way does nothing more with it', async () => {
  const gapped = await openSiteWithGap();
  site = gapped;
  await setUpFor(site, called(site, 'Jonas'));
  for (const path of ['/settings', `/settings/people/${idOf(site, called(site, 'Jonas'))}/reset`]) {
    gapped.comeBetween(() => {});
    admin = await site.visitorAt('signed-in');
    gapped.comeBetween((database) => database.run('DELETE FROM sessions'));
    await admin.post(path, { 'plug-in': 'on' });
    expect(admin.path).toBe('/sign-in?ended');
  }
  expect(eventKinds(site)).toEqual(['two-factor-on']);
  expect(site.database.all("SELECT * FROM settings WHERE name = 'plug-in'")).toEqual([]);
  expect(site.database.all('SELECT * FROM two_factor')).toHaveLength(1);
});

it('the three pages lead to each other, and from the navigation of an admin alone', async () => {
  const pages = ['/settings', '/settings/people', '/settings/audit'];
  for (const page of pages) {
    await admin.get(page);
    for (const other of pages) expect(admin.html).toMatch(new RegExp(`<a class="tab" href="${other}" data-do=`));
    expect(admin.html).toMatch(new RegExp(`<a class="tab" href="${page}" data-do="[a-z]+" aria-current="page">`));
  }
  const jonas = await site.visitorAt('signed-in', called(site, 'Jonas'));
  expect(jonas.html).not.toContain('href="/settings');
});
