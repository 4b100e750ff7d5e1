/** When the device is gone. */
import { html } from 'hono/html';
import { inbox, optedIn, scanAndSave, signIn, type Walk } from './walk';

export const losing: readonly Walk[] = [
  {
    title: 'A client loses the device',
    shows: 'A mail with a reset code turns two factor off; where it is mandatory, it is set up again at once.',
    steps: [
      html`${signIn} as Mira Holt, and turn it on for Clients in “Settings”; “Save”, “Sign out”.`,
      html`Sign in as Noor Alder. ${scanAndSave} “Sign out”.`,
      html`Sign in as Noor again. On the page for the code, choose “Lost your device?”, and ask for the mail.`,
      html`Open the ${inbox}: it stands in for everybody’s mailbox. Copy the reset code out of the mail to Noor.`,
      html`Open <a href="/recover">Reset two factor</a>, also in another browser, and paste the code. Two factor is off. The code is good once, and for 15 minutes: paste it again, and it is refused.`,
      html`Sign in as Noor: the set-up page comes again, since it is mandatory. Scan its code: Halfminute knows the account by its name, and “Replace” puts the new key in the place of the old one, whose codes are refused now.`,
    ],
  },
  {
    title: 'The address is not verified',
    shows: 'The same words on the page, and no mail, until the address is verified.',
    steps: [
      html`${signIn} as Tomas Fern, set two factor up in “Security”, and “Sign out”.`,
      html`Sign in as Tomas, and choose “Lost your device?” on the page for the code. The page says the same as to Noor; the ${inbox} stays empty.`,
      html`Sign in as Mira Holt, and open <a href="/settings/people">Settings, People</a>. At Tomas, choose “Send verification mail”.`,
      html`Copy the code out of the ${inbox}, and give it at <a href="/verify">Verify an address</a>.`,
      html`Ask for the reset mail as Tomas once more: now it comes. Mira could also have chosen “Reset two factor” at Tomas.`,
    ],
  },
  {
    title: 'Sign in with a recovery code',
    shows: 'Each of the ten signs in once.',
    steps: [
      html`${optedIn}, and keep the ten codes. “Sign out”.`,
      html`Sign in as Mira. On the page for the code, open “Use a recovery code instead”, and give one of them. Small letters and missing dashes do no harm.`,
      html`“Security” says that nine are left. Sign out, and try the same one again: it is refused like any wrong code.`,
    ],
  },
  {
    title: 'New recovery codes',
    shows: 'Ten new ones, and the old ones are worth nothing.',
    steps: [
      html`${optedIn}, and keep one of the ten codes.`,
      html`On “Security”, open “New recovery codes”. Give the password and the next code of Halfminute: ten new ones are shown, this once.`,
      html`“Sign out”, sign in, and try the old one under “Use a recovery code instead”: it is refused. One of the new ones signs in.`,
    ],
  },
];
