import { html } from 'hono/html';
import type { Member } from '../members';
import type { Person } from '../people';
import { ROLE_WORDS, TYPE_WORDS } from '../person-words';
import { whenText } from '../words';
import { postForm, refusalNote } from './form';
import { layout, type View } from './layout';
import { settingsHead } from './settings-head';

interface PeoplePage {
  readonly csrfToken: string;
  /** The admin. */
  readonly person: Person;
  readonly members: readonly Member[];
  readonly wasReset: Person | undefined;
  readonly wasMailed: Person | undefined;
  readonly refusal: string | undefined;
}

export function peoplePage(page: PeoplePage): View {
  const { csrfToken, person, members, wasReset, wasMailed, refusal } = page;
  const content = html`${settingsHead('people')}
<section class="card">
<h2>People</h2>
<p class="lead">Who can sign in to this account, and how.</p>
${wasReset === undefined ? '' : html`<p class="done" role="status" data-show="reset">Two factor of ${wasReset.name} was reset. It is off, and ${wasReset.name} is signed out everywhere.</p>`}
${wasMailed === undefined ? '' : html`<p class="done" role="status" data-show="mailed">A verification mail is on its way to ${wasMailed.email}. The code in it works once, for a day. <a href="/inbox">Look into the Inbox</a></p>`}
${refusalNote(refusal)}
<ul class="people">
${members.map((member) => memberItem(page, member))}
</ul>
</section>`;
  return layout({ title: 'People', csrfToken, person, here: 'settings', content });
}

function memberItem(page: PeoplePage, member: Member): View {
  const { person, twoFactor } = member;
  return html`<li class="person" data-show="person-${person.id}">
<div class="person-who">
<h3>${person.name}</h3>
<p class="person-email">${person.email}</p>
<p class="hint">${TYPE_WORDS[person.type]} · ${ROLE_WORDS[person.role]} · ${person.isVerified ? 'Address verified' : 'Address not verified'}</p>
</div>
<p class="person-state"><span class="hint">Two factor</span> <span class="state ${twoFactor === undefined ? '' : 'state-on'}">${stateText(member)}</span></p>
${actions(page, member)}
</li>`;
}

function stateText({ twoFactor, force }: Member): string {
  if (twoFactor !== undefined) return `On since ${whenText(twoFactor.sinceMs)}`;
  return force === undefined ? 'Off' : 'Off, mandatory';
}

function actions(page: PeoplePage, member: Member): View {
  const { person, twoFactor } = member;
  const isOwn = person.id === page.person.id;
  return html`${person.isVerified ? '' : sendVerification(page, person)}
${twoFactor === undefined ? '' : isOwn ? ownNote() : reset(page, member)}`;
}

function sendVerification({ csrfToken }: PeoplePage, person: Person): View {
  return html`<div class="person-do">
<p class="hint">Mail about two factor goes to verified addresses only.</p>
${postForm({
  action: `/settings/people/${person.id}/verify`,
  csrfToken,
  content: html`<button class="quiet" data-do="send-verification">Send verification mail</button>`,
})}
</div>`;
}

function ownNote(): View {
  return html`<p class="person-do hint">That is you: yours is turned off in the <a href="/profile/security">Security tab</a> of your profile.</p>`;
}

function reset({ csrfToken }: PeoplePage, { person, force }: Member): View {
  const after =
    force === undefined
      ? 'From then on the password alone signs in.'
      : 'It is mandatory: it will be set up anew at the next sign-in.';
  return html`<details class="person-do">
<summary data-do="open-reset">Reset two factor</summary>
${postForm({
  action: `/settings/people/${person.id}/reset`,
  csrfToken,
  content: html`<p>For someone whose authenticator is lost, and who has asked you in a way you trust. The second factor and the recovery codes of ${person.name} stop working, and every browser is signed out. ${after}</p>
<button data-do="reset-two-factor">Reset two factor of ${person.name}</button>`,
})}
</details>`;
}
