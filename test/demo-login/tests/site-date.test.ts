import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDemoSite } from '../server';
import { writeSetting } from '../settings';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import { csrfIn, type OpenSite, openSite, START_MS } from './visitor';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite();
});
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

const FAST_MS = 90_000;
const beFast = () => writeSetting(site, 'clock-offset-ms', String(FAST_MS));
const inWords = (ms: number) => new Date(ms).toUTCString();

it('every answer says what time it is on the site: pages, redirects, style sheets, galleries, posts and refusals', async () => {
  beFast();
  const visitor = await site.visitorAt('signed-in');
  const headers = { cookie: `workbench-session=${visitor.token}` };
  const paths = new Set(site.app.routes.map(({ path }) => path.replace(':id', 'svg')));
  expect([...paths]).toEqual(expect.arrayContaining(['/', '/sign-in', '/style.css', '/gallery/qr/svg']));
  const body = 'x'.repeat(20_000);
  const answers = await Promise.all([
    ...[...paths, '/no-such-page', '/gallery/qr/none'].flatMap((path) => [
      site.app.request(path),
      site.app.request(path, { headers }),
      site.app.request(path, { method: 'HEAD' }),
      site.app.request(path, { method: 'POST', headers }),
    ]),
    site.app.request('/sign-in', { method: 'POST', body, headers: { 'content-length': String(body.length) } }),
    site.app.request('/', { headers: { 'sec-fetch-site': 'cross-site' } }),
  ]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 204, 303, 403, 404, 413]));
  for (const answer of answers) expect(answer.headers.get('date')).toBe(inWords(START_MS + FAST_MS));
});

it('so does a page that broke', async () => {
  beFast();
  site.app.get('/breaks', () => {
    throw new Error('on purpose');
  });
  const kept = process.stderr.write;
  undo.push(() => {
    process.stderr.write = kept;
  });
  process.stderr.write = () => true;
  const answer = await site.app.request('/breaks');
  expect(answer.status).toBe(500);
  expect(answer.headers.get('date')).toBe(inWords(START_MS + FAST_MS));
});

it('the answer to a HEAD of /favicon.ico has the time, no session and nothing else', async () => {
  const answer = await site.app.request('/favicon.ico', { method: 'HEAD' });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('date')).toBe('Wed, 19 Feb 2025 21:20:00 GMT');
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(site.database.all('SELECT * FROM sessions')).toEqual([]);
});

it('a browser is told that time as well, and not the computer’s', async () => {
  const { url, stop } = await startDemoSite({ passwordCost: CHEAP_PASSWORDS });
  undo.push(stop);
  const page = await fetch(`${url}/testers`);
  const csrf = csrfIn(await page.text());
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const body = new URLSearchParams({ csrf, 'offset-ms': String(FAST_MS) });
  expect((await fetch(`${url}/testers/clock`, { method: 'POST', headers: { cookie }, body })).status).toBe(200);
  for (const path of ['/favicon.ico', '/sign-in', '/icon.svg', '/gallery/qr/svg']) {
    const before = Date.now();
    const answer = await fetch(url + path, { method: 'HEAD' });
    const told = Date.parse(answer.headers.get('date') ?? '') - FAST_MS;
    // The header is in whole seconds.
    expect(told).toBeGreaterThan(before - 1000);
    expect(told).toBeLessThanOrEqual(Date.now());
  }
});
