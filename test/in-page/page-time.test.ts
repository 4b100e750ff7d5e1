/** The question after a site's time, put by the browser itself: what reaches the site, and what each of its answers comes to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askTime, type TimeAnswer } from '../../src/sites/page-time';
import { type ClockAnswer, type ClockSite, serveClockSite } from '../e2e/clock-site';
import { KINDS } from '../e2e/kinds';
import { OpenDocument } from './open-document';

const QUESTION = {
  path: expect.stringMatching(/^HEAD \/favicon\.ico\?\d+$/),
  cookie: undefined,
  referrer: undefined,
};

describe.each(KINDS)('%s', (kind) => {
  let site: ClockSite;
  let page: OpenDocument;
  beforeAll(async () => {
    [site, page] = await Promise.all([serveClockSite(), OpenDocument.in(kind)]);
  });
  afterAll(async () => {
    await page?.close();
    site?.close();
  });

  async function ask(answer: ClockAnswer, url = site.url): Promise<TimeAnswer> {
    site.answers(answer);
    await page.open(url);
    return await page.run(askTime, [{ origin: new URL(site.url).origin, patienceMs: 30_000 }]);
  }

  it.each([200, 404, 405, 401, 503])('the date is read whatever the status: %i', async (status) => {
    const answer = await ask({ aheadS: 3600, status, headers: { age: '7' } });
    expect(answer).toMatchObject({ outcome: 'answered', date: expect.stringMatching(/ GMT$/), age: '7' });
    if (answer.outcome !== 'answered') return;
    expect(answer.sentMs).toBeLessThanOrEqual(answer.receivedMs);
    expect(Date.parse(answer.date ?? '')).toBeGreaterThan(answer.sentMs + 3_590_000);
    expect(site.asked).toEqual([QUESTION]);
  });

  it('a site that tells no time has answered all the same', async () => {
    expect(await ask({})).toMatchObject({ outcome: 'answered', date: null, age: null });
  });

  it('every question is another, so that no cache knows its answer', async () => {
    const headers = { 'cache-control': 'public, max-age=3600' };
    await ask({ aheadS: 0, headers });
    await page.run(askTime, [{ origin: new URL(site.url).origin, patienceMs: 30_000 }]);
    expect(site.asked).toEqual([QUESTION, QUESTION]);
    expect(new Set(site.asked.map(({ path }) => path)).size).toBe(2);
  });

  it('an answer that points elsewhere is not followed', async () => {
    const headers = { location: `${site.url.replace('127.0.0.1', 'localhost')}elsewhere` };
    expect(await ask({ aheadS: 0, status: 302, headers })).toEqual({ outcome: 'redirected' });
    expect(site.asked).toEqual([QUESTION]);
  });

  it('a site that ends the connection gives no answer', async () => {
    expect(await ask({ isSilent: true })).toEqual({ outcome: 'no-answer' });
  });

  it.each([
    ['a sandboxed page', { policy: 'sandbox allow-scripts' }, '127.0.0.1'],
    ['the same page by another name', {}, 'localhost'],
  ])('is not put in %s', async (_, answer, host) => {
    expect(await ask(answer, site.url.replace('127.0.0.1', host))).toEqual({ outcome: 'wrong-page' });
    expect(site.asked).toEqual([]);
  });
});
