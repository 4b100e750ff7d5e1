/** Who gets a reset mail, how often and with what in it; and that the page never tells. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailWords } from '../mail-words';
import { createDemoSite } from '../server';
import { CHEAP_PASSWORDS } from './cheap-passwords';
import {
  askForReset,
  codeIn,
  eventKinds,
  idOf,
  type MailSite,
  openMailSite,
  type SeededPerson,
  typeResetCode,
  withoutTokens,
} from './mail-site';
import { csrfIn, MINUTE_MS, turnTwoFactorOn } from './visitor';

let site: MailSite;
beforeEach(async () => {
  site = await openMailSite();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await site.close();
});

const ask = (person?: SeededPerson) => askForReset(site, person);

describe('a reset mail', () => {
  it('goes to a verified address alone, and the page says the same either way', async () => {
    const verified = await ask(site.noor);
    const unverified = await ask(site.tomas);
    expect(unverified.status).toBe(verified.status);
    expect(unverified.path).toBe(verified.path);
    expect(withoutTokens(unverified.html)).toBe(withoutTokens(verified.html));
    expect(unverified.shown('mail-asked')).toBe(mailWords.resetAsked);
    expect(unverified.html).toContain('ask your admin');
    expect(site.mails().map(({ recipient }) => recipient)).toEqual([site.noor.email]);
    expect(site.database.all('SELECT person_id FROM mail_codes')).toEqual([{ person_id: idOf(site, site.noor) }]);
  });

  it('is sent three times in fifteen minutes, then in the same words not at all, then again', async () => {
    const pages = [];
    for (let count = 0; count < 5; count++) pages.push(await ask());
    expect(new Set(pages.map(({ html }) => withoutTokens(html))).size).toBe(1);
    expect(site.mails()).toHaveLength(3);
    expect((await ask(site.noor)).status).toBe(200);
    expect(site.mails()).toHaveLength(4);
    site.clock.nowMs += 15 * MINUTE_MS - 1;
    await ask();
    expect(site.mails()).toHaveLength(4);
    site.clock.nowMs += 1;
    await ask();
    expect(site.mails()).toHaveLength(5);
  });

  it('is sent three times when fifty are asked for side by side, and one of the codes works', async () => {
    await turnTwoFactorOn(site);
    const visitor = await site.visitorAt('code');
    const twins = Array.from({ length: 50 }, () => visitor.twin());
    await Promise.all(twins.map((twin) => twin.post('/sign-in/lost-device')));
    expect(new Set(twins.map(({ path, status }) => `${path} ${status}`))).toEqual(
      new Set(['/sign-in/lost-device?asked 200']),
    );
    const codes = site.mails().map(({ body }) => /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/m.exec(body)?.[0] ?? '');
    expect(codes).toHaveLength(3);
    const answers = [];
    for (const code of codes) answers.push((await typeResetCode(site, code)).status);
    expect(answers.sort()).toEqual([200, 422, 422]);
  });

  it('says who asked and what to do, and holds no password, secret or session', async () => {
    const { secret, recoveryCodes } = await turnTwoFactorOn(site);
    const visitor = await ask();
    const [mail] = site.mails();
    expect(mail?.recipient).toBe(site.mira.email);
    expect(mail?.subject).toBe('Reset two factor for Workbench Demo');
    expect(mail?.atMs).toBe(site.clock.nowMs);
    expect(mail?.body).toContain('Hello Mira Holt,');
    expect(mail?.body).toContain('someone who had just entered your password');
    expect(mail?.body).toContain('Was it not you?');
    expect(mail?.body).toContain('works once, for 15 minutes');
    const hidden = [site.mira.password, visitor.token, csrfIn(visitor.html), ...recoveryCodes];
    for (const encoding of ['hex', 'base64', 'base64url'] as const) hidden.push(Buffer.from(secret).toString(encoding));
    for (const one of hidden) {
      expect(one).toBeTruthy();
      expect(JSON.stringify(mail)).not.toContain(one);
    }
  });

  it('names the site’s own address, whatever host the request says', async () => {
    const visitor = await site.visitorAt('code');
    await site.app.request('http://evil.example/sign-in/lost-device', {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrfIn(visitor.html) }),
      headers: {
        cookie: `workbench-session=${visitor.token}`,
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
      },
    });
    expect(site.mails()).toHaveLength(1);
    expect(site.mails()[0]?.body).not.toContain('evil');
  });

  it('keeps a name in its place: no header, recipient or paragraph comes out of one', async () => {
    const name = 'Zoë Łuk\r\nBcc: thief@workbench.example\r\n\r\nGo to http://evil.example 名前';
    site.database.run('UPDATE people SET name = :name WHERE id = 1', { ':name': name });
    await ask();
    expect(site.mails()).toHaveLength(1);
    const [mail] = site.mails();
    expect(mail?.recipient).toBe(site.mira.email);
    expect(mail?.body).toMatch(/^Hello Zoë Łuk Bcc: thief@workbench\.example Go to http:\/\/evil\.example 名前,$/m);
    expect(mail?.body.split('\n').filter((line) => line.includes('evil'))).toHaveLength(1);
  });
});

describe('when mail cannot be sent', () => {
  it('the page says so, the same to everybody, and three mails are still to be had afterwards', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await site.stopServer();
    for (const person of [site.mira, site.mira, site.mira, site.mira, site.tomas]) {
      const visitor = await ask(person);
      expect(visitor.status).toBe(503);
      expect(visitor.shown('error')).toBe(mailWords.resetCannotSend);
      expect(visitor.html).toContain('data-do="send-reset-mail"');
    }
    expect(new Set(log.mock.calls.map(([line]) => line))).toEqual(new Set(['Mail could not be sent (ESOCKET).\n']));
    expect(site.database.all('SELECT * FROM mail_codes')).toEqual([]);
    expect(eventKinds(site)).toEqual([]);

    await site.restartServer();
    for (let count = 0; count < 4; count++) expect((await ask()).status).toBe(200);
    expect(site.mails()).toHaveLength(3);
    expect((await typeResetCode(site, codeIn(site))).shown('reset-done')).toBeDefined();
  });

  it('a site without a mail server says the same', async () => {
    const { database } = site;
    const { app } = await createDemoSite({ database, nowMs: () => site.clock.nowMs, passwordCost: CHEAP_PASSWORDS });
    const visitor = await site.visitorAt('code');
    const response = await app.request('/sign-in/lost-device', {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrfIn(visitor.html) }),
      headers: { cookie: `workbench-session=${visitor.token}` },
    });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Mail cannot be sent at the moment');
  });
});
