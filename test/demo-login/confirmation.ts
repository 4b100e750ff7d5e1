/** Password and code once more, before something that changes how a person signs in. */
import { checkPassword } from './passwords';
import type { Person } from './people';
import { isOpen, type SignedInSession } from './sessions';
import type { Site } from './site';
import { takeCode } from './two-factor';

export type Confirmation<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused' }
  | { readonly kind: 'paused'; readonly untilMs: number }
  | { readonly kind: 'session-ended' };

/** `work` is done in one transaction with taking the code. A wrong password uses up no code. */
export async function withPasswordAndCode<T>(
  site: Site,
  given: { person: Person; signedIn: SignedInSession; password: string; code: string },
  work: () => T,
): Promise<Confirmation<T>> {
  const { person, signedIn } = given;
  const answer = await checkPassword(site, person.email, given.password);
  if (answer.kind !== 'accepted') return answer;
  return site.database.transaction((): Confirmation<T> => {
    if (!isOpen(site, signedIn)) return { kind: 'session-ended' };
    const taken = takeCode(site, person.id, given.code);
    return taken.kind === 'accepted' ? { kind: 'done', value: work() } : taken;
  });
}
