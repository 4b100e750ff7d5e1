/** A site without a port of its own whose mail travels over real SMTP, and what tests ask of it. */
import { integer, text } from '../columns';
import { openDatabase } from '../database';
import { startMailServer } from '../mail-server';
import { findMails } from '../mails';
import { noPost } from '../post';
import { smtpPost } from '../smtp-post';
import { type OpenSite, openSite, type Visitor } from './visitor';

/** Not what the visitors call it: they ask http://localhost, as `app.request` does. */
export const SITE_URL = 'http://127.0.0.1:4646';

export async function openMailSite() {
  const database = openDatabase();
  let site: OpenSite | undefined;
  const nowMs = () => site?.clock.nowMs ?? 0;
  let post = noPost;
  const start = async () => {
    const started = await startMailServer({ database, nowMs });
    post = smtpPost(started.port, nowMs);
    return started;
  };
  let server = await start();
  site = await openSite(database, {
    post: { send: (mail) => post.send(mail), isReady: () => post.isReady() },
    url: () => SITE_URL,
  });
  const byName = (name: string) => {
    const found = site?.people.find((person) => person.name.startsWith(name));
    if (found === undefined) throw new Error(`${name} was not seeded`);
    return found;
  };
  return {
    ...site,
    tomas: byName('Tomas'),
    noor: byName('Noor'),
    mails: () => findMails({ database }),
    stopServer: () => server.stop(),
    restartServer: async () => {
      await server.stop();
      server = await start();
    },
    close: async () => {
      await server.stop();
      database.close();
    },
  };
}

export type MailSite = Awaited<ReturnType<typeof openMailSite>>;
export type SeededPerson = MailSite['mira'];

/** Of the newest mail. */
export function codeIn(site: MailSite): string {
  return /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/m.exec(site.mails()[0]?.body ?? '')?.[0] ?? '';
}

export async function askForReset(site: MailSite, person: SeededPerson = site.mira): Promise<Visitor> {
  const visitor = await site.visitorAt('code', person);
  await visitor.get('/sign-in/lost-device');
  return visitor.post('/sign-in/lost-device');
}

export async function typeResetCode(site: MailSite, code: string): Promise<Visitor> {
  const visitor = await site.visitor().get('/recover');
  return visitor.post('/recover', { 'reset-code': code });
}

export function idOf(site: MailSite, { email }: { email: string }): number {
  return integer(site.database.find('SELECT id FROM people WHERE email = :email', { ':email': email }) ?? {}, 'id');
}

export function eventKinds(site: MailSite): string[] {
  return site.database.all('SELECT kind FROM events ORDER BY id').map((row) => text(row, 'kind'));
}

/** A page without what differs from session to session. */
export function withoutTokens(html: string): string {
  return html.replace(/value="[\w-]{43}"/g, 'value=""');
}
