/** Forms that ask for something else, some of them for another kind of code. */
import { html } from 'hono/html';
import { noField } from '../expectations';
import type { FormGroup } from '../item';
import { field, signIn } from '../sign-in';

export const otherFields: FormGroup = {
  title: 'Fields for something else',
  items: [
    {
      id: 'promo-code',
      title: 'A promo code',
      about: 'A shop’s basket with a field for a promo code.',
      ...noField('this code is not one of those.'),
      stage: () =>
        signIn({
          service: 'Fennel Foods',
          heading: 'Your basket',
          lead: 'Two jars of honey, one loaf of bread.',
          button: 'Apply',
          fields: field('Promo code', html`name="promo-code" type="text" autocomplete="off"`),
        }),
    },
    {
      id: 'zip-code',
      title: 'A zip code',
      about: 'A delivery form with a field for a zip code.',
      ...noField('this code is not one of those.'),
      stage: () =>
        signIn({
          service: 'Gorse Groceries',
          heading: 'Where to?',
          lead: 'We look up when we can be there.',
          fields: field('Zip code', html`name="zipCode" type="text" inputmode="numeric" autocomplete="postal-code"`),
        }),
    },
    {
      id: 'card-code',
      title: 'A card’s security code',
      about: 'A payment form whose third field is the “security code” on the back of the card.',
      ...noField('this code is not one of those.'),
      stage: () =>
        signIn({
          service: 'Hazel Home',
          heading: 'Pay by card',
          lead: '€ 48.20, for one lamp.',
          button: 'Pay',
          fields: [
            field(
              'Card number',
              html`name="cardnumber" type="text" inputmode="numeric" autocomplete="cc-number"`,
              'card',
            ),
            field('Valid until', html`name="exp" type="text" inputmode="numeric" autocomplete="cc-exp"`, 'until'),
            field(
              'Security code (CVV)',
              html`name="security_code" type="text" inputmode="numeric" autocomplete="cc-csc"`,
            ),
          ],
        }),
    },
    {
      id: 'recovery-code',
      title: 'A recovery code',
      about: 'For people who lost their authenticator: a field for a recovery code.',
      ...noField('a recovery code is no one-time code of an account.'),
      stage: () =>
        signIn({
          service: 'Ivy Institute',
          heading: 'Lost your authenticator?',
          lead: 'Enter one of the codes that you were given at set-up.',
          fields: field('Two-factor recovery code', html`name="recovery_code" type="text" autocomplete="off"`),
        }),
    },
    {
      id: 'phone-number',
      title: 'A phone number',
      about: 'Set-up of codes by text message: a field for the phone number.',
      ...noField('a phone number is no code.'),
      stage: () =>
        signIn({
          service: 'Jonquil Journal',
          heading: 'Codes by text message',
          lead: 'We will send a code to this number whenever you sign in.',
          fields: field(
            'Phone number for two-factor authentication',
            html`name="number" type="tel" autocomplete="tel"`,
          ),
        }),
    },
    {
      id: 'coupon-and-code',
      title: 'A coupon and a bare “code”',
      about: 'Two fields of a voucher: the coupon’s number, and a field called just “code”.',
      ...noField('“code” alone does not say which.'),
      stage: () =>
        signIn({
          service: 'Kumquat Kino',
          heading: 'Redeem a coupon',
          lead: 'Both are printed on the back.',
          button: 'Redeem',
          fields: [
            field('Coupon', html`name="coupon" type="text" autocomplete="off"`, 'coupon'),
            field('Code', html`name="code" type="text" autocomplete="off"`),
          ],
        }),
    },
    {
      id: 'sign-up',
      title: 'A new account',
      about: 'A form to sign up: e-mail address and a new password, and no code yet.',
      ...noField('there is none.'),
      stage: () =>
        signIn({
          service: 'Lilac Letters',
          heading: 'Make an account',
          lead: 'It takes a minute.',
          button: 'Sign up',
          fields: [
            field('E-mail', html`name="email" type="email" autocomplete="email"`, 'email'),
            field('Password', html`name="password" type="password" autocomplete="new-password"`, 'password'),
          ],
        }),
    },
  ],
};
