import { html } from 'hono/html';
import { encodeBase32, inGroupsOfFour } from '../base32';
import { setUpFirstText } from '../force-words';
import { keyUri } from '../key-uri';
import type { Person } from '../people';
import type { Force } from '../policy';
import type { SetUpKey } from '../set-up';
import { codeField, postForm, refusalNote } from './form';
import { layout, type View } from './layout';
import { profileHead } from './profile-head';
import { qrCode } from './qr-code';

interface SetUpPage {
  readonly csrfToken: string;
  readonly person: Person;
  readonly key: SetUpKey;
  readonly refusal: string | undefined;
}

/** By choice: a page of the profile, with a way back. */
export function setUpPage(page: SetUpPage): View {
  const { csrfToken, person } = page;
  const wayOut = postForm({
    action: '/profile/security/set-up/cancel',
    csrfToken,
    content: html`<button class="quiet" data-do="cancel">Not now</button>`,
  });
  const content = html`${profileHead(person, 'security')}
${steps(page, '/profile/security/set-up', wayOut)}`;
  return layout({ title: 'Set up two factor', csrfToken, person, here: 'security', content });
}

/** Mandatory: between the password and everything else. Nothing to go to, so no navigation. */
export function forcedSetUpPage(page: SetUpPage & { force: Force | undefined }): View {
  const { csrfToken, person, force } = page;
  const wayOut = postForm({
    action: '/sign-out',
    csrfToken,
    content: html`<button class="quiet" data-do="sign-out">Sign out</button>`,
  });
  const content = html`<h1>One more step, ${person.name}</h1>
<p class="lead" data-show="why">${setUpFirstText(force, person)}</p>
${steps(page, '/set-up', wayOut)}`;
  return layout({ title: 'Set up two factor', csrfToken, width: 'wide reading', content });
}

function steps(page: SetUpPage, action: string, wayOut: View): View {
  const { csrfToken, person, key, refusal } = page;
  const uri = keyUri(key.secret, person.email, key);
  return html`<section class="card set-up">
<h2>Set up two factor</h2>
<ol class="steps">
<li class="step">
<h3>Scan this with your authenticator</h3>
<div class="scan">
<div class="qr" data-show="qr">${qrCode(uri, 'QR code that holds your set-up key')}</div>
<div>
<p>Or type the key in by hand:</p>
<p><code class="key" data-show="key">${inGroupsOfFour(encodeBase32(key.secret), ' ')}</code></p>
<p><a href="${uri}" data-show="otpauth">Open it in an app on this device</a></p>
<p class="hint">The key is for you alone. It is shown on this page only.</p>
</div>
</div>
</li>
<li class="step">
<h3>Enter the code it shows</h3>
<p>Codes follow the time of day: the date and time of your device must be set automatically.</p>
${refusalNote(refusal)}
${postForm({
  action,
  csrfToken,
  content: html`${codeField({ refusal, digits: key.digits, isFocused: refusal !== undefined })}
<button class="main" data-do="confirm">Turn on two factor</button>`,
})}
${wayOut}
</li>
</ol>
</section>`;
}
