/** What the mails of the site say. Plain text; a code stands on a line of its own, and never in an address. */
import type { Person } from './people';
import type { Mail } from './post';
import { SITE_NAME } from './site';
import { whenText } from './words';

type Addressee = Pick<Person, 'name' | 'email'>;

export function resetLetter(person: Addressee, letter: { siteUrl: string; code: string; nowMs: number }): Mail {
  return {
    to: { name: person.name, address: person.email },
    subject: `Reset two factor for ${SITE_NAME}`,
    text: `Hello ${oneLine(person.name)},

on ${whenText(letter.nowMs)}, someone who had just entered your password asked to reset two factor for your account at ${SITE_NAME}, because the device with the authenticator is lost.

Was it you? Then open this page, in any browser:

${letter.siteUrl}/recover

and type or paste this reset code:

${letter.code}

It works once, for 15 minutes. A newer mail makes it worthless.

Was it not you? Then do not use the code, and give it to nobody: two factor stays on. But someone knows your password, so please tell your admin.
`,
  };
}

export function verificationLetter(
  person: Addressee,
  letter: { siteUrl: string; code: string; adminName: string },
): Mail {
  return {
    to: { name: person.name, address: person.email },
    subject: `Verify your address for ${SITE_NAME}`,
    text: `Hello ${oneLine(person.name)},

${oneLine(letter.adminName)}, an admin of ${SITE_NAME}, asks you to verify this address. Mail with instructions for a lost device is sent to a verified address only.

Open this page, in any browser:

${letter.siteUrl}/verify

and type or paste this verification code:

${letter.code}

It works once, for 24 hours. A newer mail makes it worthless.

You do not know what this is about? Then do nothing, and the address stays unverified.
`,
  };
}

/** A line break in a name must not begin a paragraph that the site never wrote. */
function oneLine(name: string): string {
  return name.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
