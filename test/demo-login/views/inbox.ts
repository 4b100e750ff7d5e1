import { html } from 'hono/html';
import { MAILS_KEPT, type StoredMail } from '../mails';
import type { Person } from '../people';
import { whenText } from '../words';
import { currentIf, layout, type View } from './layout';

export function inboxPage(page: {
  csrfToken: string;
  person: Person | undefined;
  people: readonly Person[];
  mails: readonly StoredMail[];
  /** The address the mails are to; undefined: to everybody. */
  to: string | undefined;
  siteUrl: string;
}): View {
  const { csrfToken, person, people, mails, to, siteUrl } = page;
  const owner = people.find(({ email }) => email === to);
  const content = html`<h1>Inbox</h1>
<p class="lead">It stands in for everybody’s mailbox: this demo sends no mail to the world outside, and everybody who can open it can read what is here. The newest ${MAILS_KEPT} are kept.</p>
<nav class="mailboxes" aria-label="Mailboxes">
<a class="tab" href="/inbox" data-do="everybody" ${currentIf(to === undefined)}>Everybody</a>
${people.map(({ name, email }) => html`<a class="tab" href="${pathOf(email)}" data-do="mailbox" ${currentIf(email === to)}>${name}</a>`)}
</nav>
<p><a class="button" href="${to === undefined ? '/inbox' : pathOf(to)}" data-do="look-again">Look again</a></p>
${mails.length === 0 ? nothingYet(to, owner) : html`<ol class="mails" data-show="mails">${mails.map((mail) => mailCard(mail, people, siteUrl))}</ol>`}`;
  return layout({ title: 'Inbox', csrfToken, person, width: 'wide reading', content });
}

function pathOf(email: string): string {
  return `/inbox?to=${encodeURIComponent(email)}`;
}

function nothingYet(to: string | undefined, owner: Person | undefined): View {
  const sentence =
    to === undefined
      ? 'No mail was sent yet. One goes out when someone has lost their device, or when the admin has an address verified.'
      : owner === undefined
        ? 'Nobody here has that address, and no mail was sent to it. Choose a mailbox above.'
        : `No mail was sent to ${owner.name} yet.${owner.isVerified ? '' : ' That address is not verified: only the admin’s verification mail goes there.'}`;
  return html`<p class="card" data-show="no-mail">${sentence}</p>`;
}

function mailCard({ atMs, recipient, subject, body }: StoredMail, people: readonly Person[], siteUrl: string): View {
  const name = people.find(({ email }) => email === recipient)?.name;
  return html`<li class="card mail">
<h2 data-show="mail-subject">${subject === '' ? 'A mail without a subject' : subject}</h2>
<p class="hint">To <span data-show="mail-to">${name === undefined ? '' : html`${name}, `}${recipient}</span> on <time data-show="mail-time">${whenText(atMs)}</time></p>
<p class="mail-text" data-show="mail-text">${body}</p>
${pathsIn(body, siteUrl).map((path) => html`<p><a class="button" href="${path}" data-do="go-to">Go to ${path}</a></p>`)}
</li>`;
}

/** The pages of this very site that stand on a line of their own. Letters and dashes alone: nothing rides along. */
function pathsIn(body: string, siteUrl: string): readonly string[] {
  const paths = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${siteUrl}/`))
    .map((line) => line.slice(siteUrl.length))
    .filter((path) => /^\/[a-z-]+$/.test(path));
  return [...new Set(paths)];
}
