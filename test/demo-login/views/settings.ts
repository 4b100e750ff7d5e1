import { html } from 'hono/html';
import type { Member } from '../members';
import type { Person } from '../people';
import { peopleText } from '../person-words';
import { RULES, type RuleName } from '../rules';
import { postForm, refusalNote } from './form';
import { layout, type View } from './layout';
import { settingsHead } from './settings-head';

interface SettingsPage {
  readonly csrfToken: string;
  readonly person: Person;
  readonly rules: ReadonlySet<RuleName>;
  readonly members: readonly Member[];
  readonly isSaved: boolean;
  readonly refusal?: string;
}

export function settingsPage(page: SettingsPage): View {
  const { csrfToken, person, isSaved, refusal } = page;
  const content = html`${settingsHead('general')}
<section class="card">
<h2>Two factor authentication</h2>
<p class="lead">Everyone may turn it on. Here you make it mandatory: whoever has it off sets it up the next time they sign in. Nobody is signed out.</p>
${isSaved ? html`<p class="done" role="status" data-show="saved">Saved. It takes effect the next time each of them signs in.</p>` : ''}
${refusalNote(refusal)}
${postForm({
  action: '/settings',
  csrfToken,
  content: html`<fieldset>
<legend>Mandatory for these types of people</legend>
${rule(page, 'forced-staff', 'Staff')}
${rule(page, 'forced-client', 'Clients')}
${rule(page, 'forced-contractor', 'Contractors')}
</fieldset>
<fieldset>
<legend>Mandatory because of money</legend>
${rule(page, 'plug-in', 'Financial plug-in connected (like the one for accounts)', 'Makes it mandatory for everyone, unless it is narrowed beneath.')}
<div class="narrowing">
${rule(page, 'plug-in-staff-only', 'Only for Staff', 'Counts while the plug-in is connected, and leaves Clients and Contractors their choice.')}
</div>
</fieldset>
<button class="main" data-do="save-settings">Save</button>`,
})}
</section>`;
  return layout({ title: 'General settings', csrfToken, person, here: 'settings', content });
}

function rule({ rules, members }: SettingsPage, name: RuleName, label: string, explained = ''): View {
  return html`<div class="rule">
<input type="checkbox" id="${name}" name="${name}" value="on" ${rules.has(name) ? html`checked` : ''} aria-describedby="${name}-concerns" data-do="${name}">
<label for="${name}">${label}</label>
<p class="hint" id="${name}-concerns" data-show="${name}-concerns">${explained} ${concernsText(name, members)}</p>
</div>`;
}

/** Whom the rule is about, whether or not it is on. */
function concernsText(name: RuleName, members: readonly Member[]): string {
  const concerned = members.filter(({ person }) => RULES[name].includes(person.type));
  const off = concerned.filter(({ twoFactor }) => twoFactor === undefined).length;
  const rest = off === 0 ? 'all have it on' : `${off} ${off === 1 ? 'has' : 'have'} it off`;
  return `Concerns ${peopleText(concerned.length)}; ${rest}.`;
}
