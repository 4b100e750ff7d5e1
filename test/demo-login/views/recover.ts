import { html } from 'hono/html';
import { mailWords } from '../mail-words';
import type { Person } from '../people';
import type { Force } from '../policy';
import { postForm, refusalNote } from './form';
import { layout, type View } from './layout';
import { inboxHint, mailCodeForm } from './mail-code';

const WHAT_IT_DOES = 'turns off two factor for your account and signs you out everywhere';

export function lostDevicePage(page: { csrfToken: string; refusal: string | undefined }): View {
  const { csrfToken, refusal } = page;
  const content = html`<section class="card">
<h1>Lost your device?</h1>
<p class="lead">We can send you a mail with a reset code. With it you turn off two factor, and your password alone signs you in.</p>
${refusalNote(refusal)}
${postForm({
  action: '/sign-in/lost-device',
  csrfToken,
  content: html`<button class="main" data-do="send-reset-mail">Send the mail</button>`,
})}
<p class="hint">Still have your recovery codes? One of them signs you in at once.</p>
<p><a href="/sign-in/code" data-do="back">Back to the code</a></p>
</section>`;
  return layout({ title: 'Lost your device?', csrfToken, content });
}

export function resetMailAskedPage({ csrfToken }: { csrfToken: string }): View {
  const content = html`<section class="card">
<h1>Look at your mail</h1>
<p class="done" role="status" data-show="mail-asked">${mailWords.resetAsked}</p>
<p><a class="button main" href="/recover" data-do="recover">I have a reset code</a></p>
<h2>No mail came?</h2>
<p>Then ask your admin: they can reset two factor for you, and see whether your address is verified.</p>
${inboxHint()}
<p><a href="/sign-in/code" data-do="back">Back to the code</a></p>
</section>`;
  return layout({ title: 'Look at your mail', csrfToken, content });
}

export function recoverPage(page: {
  csrfToken: string;
  person: Person | undefined;
  refusal: string | undefined;
}): View {
  const { csrfToken, person, refusal } = page;
  const content = html`<section class="card">
<h1>Reset two factor</h1>
<p class="lead">The code in the mail ${WHAT_IT_DOES}.</p>
${mailCodeForm({
  csrfToken,
  action: '/recover',
  name: 'reset-code',
  label: 'Reset code',
  button: { action: 'reset', label: 'Reset two factor' },
  refusal,
})}
<h2>No code?</h2>
<p><a href="/sign-in" data-do="sign-in">Sign in</a> with your password, and choose “Lost your device?” where the code is asked for. If no mail comes, ask your admin.</p>
${inboxHint()}
</section>`;
  return layout({ title: 'Reset two factor', csrfToken, person, width: 'narrow', content });
}

export function resetDonePage(page: { csrfToken: string; person: Person | undefined; force: Force | undefined }): View {
  const { csrfToken, person, force } = page;
  const content = html`<section class="card">
<h1>Two factor is off</h1>
<p class="done" role="status" data-show="reset-done">You were signed out everywhere. Your password alone signs you in now.</p>
<p data-show="after-reset">${force === undefined ? 'You can set it up again in the Security tab of your profile.' : 'Two factor is mandatory for your account: when you sign in, you will set it up again, with your new device.'}</p>
<p><a class="button main" href="/sign-in" data-do="sign-in">Sign in</a></p>
</section>`;
  return layout({ title: 'Two factor is off', csrfToken, person, width: 'narrow', content });
}
