import { html } from 'hono/html';
import type { View } from './layout';

/** A question with one answer out of a few, side by side. */
export function choices(question: {
  legend: string;
  name: string;
  chosen: string;
  options: readonly { readonly value: string; readonly label: string }[];
}): View {
  const { legend, name, chosen, options } = question;
  return html`<fieldset class="choices">
<legend>${legend}</legend>
${options.map(
  ({ value, label }) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}" required ${
      value === chosen ? html`checked` : ''
    } data-do="${name}"> ${label}</label>`,
)}
</fieldset>`;
}
