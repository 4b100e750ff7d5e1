import { html } from 'hono/html';
import type { KeyParameters } from '../totp';
import { codeField, postForm, refusalNote, refusedField } from './form';
import { layout, type View } from './layout';

export function signInPage(page: { csrfToken: string; email: string; refusal: string | undefined }): View {
  const { csrfToken, refusal } = page;
  const content = html`<section class="card">
<h1>Sign in</h1>
<p class="lead">Plan the work, see where it stands.</p>
${refusalNote(refusal)}
${postForm({
  action: '/sign-in',
  csrfToken,
  content: html`<label for="email">Email</label>
<input id="email" name="email" type="email" autocomplete="username" value="${page.email}" required ${page.email === '' ? html`autofocus` : ''} ${refusedField(refusal)}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required ${page.email === '' ? '' : html`autofocus`} ${refusedField(refusal)}>
<button class="main" data-do="sign-in">Sign in</button>`,
})}
<p class="hint">Who can sign in: <a href="/testers">For testers</a>.</p>
</section>`;
  return layout({ title: 'Sign in', csrfToken, content });
}

export function codePage(page: { csrfToken: string; parameters: KeyParameters; refusal: string | undefined }): View {
  const { csrfToken, parameters, refusal } = page;
  const content = html`<section class="card">
<h1>One more step</h1>
<p class="lead">Enter the code that your authenticator shows for Workbench Demo.</p>
${refusalNote(refusal)}
${postForm({
  action: '/sign-in/code',
  csrfToken,
  content: html`${codeField({ refusal, digits: parameters.digits, isFocused: true })}
<p class="hint">A new one every ${parameters.periodSeconds} seconds; each works once.</p>
<button class="main" data-do="confirm">Confirm</button>`,
})}
<details>
<summary>Use a recovery code instead</summary>
${postForm({
  action: '/sign-in/code',
  csrfToken,
  content: html`<label for="recovery-code">Recovery code</label>
<input id="recovery-code" name="recovery-code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
<p class="hint">One of the ten you were given at set-up. Each works once.</p>
<button data-do="use-recovery-code">Use this recovery code</button>`,
})}
</details>
<p><a href="/sign-in/lost-device" data-do="lost-device">Lost your device? Get reset instructions by mail</a></p>
<p class="elsewhere"><a href="/sign-in">Sign in as someone else</a></p>
</section>`;
  return layout({ title: 'Enter your code', csrfToken, content });
}
