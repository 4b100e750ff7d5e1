/** Fields that ask for a code and that nobody sees, each beside the one that people see. */
import { html } from 'hono/html';
import type { View } from '../../views/layout';
import { filled, noField } from '../expectations';
import type { FormGroup, FormItem } from '../item';
import { codeField, signIn } from '../sign-in';

/** `hides` is a class of forms.css. */
function decoy(
  id: string,
  title: string,
  about: string,
  service: string,
  hides: string,
  over: View | '' = '',
): FormItem {
  return {
    id,
    title,
    about,
    ...filled('code', 'The code, in the field that one sees. The other stays empty.'),
    stage: () =>
      signIn({
        service,
        fields: html`<div class="decoy"><div class="${hides}">${codeField('Code', 'decoy')}</div>${over}</div>
${codeField()}`,
      }),
  };
}

const notice = (acts: string) => html`<p class="cover ${acts}">New: your statements now come as a file.</p>`;

export const decoys: FormGroup = {
  title: 'Beside a field that nobody sees',
  items: [
    decoy('clear', 'Transparent', 'The first field has an opacity of 0.', 'Larch Leasing', 'clear'),
    decoy(
      'clear-by-filter',
      'Transparent by a filter',
      'The first field is made clear by a filter.',
      'Mint Mobile Homes',
      'clear-by-filter',
    ),
    decoy(
      'off-screen',
      'Off the screen',
      'The first field stands ten thousand pixels to the left.',
      'Nutmeg News',
      'off-screen',
    ),
    decoy(
      'no-size',
      'Without a size',
      'The first field is one pixel wide and one pixel high.',
      'Olive Office',
      'no-size',
    ),
    decoy('not-displayed', 'Not displayed', 'The first field is display: none.', 'Poppy Pets', 'not-displayed'),
    decoy(
      'unseen',
      'Not visible',
      'The first field is visibility: hidden: it keeps its place and is not drawn.',
      'Quince Quilts',
      'unseen',
    ),
    decoy(
      'cut-off',
      'Cut off',
      'The first field stands in a box without a height that shows nothing of what hangs out.',
      'Rowan Rail',
      'cut-off',
    ),
    decoy('clipped', 'Clipped away', 'The first field is clipped to nothing by clip-path.', 'Sage Sports', 'clipped'),
    decoy('scaled', 'Scaled to nothing', 'The first field is scaled to a hundredth.', 'Thyme Theatre', 'scaled'),
    decoy('covered', 'Covered', 'A notice lies over the first field.', 'Ulmus Utilities', 'under', notice('')),
    decoy(
      'covered-for-eyes',
      'Covered for the eye alone',
      'A notice lies over the first field and lets every click through (pointer-events: none).',
      'Verbena Vets',
      'under',
      notice('lets-clicks-through'),
    ),
    {
      id: 'half-clear',
      title: 'Half clear by two',
      about: 'The only field is pale, and the box around it is pale too: together they are too faint.',
      ...noField('what is hardly seen is not filled.'),
      stage: () =>
        signIn({
          service: 'Wisteria Wines',
          fields: html`<div class="pale"><div class="pale">${codeField()}</div></div>`,
        }),
    },
    {
      id: 'only-hidden',
      title: 'Nothing but a hidden one',
      about: 'A form for a newsletter that carries a transparent field for a code along.',
      ...noField('the one field that asks for a code is not to be seen.'),
      stage: () =>
        signIn({
          service: 'Yucca Yarns',
          heading: 'Our newsletter',
          lead: 'Once a month, and never a word too many.',
          button: 'Subscribe',
          fields: html`<label for="first-name">First name</label>
<input id="first-name" name="first-name" type="text" autocomplete="given-name">
<div class="decoy"><div class="clear">${codeField('Code', 'decoy')}</div></div>`,
        }),
    },
  ],
};
