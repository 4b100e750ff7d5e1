/** Rows of boxes, one character to a box. */
import { html } from 'hono/html';
import { filledInBoxes, noField } from '../expectations';
import type { FormGroup } from '../item';
import { boxes, row, signIn } from '../sign-in';

export const boxRows: FormGroup = {
  title: 'A box for each digit',
  items: [
    {
      id: 'six-boxes',
      title: 'Six boxes',
      about: 'Six boxes for one digit each, without a script.',
      ...filledInBoxes(),
      stage: () => signIn({ service: 'Kelp Kitchen', fields: row(boxes()) }),
    },
    {
      id: 'three-and-three',
      title: 'Three and three',
      about: 'Six boxes in two groups with a dash between them.',
      ...filledInBoxes(),
      stage: () =>
        signIn({
          service: 'Lantern Labs',
          fields: row(html`${boxes(3)}<span aria-hidden="true">–</span>${boxes(6, 4)}`),
        }),
    },
    {
      id: 'boxes-move-on',
      title: 'Boxes that move on',
      about: 'Each box hands the focus to the next, keeps one digit, and takes a pasted code apart.',
      ...filledInBoxes(),
      stage: () => signIn({ service: 'Meadow Medical', fields: row(boxes(), 'moves-on') }),
    },
    {
      id: 'boxes-drawn-anew',
      title: 'Boxes that are drawn anew',
      about: 'With every digit the page puts six new boxes in the place of the old ones.',
      ...filledInBoxes(),
      changesItself: true,
      stage: () => signIn({ service: 'Nettle Notes', fields: row(boxes(), 'drawn-anew') }),
    },
    {
      id: 'boxes-send',
      title: 'Boxes that send',
      about: 'The sixth digit sends the form; nobody needs to press the button.',
      ...filledInBoxes('The code, and the page signs in by itself, once.', 1),
      changesItself: true,
      stage: () => signIn({ service: 'Otter Outdoors', form: html`data-acts="sends-when-full"`, fields: row(boxes()) }),
    },
    {
      id: 'eight-boxes',
      title: 'Eight boxes',
      about: 'Eight boxes, where the account makes codes of six digits.',
      ...noField('six digits do not belong into eight boxes.'),
      stage: () => signIn({ service: 'Pine Payments', fields: row(boxes(8)) }),
    },
  ],
};
