/** For pages that are open to everybody: whoever is signed in keeps the navigation there. */
import { findPerson, type Person } from './people';
import type { Session } from './sessions';
import type { Site } from './site';

export function findSignedIn(site: Site, session: Session): Person | undefined {
  return session.stage === 'signed-in' ? findPerson(site, session.personId) : undefined;
}
