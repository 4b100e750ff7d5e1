/** Everyone of the account, and how they stand with two factor. */
import { allPeople, type Person } from './people';
import { type Force, findForce } from './policy';
import type { Site } from './site';
import { findTwoFactor, type TwoFactorState } from './two-factor';

export interface Member {
  readonly person: Person;
  readonly twoFactor: TwoFactorState | undefined;
  /** Why it is mandatory for them; undefined where it is their own choice. */
  readonly force: Force | undefined;
}

export function allMembers(site: Site): readonly Member[] {
  return allPeople(site).map((person) => ({
    person,
    twoFactor: findTwoFactor(site, person.id),
    force: findForce(site, person),
  }));
}
