/** Who must have two factor, and why. */
import type { PersonType } from './people';
import { isOn } from './settings';
import type { Site } from './site';

/** An admin forces the person's type, or a financial plug-in is connected to the account. */
export type Force = 'type' | 'plug-in';

/** Undefined where it is the person's own choice. Asked at each sign-in: who is signed in already stays so. */
export function findForce(site: Site, { type }: { readonly type: PersonType }): Force | undefined {
  if (isOn(site, `forced-${type}`)) return 'type';
  const isPluggedIn = isOn(site, 'plug-in') && (type === 'staff' || !isOn(site, 'plug-in-staff-only'));
  return isPluggedIn ? 'plug-in' : undefined;
}
