/** One field for the whole code, marked as sites mark it. */
import { html } from 'hono/html';
import { filled } from '../expectations';
import type { FormGroup } from '../item';
import { codeField, field, signIn } from '../sign-in';

export const oneField: FormGroup = {
  title: 'One field',
  items: [
    {
      id: 'one-time-code',
      title: 'Says so by itself',
      about: 'One field with autocomplete="one-time-code", focused as the page opens.',
      ...filled(),
      stage: () =>
        signIn({
          service: 'Alder Bank',
          fields: field(
            '6-digit code',
            html`class="code" name="pin" type="text" inputmode="numeric" autocomplete="one-time-code" autofocus`,
          ),
        }),
    },
    {
      id: 'named-otp',
      title: 'Named otp',
      about: 'One field whose name is otp; the label says no more than “Code”.',
      ...filled(),
      stage: () =>
        signIn({ service: 'Basalt Cloud', fields: field('Code', html`name="otp" type="text" autocomplete="off"`) }),
    },
    {
      id: 'told-by-label',
      title: 'Told by its label',
      about: 'A field named “answer”: only the label tells what it is for.',
      ...filled(),
      stage: () =>
        signIn({
          service: 'Clover Post',
          lead: 'We want to be sure that it is you.',
          fields: field('Code from your authenticator app', html`name="answer" type="text"`),
        }),
    },
    {
      id: 'number',
      title: 'Of type number',
      about: 'A number field named totp, with the spin buttons that it brings.',
      ...filled('code', 'The code, in this field; a leading zero stays.'),
      stage: () =>
        signIn({ service: 'Dune Travel', fields: field('Code', html`name="totp" type="number" min="0" step="1"`) }),
    },
    {
      id: 'tel',
      title: 'Of type tel',
      about: 'A field for telephone numbers, for its keypad, named verificationCode.',
      ...filled(),
      stage: () =>
        signIn({
          service: 'Elm Energy',
          fields: field('Verification code', html`name="verificationCode" type="tel" maxlength="6" pattern="[0-9]*"`),
        }),
    },
    {
      id: 'password-type',
      title: 'Of type password',
      about: 'The code shows as dots while it is typed; the field is named twofactor_token.',
      ...filled(),
      stage: () =>
        signIn({
          service: 'Fjord Hosting',
          fields: field('Two-factor token', html`name="twofactor_token" type="password" autocomplete="off"`),
        }),
    },
    {
      id: 'old-digits',
      title: 'With an old code in it',
      about: 'The browser kept the code of last time in the field.',
      ...filled('code', 'The new code takes the place of the old one.'),
      stage: () =>
        signIn({ service: 'Grove Games', fields: field('Code', html`name="otp" type="text" value="482 913"`) }),
    },
    {
      id: 'remember-device',
      title: 'Beside “remember this device”',
      about: 'A code field, a checkbox to remember the device, and the button.',
      ...filled('code', 'The code alone: the box stays as it is, and the form is not sent.'),
      stage: () =>
        signIn({
          service: 'Harbour Insurance',
          button: 'Verify',
          fields: html`${codeField('Verification code')}
<label class="check"><input id="remember" name="remember" type="checkbox"> Remember this device for 30 days</label>`,
        }),
    },
    {
      id: 'password-and-code',
      title: 'With e-mail and password',
      about: 'E-mail address, password and code on one form.',
      ...filled('code', 'The code alone; address and password stay empty.'),
      stage: () =>
        signIn({
          service: 'Isle Broker',
          heading: 'Sign in',
          lead: 'All three, please.',
          button: 'Sign in',
          fields: [
            field('E-mail', html`name="email" type="email" autocomplete="username"`, 'email'),
            field('Password', html`name="password" type="password" autocomplete="current-password"`, 'password'),
            field('2FA code', html`name="tfa" type="text" inputmode="numeric" autocomplete="off"`),
          ],
        }),
    },
    {
      id: 'pale',
      title: 'A little pale',
      about: 'The field stands at four fifths of its ink, as some designs want it.',
      ...filled(),
      stage: () => signIn({ service: 'Juniper Loans', fields: html`<div class="pale">${codeField()}</div>` }),
    },
  ],
};
