/** The rules an admin sets, under the names of their settings. What they mean for a person is for policy.ts to say. */
import { noteEvent } from './events';
import { PERSON_TYPES, type PersonType } from './people';
import { isOpen, type SignedInSession } from './sessions';
import { isOn, writeSetting } from './settings';
import type { Site } from './site';

export type RuleName = 'forced-staff' | 'forced-client' | 'forced-contractor' | 'plug-in' | 'plug-in-staff-only';

/** Whom each one makes it mandatory for; of the last: whom it leaves. */
export const RULES: Readonly<Record<RuleName, readonly PersonType[]>> = {
  'forced-staff': ['staff'],
  'forced-client': ['client'],
  'forced-contractor': ['contractor'],
  'plug-in': PERSON_TYPES,
  'plug-in-staff-only': ['staff'],
};

export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

export function rulesOn(site: Site): ReadonlySet<RuleName> {
  return new Set(RULE_NAMES.filter((name) => isOn(site, name)));
}

/** False when the session ended meanwhile. Nobody is signed out: a rule is looked at when somebody signs in. */
export function saveRules(site: Site, session: SignedInSession, chosen: ReadonlySet<RuleName>): boolean {
  return site.database.transaction(() => {
    if (!isOpen(site, session)) return false;
    const changed = RULE_NAMES.filter((name) => isOn(site, name) !== chosen.has(name));
    for (const name of changed) {
      const state = chosen.has(name) ? 'on' : 'off';
      writeSetting(site, name, state);
      noteEvent(site, `${name}-${state}`, session.personId);
    }
    return true;
  });
}
