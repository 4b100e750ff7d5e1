import { html } from 'hono/html';
import type { SignInEvent } from '../events';
import { nextTimeText, staysOnText } from '../force-words';
import { unusualText } from '../key-words';
import type { Person } from '../people';
import type { Force } from '../policy';
import type { TwoFactorState } from '../two-factor';
import { whenText } from '../words';
import { eventList } from './event-list';
import { postForm, refusalNote, refusedField } from './form';
import { layout, type View } from './layout';
import { profileHead } from './profile-head';

export type SecurityForm = 'turn-off' | 'recovery-codes';

interface SecurityPage {
  readonly csrfToken: string;
  readonly person: Person;
  readonly twoFactor: TwoFactorState | undefined;
  /** Why it is mandatory; undefined where it is the person's choice. */
  readonly force: Force | undefined;
  readonly events: readonly SignInEvent[];
  readonly refused: { readonly form: SecurityForm; readonly sentence: string } | undefined;
}

export function securityPage(page: SecurityPage): View {
  const { csrfToken, person, twoFactor } = page;
  const content = html`${profileHead(person, 'security')}
<section class="card">
<h2>Two factor authentication</h2>
${twoFactor === undefined ? stateOff(page) : stateOn(page, twoFactor)}
</section>
<section class="card">
<h2>Recent activity</h2>
${eventList(page.events)}
</section>`;
  return layout({ title: 'Security', csrfToken, person, here: 'security', content });
}

function stateOff({ force, person }: SecurityPage): View {
  return html`<p class="state" data-show="two-factor">${force === undefined ? 'Off' : 'Off, mandatory'}</p>
<p>With two factor on, signing in takes your password and a code from an authenticator: an app on your phone, or an extension in your browser.</p>
${force === undefined ? '' : html`<p class="notice" data-show="mandatory">${nextTimeText(force, person)}</p>`}
<p><a class="button main" href="/profile/security/set-up" data-do="set-up">Set up two factor</a></p>`;
}

function stateOn(page: SecurityPage, twoFactor: TwoFactorState): View {
  const left = twoFactor.recoveryCodesLeft;
  const unusual = unusualText(twoFactor.parameters);
  return html`<p class="state state-on" data-show="two-factor">On since ${whenText(twoFactor.sinceMs)}</p>
<p>Signing in takes your password and a code from your authenticator.</p>
${unusual === undefined ? '' : html`<p data-show="parameters">${unusual}</p>`}
<p data-show="recovery-codes-left">${left === 1 ? '1 recovery code is' : `${left} recovery codes are`} left.</p>
${confirmedForm(page, 'recovery-codes', {
  summary: 'New recovery codes',
  explained: 'Ten new ones are shown once. Those you have now stop working.',
  button: 'Make new recovery codes',
})}
${turnOff(page)}`;
}

function turnOff(page: SecurityPage): View {
  const { force, person, refused } = page;
  if (force === undefined) {
    return confirmedForm(page, 'turn-off', {
      summary: 'Turn off two factor',
      explained: 'From then on the password alone signs you in.',
      button: 'Turn off',
    });
  }
  return refused?.form === 'turn-off'
    ? html`${refusalNote(refused.sentence)}`
    : html`<p class="notice" data-show="mandatory">${staysOnText(force, person)}</p>`;
}

/** Asks for password and code. Unfolded where it was refused. */
function confirmedForm(
  { csrfToken, refused }: SecurityPage,
  form: SecurityForm,
  words: { summary: string; explained: string; button: string },
): View {
  const refusal = refused?.form === form ? refused.sentence : undefined;
  return html`<details ${refusal === undefined ? '' : html`open`}>
<summary data-do="open-${form}">${words.summary}</summary>
${refusalNote(refusal)}
${postForm({
  action: `/profile/security/${form}`,
  csrfToken,
  content: html`<p>${words.explained}</p>
<label for="${form}-password">Password</label>
<input id="${form}-password" name="password" type="password" autocomplete="current-password" required ${refusedField(refusal)}>
<label for="${form}-otp">Code, or a recovery code</label>
<input id="${form}-otp" name="otp" type="text" autocomplete="one-time-code" spellcheck="false" required ${refusedField(refusal)}>
<p class="hint">A code that has signed you in is used up: wait for the next one.</p>
<button data-do="${form}">${words.button}</button>`,
})}
</details>`;
}
