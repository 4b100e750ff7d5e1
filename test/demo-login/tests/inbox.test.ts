import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAILS_KEPT, storeMail } from '../mails';
import { askForReset, type MailSite, openMailSite, SITE_URL } from './mail-site';
import { MINUTE_MS } from './visitor';

let site: MailSite;
beforeEach(async () => {
  site = await openMailSite();
});
afterEach(() => site.close());

const shownAll = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`data-show="${name}">([^<]*)<`, 'g'))].map(([, text]) => text);
const store = (mail: { recipient?: string; subject?: string; body?: string }) =>
  storeMail(site, {
    atMs: site.clock.nowMs,
    recipient: site.mira.email,
    subject: 'A subject',
    body: 'A body',
    ...mail,
  });

describe('the inbox', () => {
  it.each(['visitor', 'code', 'set-up', 'signed-in'] as const)(
    'is open to a session at the stage %s',
    async (stage) => {
      const visitor = stage === 'visitor' ? site.visitor() : await site.visitorAt(stage);
      await visitor.get('/inbox');
      expect(visitor.status).toBe(200);
      expect(visitor.path).toBe('/inbox');
      expect(visitor.html).toContain('stands in for everybody’s mailbox');
      expect(visitor.shown('no-mail')).toMatch(/^No mail was sent yet/);
      expect(visitor.html.includes('data-do="sign-out"')).toBe(stage === 'signed-in');
    },
  );

  it('shows every mail, newest first: to whom, when, what about and the text as it is', async () => {
    await askForReset(site, site.noor);
    site.clock.nowMs += MINUTE_MS;
    await askForReset(site);
    const visitor = await site.visitor().get('/inbox');
    const [newest, older] = site.mails();
    expect(
      visitor.html
        .split('data-show="mail-to"')
        .slice(1)
        .map((part) => part.slice(1, 40)),
    ).toEqual([
      expect.stringContaining('Mira Holt, mira@workbench.example'),
      expect.stringContaining('Noor Alder, noor@alder.example'),
    ]);
    expect(visitor.shown('mail-subject')).toBe('Reset two factor for Workbench Demo');
    expect(visitor.shown('mail-time')).toMatch(/^\d{1,2} \w+ \d{4} at \d\d:\d\d$/);
    expect(shownAll(visitor.html, 'mail-text')).toEqual([newest?.body, older?.body]);
    expect(newest?.body).toContain('\n\n');
  });

  it('is one person’s on demand, and says so when there is nothing, also for nobody', async () => {
    await askForReset(site, site.noor);
    const visitor = await site.visitor().get('/inbox');
    for (const { email } of site.people)
      expect(visitor.html).toContain(`href="/inbox?to=${encodeURIComponent(email)}"`);
    await visitor.get(`/inbox?to=${encodeURIComponent(site.noor.email)}`);
    expect(shownAll(visitor.html, 'mail-text')).toHaveLength(1);
    await visitor.get(`/inbox?to=${site.noor.email.toUpperCase()}`);
    expect(shownAll(visitor.html, 'mail-text')).toHaveLength(1);
    await visitor.get(`/inbox?to=${encodeURIComponent(site.mira.email)}`);
    expect(visitor.shown('no-mail')).toBe('No mail was sent to Mira Holt yet.');
    await visitor.get(`/inbox?to=${encodeURIComponent(site.tomas.email)}`);
    expect(visitor.shown('no-mail')).toContain('That address is not verified');
    await visitor.get('/inbox?to=%22%3E%3Cscript%3E');
    expect(visitor.shown('no-mail')).toContain('Nobody here has that address');
    expect(visitor.html).not.toContain('<script');
    await visitor.get('/inbox?to=');
    expect(shownAll(visitor.html, 'mail-text')).toHaveLength(1);
  });

  it('escapes what a mail says', async () => {
    store({ subject: '<img src=x onerror=alert(1)>', body: '</p><script>alert(1)</script>', recipient: '"<b>"@x' });
    const { html } = await site.visitor().get('/inbox');
    expect(html).not.toMatch(/<script|<img src=x|<b>/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('leads to the page of this site that a mail names, and to nothing else', async () => {
    await askForReset(site);
    const visitor = await site.visitor().get('/inbox');
    expect(visitor.html).toContain('<a class="button" href="/recover" data-do="go-to">Go to /recover</a>');
    site.database.run('DELETE FROM mails');
    const others = [
      'http://evil.example/recover',
      `${SITE_URL}.evil.example/recover`,
      `${SITE_URL}/recover?code=AAAA`,
      `${SITE_URL}//evil.example`,
      `${SITE_URL}/\\evil.example`,
      'javascript:alert(1)',
      `see ${SITE_URL}/verify`,
    ];
    store({ body: others.join('\n') });
    await visitor.get('/inbox');
    expect(visitor.html).not.toContain('data-do="go-to"');
    expect(visitor.html).not.toMatch(/href="(?!\/|#content)/);
  });

  it('keeps the newest hundred', async () => {
    for (let count = 1; count <= MAILS_KEPT + 5; count++) store({ subject: `number ${count}` });
    const subjects = site.mails().map(({ subject }) => subject);
    expect(subjects).toHaveLength(MAILS_KEPT);
    expect(subjects[0]).toBe(`number ${MAILS_KEPT + 5}`);
    expect(subjects.at(-1)).toBe('number 6');
  });
});
