import { html } from 'hono/html';
import { encodeBase32, inGroupsOfFour } from '../base32';
import { keyUri } from '../key-uri';
import type { Person } from '../people';
import type { SetUpKey } from '../set-up';
import { codeField, postForm, refusalNote } from './form';
import { layout, type View } from './layout';
import { profileHead } from './profile-head';
import { qrCode } from './qr-code';

export function setUpPage(page: {
  csrfToken: string;
  person: Person;
  key: SetUpKey;
  refusal: string | undefined;
}): View {
  const { csrfToken, person, key, refusal } = page;
  const uri = keyUri(key.secret, person.email, key);
  const content = html`${profileHead(person, 'security')}
<section class="card set-up">
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
  action: '/profile/security/set-up',
  csrfToken,
  content: html`${codeField({ refusal, digits: key.digits, isFocused: refusal !== undefined })}
<button class="main" data-do="confirm">Turn on two factor</button>`,
})}
${postForm({
  action: '/profile/security/set-up/cancel',
  csrfToken,
  content: html`<button class="quiet" data-do="cancel">Not now</button>`,
})}
</li>
</ol>
</section>`;
  return layout({ title: 'Set up two factor', csrfToken, person, here: 'security', content });
}

export function recoveryCodesPage(page: { csrfToken: string; person: Person; codes: readonly string[] }): View {
  const { csrfToken, person, codes } = page;
  const content = html`${profileHead(person, 'security')}
<section class="card">
<h2>Two factor is on</h2>
<p class="done" role="status">From now on, signing in takes your password and a code.</p>
<h3>Keep these recovery codes</h3>
<p>Each signs you in once, should your authenticator be lost. Save or print them now: this is the only time they are shown.</p>
<ol class="codes" data-show="recovery-codes">
${codes.map((code) => html`<li class="recovery-code"><code>${code}</code></li>`)}
</ol>
<p><a class="button main" href="/profile/security" data-do="done">I have kept them</a></p>
</section>`;
  return layout({ title: 'Your recovery codes', csrfToken, person, here: 'security', content });
}
