/** Codes that are refused, and things to look at. */
import { html } from 'hono/html';
import { optedIn, scanAndSave, signIn, type Walk } from './walk';

export const refusing: readonly Walk[] = [
  {
    title: 'The clock is wrong',
    shows: 'Codes are refused, and Halfminute finds out why.',
    steps: [
      html`${optedIn}, and “Sign out”.`,
      html`On this page, set <a href="#clock">the site’s clock</a> to 90 s fast: to the site, your computer is now 90 s slow.`,
      html`Sign in as Mira, and fill the code: it is refused, in the words of any wrong code. After five the account pauses.`,
      html`With that page in front, open Halfminute, and choose “Code refused? Check the clock” at the foot of the list, then “Ask for the time”. It names about 90 seconds; choose “Correct the codes”, and fill again: accepted.`,
      html`Set the site’s clock right again, and choose “Undo” where Halfminute says that codes are corrected. For 90 s more, codes count as older than the one that was taken; then they are accepted.`,
    ],
  },
  {
    title: 'A code works once',
    shows: 'The same code is refused a second time, also while it is still shown.',
    steps: [
      html`${optedIn}, and “Sign out”. Sign in with the next code, and note it. “Sign out” at once.`,
      html`Sign in with the password, and type the same code: “That code does not match.” The words are those of a wrong one, so that a thief learns nothing.`,
      html`Wait for the next code: it is accepted.`,
    ],
  },
  {
    title: 'Five wrong codes',
    shows: 'Guessing is slowed down, for the person and not for the browser.',
    steps: [
      html`${optedIn}, and “Sign out”. Give her password, then <code>000000</code> five times. The fifth starts a pause of 15 minutes.`,
      html`Give the right code: it is not looked at. Nor is it in another browser, nor after the password was given again.`,
      html`Choose “Start over” at the foot of the page, or wait. Another person’s pause ends when an admin resets them.`,
    ],
  },
  {
    title: 'A key of another kind',
    shows: 'Other algorithms, eight digits, a code every minute.',
    steps: [
      html`On this page, choose SHA-256, 8 digits and 60 s for <a href="#next-key">the next set-up</a>.`,
      html`${signIn} as Jonas Vik, open “Security”, and choose “Set up two factor”. ${scanAndSave} It has eight digits.`,
      html`“Sign out”, and sign in as Jonas: the page asks for eight digits, and says that a new code comes every 60 seconds.`,
    ],
  },
  {
    title: 'The galleries',
    shows: 'QR codes and code fields of every kind, each with what should come of it.',
    steps: [
      html`Open the <a href="/gallery/qr">QR gallery</a>, then any of its pages. Click the Halfminute icon, “Scan this page”, and compare with “What a scan should come to”.`,
      html`Open the <a href="/gallery/forms">Form gallery</a>, and then its first page, by “Open it at” where there is such a link. Press “Fill” in Halfminute, and compare with “What a fill should come to”.`,
    ],
  },
];
