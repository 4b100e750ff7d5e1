import { html } from 'hono/html';
import { CSRF_FIELD } from '../csrf-field';
import type { View } from './layout';

/** The only place that writes a form, so that none goes without its token. */
export function postForm(form: { action: string; csrfToken: string; content: View }): View {
  return html`<form method="post" action="${form.action}">
<input type="hidden" name="${CSRF_FIELD}" value="${form.csrfToken}">
${form.content}
</form>`;
}

/** Says why something was refused; reads itself out. Nothing when there is nothing to say. */
export function refusalNote(refusal: string | undefined): View | '' {
  return refusal === undefined
    ? ''
    : html`<p class="refusal" role="alert" id="refusal" data-show="error">${refusal}</p>`;
}

/** Ties a field to the refusal above it. */
export function refusedField(refusal: string | undefined): View | '' {
  return refusal === undefined ? '' : html`aria-describedby="refusal"`;
}

/**
 * The field for a code from the app, marked up as browsers and password managers look for it. Focused where it is the
 * next thing to do; beside a QR code it is not, and a phone's keyboard would cover the code.
 */
export function codeField(field: { refusal: string | undefined; digits: number; isFocused: boolean }): View {
  const { refusal, digits, isFocused } = field;
  return html`<label for="otp">${digits}-digit code</label>
<input class="code" id="otp" name="otp" type="text" inputmode="numeric" autocomplete="one-time-code" required ${isFocused ? html`autofocus` : ''} ${refusedField(refusal)}>`;
}
