/** Pages whose field no person sees, and pages that answer the focus of their field: each with what a person would call it. */
import { FIELD } from './hostile-markup';

const styled = (style: string) => FIELD.replace('>', ` style="${style}">`);
/** Over the whole page, in its own colour. */
const cover = (style: string) => `<div style="position: fixed; inset: 0; background: white; ${style}"></div>`;

export const UNSEEN: readonly (readonly [how: string, body: string])[] = [
  ['at 0.69 opacity', styled('opacity: 0.69')],
  ['at 0.8 within 0.8', `<div style="opacity: 0.8"><div style="opacity: 0.8">${FIELD}</div></div>`],
  ['under a cover', FIELD + cover('')],
  ['under a cover that lets clicks through', FIELD + cover('pointer-events: none')],
  ['made transparent by a filter', styled('filter: opacity(0.1)')],
  [
    'that fades in and out and is never quite seen',
    `${FIELD}<script>
      document.querySelector('[name=otp]').animate({ opacity: [0.1, 0.6] }, { duration: 200, iterations: Infinity });
    </script>`,
  ],
];

const on = (kinds: string, script: string) => `<script>{
  const field = document.querySelector('[name=otp]');
  for (const kind of ${JSON.stringify(kinds.split(' '))}) field.addEventListener(kind, () => { ${script} });
}</script>`;

export const ANSWERS_TO_FOCUS: readonly (readonly [how: string, body: string])[] = (
  [
    ['by moving the field away', on('focus input', "field.style = 'position: absolute; left: -9999px'")],
    ['by taking the field out', on('focus beforeinput', 'field.remove()')],
    ['by giving it to another field', on('focus beforeinput input', "document.querySelector('[name=note]').focus()")],
    ['by giving the field another purpose', on('focus', "field.name = 'shout'; field.autocomplete = 'off'")],
    [
      'by putting another field in its place',
      on('focus beforeinput', "const other = field.cloneNode(); other.name = 'note'; field.replaceWith(other)"),
    ],
  ] as const
).map(([how, script]) => [how, `${FIELD}<input name="note"><div contenteditable></div>${script}`]);
