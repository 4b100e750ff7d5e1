import { html } from 'hono/html';
import { postForm, refusalNote, refusedField } from './form';
import type { View } from './layout';

/** The form for a code that came by mail. Not one from an authenticator: nothing should fill it in. */
export function mailCodeForm(form: {
  csrfToken: string;
  action: string;
  name: string;
  label: string;
  button: { readonly action: string; readonly label: string };
  refusal: string | undefined;
}): View {
  const { csrfToken, action, name, label, button, refusal } = form;
  return html`${refusalNote(refusal)}
${postForm({
  action,
  csrfToken,
  content: html`<label for="${name}">${label}</label>
<input class="mail-code" id="${name}" name="${name}" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" required autofocus ${refusedField(refusal)}>
<p class="hint">Sixteen letters and digits from the newest mail, with or without the dashes.</p>
<button class="main" data-do="${button.action}">${button.label}</button>`,
})}`;
}

/** For everybody who waits for a mail. */
export function inboxHint(): View {
  return html`<p class="hint">This is a demo: all its mail lands in the <a href="/inbox" data-do="open-inbox">Inbox</a>.</p>`;
}
