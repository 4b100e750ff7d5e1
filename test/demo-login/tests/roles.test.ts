/** Who may see and do what: every route, for everyone who can come to it. A route that is not listed here fails. */
import { beforeEach, describe, expect, it } from 'vitest';
import { FORMS } from '../forms/forms';
import { GALLERY } from '../gallery/gallery';
import { called, idOf, setUpFor } from './account';
import { csrfIn, type OpenSite, openSite, type Visitor } from './visitor';

/** Those half-way in are the admin: even that opens nothing. */
const ROLES = ['visitor', 'code', 'set-up', 'staff', 'client', 'contractor', 'admin'] as const;
type Role = (typeof ROLES)[number];
/** A status, and where it sends; or `in`: whatever the page has to say, it says it itself. */
type Answers = Readonly<Record<Role, string>>;

const everybody = (answer: string): Answers => ({
  ...behindSignIn(answer),
  visitor: answer,
  code: answer,
  'set-up': answer,
});
const behindSignIn = (answer: string): Answers => ({
  visitor: '303 /sign-in',
  code: '303 /sign-in/code',
  'set-up': '303 /set-up',
  staff: answer,
  client: answer,
  contractor: answer,
  admin: answer,
});
const admins = (answer: string): Answers => ({
  ...behindSignIn(answer),
  staff: '403',
  client: '403',
  contractor: '403',
});

const OWN: Readonly<Record<string, Answers>> = {
  'GET /sign-in': { ...behindSignIn('303 /'), visitor: '200', code: '200' },
  'POST /sign-in': everybody('422'),
  'GET /sign-in/code': { ...behindSignIn('303 /'), code: '200' },
  'POST /sign-in/code': { ...behindSignIn('303 /'), code: '422' },
  'POST /sign-out': everybody('303 /sign-in'),
  'POST /start-over': everybody('303 /sign-in'),
  'GET /set-up': { ...behindSignIn('303 /profile/security/set-up'), 'set-up': '200' },
  'POST /set-up': { ...behindSignIn('303 /profile/security/set-up'), 'set-up': '422' },
  'GET /': behindSignIn('200'),
  'GET /profile': behindSignIn('200'),
  'GET /profile/security': behindSignIn('200'),
  'POST /profile/security/turn-off': behindSignIn('303 /profile/security'),
  'POST /profile/security/recovery-codes': behindSignIn('303 /profile/security'),
  'GET /profile/security/set-up': behindSignIn('200'),
  'POST /profile/security/set-up': behindSignIn('422'),
  'POST /profile/security/set-up/cancel': behindSignIn('303 /profile/security'),
  'GET /settings': admins('200'),
  'POST /settings': admins('303 /settings?saved'),
  'GET /settings/people': admins('200'),
  'POST /settings/people/:id/reset': admins('303 /settings/people?reset=JONAS'),
  'GET /settings/audit': admins('200'),
};

/** Families of routes: a new one of a family is as open as its sisters. */
const FAMILIES: readonly (readonly [RegExp, Answers])[] = [
  [/^GET \/[a-z-]+\.(css|js|svg|ico)$/, everybody('in')],
  [/^GET \/gallery\/(qr|forms)(\/:id(\/[a-z.]+)?)?$/, everybody('in')],
  [/^(GET|POST) \/(recover|verify)$/, everybody('in')],
  [/^GET \/inbox(\/|$)/, everybody('in')],
  [/^GET \/try-it$/, everybody('in')],
  [/^(GET|POST) \/testers(\/[a-z-]+)?$/, everybody('in')],
  [/^(GET|POST) \/sign-in\/lost-device$/, { ...everybody('sent away'), code: 'in' }],
  [/^POST \/settings\/people\/:id\/verify$/, admins('in')],
];

const SENT_AWAY = /^(403|303 \/(sign-in(\/code)?|set-up)?(\?ended)?)$/;

/** These lead to the sign-in page because they have done what they were asked. */
const DONE_BY_EVERYBODY = /^POST \/(sign-out|start-over)$/;

function inWordsOf(wanted: string | undefined, answer: string): string {
  const isSentAway = SENT_AWAY.test(answer);
  if (wanted === 'sent away') return isSentAway ? 'sent away' : answer;
  return wanted === 'in' && !isSentAway && !answer.startsWith('500') ? 'in' : answer;
}

const { app } = await openSite();
const ROUTES = [
  ...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
];

const rowsFor = (route: string): readonly Answers[] => [
  ...Object.entries(OWN).flatMap(([own, answers]) => (own === route ? [answers] : [])),
  ...FAMILIES.flatMap(([family, answers]) => (family.test(route) ? [answers] : [])),
];

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
  await setUpFor(site, called(site, 'Jonas'));
});

const arrive = (role: Role) => {
  switch (role) {
    case 'visitor':
      return site.visitor().get('/sign-in');
    case 'code':
    case 'set-up':
      return site.visitorAt(role);
    case 'staff':
      return site.visitorAt('signed-in', called(site, 'Ines'));
    case 'client':
      return site.visitorAt('signed-in', called(site, 'Noor'));
    case 'contractor':
      return site.visitorAt('signed-in', called(site, 'Kei'));
    case 'admin':
      return site.visitorAt('signed-in');
  }
};

/** With these something would change, were they let through. */
const HARMFUL = { email: 'mira@workbench.example', 'plug-in': 'on', otp: '1', password: 'wrong' };

function addressOf(route: string): [method: string, path: string] {
  const [method = '', pattern = ''] = route.split(' ');
  const item = pattern.startsWith('/gallery/qr') ? GALLERY[0]?.id : FORMS[0]?.id;
  const person = idOf(site, called(site, pattern.endsWith('/verify') ? 'Tomas' : 'Jonas'));
  return [method, pattern.replace(':id', pattern.startsWith('/gallery/') ? String(item) : String(person))];
}

async function answerTo(visitor: Visitor, route: string): Promise<string> {
  const [method, path] = addressOf(route);
  const body = new URLSearchParams({ csrf: csrfIn(visitor.html), ...HARMFUL });
  const response = await site.app.request(path, {
    method,
    headers: { cookie: `workbench-session=${visitor.token}` },
    ...(method === 'POST' ? { body } : {}),
  });
  return [response.status, response.headers.get('location')].filter((part) => part !== null).join(' ');
}

/** All that an answer could have changed for others. */
function everything(): string {
  const tables = ['settings', 'people', 'two_factor', 'recovery_codes', 'set_ups', 'events', 'mails', 'mail_codes'];
  return JSON.stringify(
    tables.map((table) => site.database.all(`SELECT * FROM ${table}`)),
    (_, value) => (value instanceof Uint8Array ? [...value] : value),
  );
}

describe('every route', () => {
  it('is listed, once', () => {
    expect(ROUTES.length).toBeGreaterThan(30);
    for (const route of ROUTES) expect([route, rowsFor(route).length]).toEqual([route, 1]);
  });

  it('that is listed by name is there', () => {
    expect(Object.keys(OWN).filter((own) => !ROUTES.includes(own))).toEqual([]);
  });

  it.each(ROUTES)('%s answers each as it should, and changes nothing for whoever is sent away', async (route) => {
    const [expected] = rowsFor(route);
    for (const role of ROLES) {
      const visitor = await arrive(role);
      const before = everything();
      const answer = await answerTo(visitor, route);
      const wanted = expected?.[role].replace('JONAS', String(idOf(site, called(site, 'Jonas'))));
      expect([role, inWordsOf(wanted, answer)]).toEqual([role, wanted]);
      const isDone = wanted === answer && DONE_BY_EVERYBODY.test(route);
      if (SENT_AWAY.test(answer) && !isDone) expect([role, everything() === before]).toEqual([role, true]);
    }
  });
});

it('a token of somebody else opens no post, not even an admin’s to staff', async () => {
  const admin = await arrive('admin');
  const ines = await arrive('staff');
  await ines.postRaw('/settings', { csrf: csrfIn(admin.html), 'plug-in': 'on' });
  expect(ines.status).toBe(403);
  expect(ines.shown('error')).toContain('Nothing was changed');
  expect(site.database.all("SELECT * FROM settings WHERE name = 'plug-in'")).toEqual([]);
});
