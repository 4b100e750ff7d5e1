import { html } from 'hono/html';
import type { Person } from '../people';
import { layout, type View } from './layout';
import { inboxHint, mailCodeForm } from './mail-code';

export function verifyPage(page: { csrfToken: string; person: Person | undefined; refusal: string | undefined }): View {
  const { csrfToken, person, refusal } = page;
  const content = html`<section class="card">
<h1>Verify your address</h1>
<p class="lead">The code in the mail shows that the address is yours. Should you lose your device one day, help can then reach you there.</p>
${mailCodeForm({
  csrfToken,
  action: '/verify',
  name: 'verification-code',
  label: 'Verification code',
  button: { action: 'verify', label: 'Verify' },
  refusal,
})}
<h2>No code?</h2>
<p>Ask your admin to send you a verification mail.</p>
${inboxHint()}
</section>`;
  return layout({ title: 'Verify your address', csrfToken, person, width: 'narrow', content });
}

export function verifiedPage(page: { csrfToken: string; person: Person | undefined; email: string }): View {
  const { csrfToken, person, email } = page;
  const content = html`<section class="card">
<h1>Your address is verified</h1>
<p class="done" role="status" data-show="verified">Mail with instructions for a lost device now reaches you at ${email}.</p>
<p><a class="button main" href="/" data-do="go-on">Go on</a></p>
</section>`;
  return layout({ title: 'Your address is verified', csrfToken, person, width: 'narrow', content });
}

/** For whoever pressed "Send verification mail". */
export function nothingSentPage(page: { csrfToken: string; person: Person; refusal: string }): View {
  const { csrfToken, person, refusal } = page;
  const content = html`<section class="card">
<h1>No mail was sent</h1>
<p class="refusal" role="alert" data-show="error">${refusal}</p>
<p><a class="button" href="/settings/people" data-do="back">Back to the people</a></p>
</section>`;
  return layout({ title: 'No mail was sent', csrfToken, person, width: 'narrow', content });
}
