/** Two factor by choice, and by a rule. */
import { html } from 'hono/html';
import { scanAndSave, signIn, type Walk } from './walk';

export const choosing: readonly Walk[] = [
  {
    title: 'Opt in',
    shows: 'Two factor is everybody’s own choice; from then on, signing in takes a code.',
    steps: [
      html`${signIn} as Mira Holt. The password is enough.`,
      html`Open “Security”, and choose “Set up two factor”. “Not now” leaves it off, and the QR code is then never shown again.`,
      html`${scanAndSave} The first time, Halfminute asks for a passphrase of your choice: “Save with this passphrase”.`,
      html`Ten recovery codes are shown, this once. Keep them, and choose “I have kept them”.`,
      html`“Sign out”, and sign in as Mira again: after the password comes a page for the code. Open Halfminute, wait for a new code if the old one is still there, “Fill”, then “Confirm”.`,
    ],
  },
  {
    title: 'Forced: the admin makes it mandatory for Staff',
    shows: 'Whoever is forced sets it up at the next sign-in, and can go nowhere else before.',
    steps: [
      html`${signIn} as Mira Holt, open “Settings”, turn it on for Staff in General settings, and choose “Save”. “Sign out”.`,
      html`Sign in as Jonas Vik: the password leads to the set-up page, which says why.`,
      html`Type <code>/profile</code> behind this site’s address, or any other page: all lead back to the set-up. “Sign out” there leaves it off, and the next sign-in comes to the same page.`,
      html`${scanAndSave} Then keep the recovery codes, and go on to the projects.`,
      html`Open “Security”: in place of turning it off there is a sentence why it cannot be.`,
    ],
  },
  {
    title: 'A contractor opts in, and out again',
    shows: 'Without a rule, what was turned on can be turned off, with the password and a code.',
    steps: [
      html`${signIn} as Kei Sato. There is one project: a contractor sees only where they work.`,
      html`“Security”, “Set up two factor”. ${scanAndSave}`,
      html`Back on “Security”, open “Turn off two factor”. Give the password and the next code of Halfminute, and choose “Turn off”.`,
      html`“Sign out”, and sign in as Kei again: the password is enough.`,
    ],
  },
  {
    title: 'A financial plug-in forces everybody',
    shows: 'It holds for the whole account, or for Staff alone.',
    steps: [
      html`${signIn} as Mira Holt, open “Settings”, turn on “Financial plug-in connected”, and choose “Save”. “Sign out”.`,
      html`Sign in as Noor Alder, then as Kei Sato: both come to the set-up page. “Sign out” there.`,
      html`Sign in as Mira: she comes to it too, and sets two factor up. In “Settings”, turn on that the plug-in’s rule is only for Staff. “Sign out”.`,
      html`Sign in as Noor and as Kei: the password is enough again. As Ines Duarte, who is Staff: the set-up page.`,
    ],
  },
  {
    title: 'An admin resets someone',
    shows: 'The second factor is gone, and so is every session of that person; the audit list knows by whom.',
    steps: [
      html`${signIn} as Ines Duarte, set two factor up, and stay signed in. Sign in as Mira Holt in another browser, or in a private window.`,
      html`As Mira, open <a href="/settings/people">Settings, People</a>: at Ines, open “Reset two factor”, and confirm.`,
      html`In the first browser, follow any link: Ines is signed out. Her password alone signs her in; where it is mandatory, she sets it up again.`,
      html`As Mira, open <a href="/settings/audit">Settings, Audit</a>: the reset is on top, with who did it. For herself there is no reset: she uses the Security tab.`,
    ],
  },
];
