/** Why two factor is mandatory for someone, and what that means where they stand. */

import type { PersonType } from './people';
import { TYPES_WORDS } from './person-words';
import type { Force } from './policy';

interface Concerned {
  readonly type: PersonType;
}

/** On the page that a sign-in leads to. Undefined: the rule was lifted meanwhile. */
export function setUpFirstText(force: Force | undefined, person: Concerned): string {
  if (force === undefined) {
    return 'This is no longer mandatory for you. You can still set it up now, or sign out and sign in again without it.';
  }
  return `${reasonText(force, person)}. It takes a minute, and then you are in.`;
}

/** In the Security tab, and to whoever tries all the same. */
export function staysOnText(force: Force, person: Concerned): string {
  return `${reasonText(force, person)}, so it cannot be turned off.`;
}

/** In the Security tab of someone who was signed in already when the rule came. */
export function nextTimeText(force: Force, person: Concerned): string {
  return `${reasonText(force, person)}. You will be asked to set it up the next time you sign in; better do it now.`;
}

function reasonText(force: Force, { type }: Concerned): string {
  return force === 'type'
    ? `The admin of this account asks two factor of ${TYPES_WORDS[type]}`
    : 'This account has a financial plug-in connected, which makes two factor mandatory for you';
}
