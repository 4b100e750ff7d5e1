import { html } from 'hono/html';
import type { Person } from '../people';
import type { Force } from '../policy';
import type { TwoFactorState } from '../two-factor';
import type { View } from './layout';

export interface ListedPerson {
  readonly person: Person;
  /** Undefined for someone whom this version's seed does not know. */
  readonly password: string | undefined;
  readonly twoFactor: TwoFactorState | undefined;
  readonly force: Force | undefined;
}

export function peopleSection(people: readonly ListedPerson[]): View {
  return html`<section class="testers" aria-labelledby="people">
<h2 id="people">Who can sign in</h2>
<p>At <a href="/sign-in" data-do="to-sign-in">Sign in</a>, with email and password; and with a code, once two factor is on. A click marks the whole of an email or a password.</p>
<ul class="accounts">
${people.map(account)}
</ul>
</section>`;
}

function account({ person, password, twoFactor, force }: ListedPerson): View {
  const isOn = twoFactor !== undefined;
  return html`<li class="card account" data-show="account">
<h3>${person.name}</h3>
<p class="hint">${person.role === 'admin' ? 'Staff, the account’s admin' : TYPE_WORDS[person.type]}</p>
<dl>
<div><dt>Email</dt><dd><code class="whole">${person.email}</code></dd></div>
<div><dt>Password</dt><dd><code class="whole">${password ?? 'not from this seed'}</code></dd></div>
<div><dt>Address</dt><dd>${person.isVerified ? 'Verified' : html`<strong>Not verified</strong>: gets no mail`}</dd></div>
<div><dt>Two factor</dt><dd>${isOn ? 'On' : 'Off'}${mandatory(isOn, force)}</dd></div>
</dl>
</li>`;
}

const TYPE_WORDS = { staff: 'Staff', client: 'Client', contractor: 'Contractor' } as const;

function mandatory(isOn: boolean, force: Force | undefined): string {
  if (force === undefined) return '';
  return isOn ? ', mandatory' : ', mandatory: to be set up at the next sign-in';
}
