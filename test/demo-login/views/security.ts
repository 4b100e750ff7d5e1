import { html } from 'hono/html';
import type { SignInEvent } from '../events';
import type { Person } from '../people';
import type { TwoFactorState } from '../two-factor';
import { whenText } from '../words';
import { postForm, refusalNote, refusedField } from './form';
import { layout, type View } from './layout';
import { profileHead } from './profile-head';

const EVENT_WORDS: Readonly<Record<string, string>> = {
  'signed-in': 'Signed in with the password',
  'signed-in-with-code': 'Signed in with password and code',
  'signed-in-with-recovery-code': 'Signed in with a recovery code',
  'signed-out': 'Signed out',
  'password-refused': 'A wrong password was refused',
  'code-refused': 'A wrong code was refused',
  'codes-paused': 'Too many wrong codes: paused',
  'two-factor-on': 'Two factor turned on',
  'two-factor-off': 'Two factor turned off',
};

export function securityPage(page: {
  csrfToken: string;
  person: Person;
  twoFactor: TwoFactorState | undefined;
  events: readonly SignInEvent[];
  refusal: string | undefined;
}): View {
  const { csrfToken, person, twoFactor, events, refusal } = page;
  const content = html`${profileHead(person, 'security')}
<section class="card">
<h2>Two factor authentication</h2>
${twoFactor === undefined ? stateOff() : stateOn(twoFactor, csrfToken, refusal)}
</section>
<section class="card">
<h2>Recent activity</h2>
<ul class="events">
${events.map((event) => html`<li class="event"><span>${EVENT_WORDS[event.kind] ?? event.kind}</span> <time>${whenText(event.atMs)}</time></li>`)}
</ul>
</section>`;
  return layout({ title: 'Security', csrfToken, person, here: 'security', content });
}

function stateOff(): View {
  return html`<p class="state" data-show="two-factor">Off</p>
<p>With two factor on, signing in takes your password and a code from an authenticator: an app on your phone, or an extension in your browser.</p>
<p><a class="button main" href="/profile/security/set-up" data-do="set-up">Set up two factor</a></p>`;
}

function stateOn(twoFactor: TwoFactorState, csrfToken: string, refusal: string | undefined): View {
  const left = twoFactor.recoveryCodesLeft;
  return html`<p class="state state-on" data-show="two-factor">On since ${whenText(twoFactor.sinceMs)}</p>
<p>Signing in takes your password and a code from your authenticator.</p>
<p data-show="recovery-codes-left">${left === 1 ? '1 recovery code is' : `${left} recovery codes are`} left.</p>
<details ${refusal === undefined ? '' : html`open`}>
<summary>Turn off two factor</summary>
${refusalNote(refusal)}
${postForm({
  action: '/profile/security/turn-off',
  csrfToken,
  content: html`<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required ${refusedField(refusal)}>
<label for="otp">Code, or a recovery code</label>
<input id="otp" name="otp" type="text" autocomplete="one-time-code" spellcheck="false" required ${refusedField(refusal)}>
<button data-do="turn-off">Turn off</button>`,
})}
</details>`;
}
