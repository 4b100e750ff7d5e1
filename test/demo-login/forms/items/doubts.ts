/** Pages that leave a doubt, and fields that cannot or should not be typed into. */
import { html } from 'hono/html';
import { filled, noField } from '../expectations';
import type { FormGroup } from '../item';
import { codeField, field, signIn } from '../sign-in';

const two = (service: string, focus: '' | 'autofocus') =>
  signIn({
    service,
    lead: 'One of the two is enough.',
    fields: [
      field('Security code from your key fob', html`name="fob_otp" type="text" autocomplete="off"`, 'fob'),
      field('Verification code from your app', html`name="app_totp" type="text" autocomplete="off" ${focus}`),
    ],
  });

export const doubts: FormGroup = {
  title: 'In doubt',
  items: [
    {
      id: 'two-fields',
      title: 'Two fields that could be it',
      about: 'A field for the code of a key fob, one for the code of an app.',
      expects: { kind: 'several-fields' },
      outcome: 'Nothing is typed: it asks to click into the right one first.',
      stage: () => two('Zenith Bank', ''),
    },
    {
      id: 'two-fields-one-focused',
      title: 'Two fields, one with the focus',
      about: 'The same two fields, and the second has the focus.',
      ...filled('code', 'The code, in the field that has the focus.'),
      stage: () => two('Aspen Bank', 'autofocus'),
    },
    {
      id: 'occupied',
      title: 'With text in it',
      about: 'Somebody has typed words into the code field.',
      expects: { kind: 'occupied' },
      outcome: 'Nothing is typed: it says that the field already holds text.',
      stage: () =>
        signIn({ service: 'Bramble Books', fields: field('Code', html`name="otp" type="text" value="ask Sam first"`) }),
    },
    {
      id: 'read-only',
      title: 'Read-only',
      about: 'The code field can be read but not typed into.',
      ...noField('a person could not type there either.'),
      stage: () =>
        signIn({
          service: 'Cress Cars',
          fields: field('Code', html`name="otp" type="text" readonly placeholder="······"`),
        }),
    },
    {
      id: 'disabled',
      title: 'Disabled',
      about: 'The group that the code field belongs to is disabled.',
      ...noField('a person could not type there either.'),
      stage: () =>
        signIn({
          service: 'Dahlia Design',
          lead: 'Too many tries. Please wait a minute.',
          fields: html`<fieldset disabled>${codeField()}</fieldset>`,
        }),
    },
    {
      id: 'inert',
      title: 'Inert',
      about: 'The part of the page with the form is inert while something else goes on.',
      ...noField('a person could not type there either.'),
      stage: () => html`<div inert>${signIn({ service: 'Elder Events', fields: codeField() })}</div>
<p class="hint">We are checking your browser. Please wait.</p>`,
    },
  ],
};
