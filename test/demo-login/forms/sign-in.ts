/** The page of a made-up service: what every form of the gallery stands in. Its script answers the form; nothing is sent. */
import { html } from 'hono/html';
import type { View } from '../views/layout';
import { CODE_LENGTH } from './expectations';

export interface SignIn {
  readonly service: string;
  readonly heading?: string;
  readonly lead?: string;
  readonly fields: View | readonly View[];
  readonly button?: string;
  /** Attributes of the form. */
  readonly form?: View;
  /** A document of its own, in a frame. */
  readonly isFramed?: true;
  /** Below the form. */
  readonly after?: View;
}

export function signIn(page: SignIn): View {
  const { service, heading = 'One more step', lead = 'Enter the code that your authenticator shows.' } = page;
  return html`<div class="service">
<p class="service-name">${service}</p>
${page.isFramed === true ? html`<h1>${heading}</h1>` : html`<h2>${heading}</h2>`}
<p class="hint">${lead}</p>
<form method="post" ${page.form ?? ''}>
${page.fields}
<button class="main">${page.button ?? 'Continue'}</button>
</form>
<p class="done" role="status" data-show="answer"></p>
${page.after ?? ''}
</div>`;
}

/** `attributes` without id. */
export function field(label: string, attributes: View, id = 'code'): View {
  return html`<label for="${id}">${label}</label>
<input id="${id}" ${attributes}>`;
}

export function codeField(label = 'Code', id = 'code'): View {
  return field(label, html`name="${id}" type="text" inputmode="numeric" autocomplete="one-time-code"`, id);
}

/** From digit number `from` on, to `to`. */
export function boxes(to = CODE_LENGTH, from = 1): readonly View[] {
  return Array.from({ length: to - from + 1 }, (_, place) => box(from + place));
}

function box(number: number): View {
  return html`<input id="digit-${number}" name="digit-${number}" aria-label="Digit ${number}" type="text" inputmode="numeric" maxlength="1" autocomplete="off">`;
}

export function row(content: View | readonly View[], acts = ''): View {
  return html`<div class="boxes" role="group" aria-label="Code" ${acts === '' ? '' : html`data-acts="${acts}"`}>${content}</div>`;
}
