/** Is this the password of that email? An unknown email takes as long, counts as much and hears the same as a wrong password. */
import { randomBytes } from 'node:crypto';
import { findPause, forgetWrong, noteWrong } from './attempts';
import { noteEvent } from './events';
import { hashPassword, isPasswordOf, type PasswordCost } from './password-hash';
import { findPersonByEmail, type Person } from './people';
import type { Site } from './site';

/** RFC 5321 4.5.3.1: nobody's email is longer. What is counted under it need not be either. */
const LONGEST_EMAIL = 254;

export type PasswordAnswer =
  | { readonly kind: 'accepted'; readonly person: Person }
  | { readonly kind: 'refused' }
  | { readonly kind: 'paused'; readonly untilMs: number };

/** Of each cost one: what an unknown email takes must not differ from what a known one takes. */
const nobodysHashes = new Map<PasswordCost, Promise<string>>();

function nobodysHash(cost: PasswordCost): Promise<string> {
  const known = nobodysHashes.get(cost);
  if (known !== undefined) return known;
  const hash = hashPassword(randomBytes(32).toString('base64'), cost);
  nobodysHashes.set(cost, hash);
  return hash;
}

export async function checkPassword(site: Site, email: string, password: string): Promise<PasswordAnswer> {
  const subject = email
    .trim()
    .toLowerCase()
    .slice(0, LONGEST_EMAIL + 1);
  const paused = findPause(site, 'password', subject);
  if (paused !== undefined) return { kind: 'paused', untilMs: paused };

  const person = findPersonByEmail(site, subject);
  const isRight = await isPasswordOf(person?.passwordHash ?? (await nobodysHash(site.passwordCost)), password);

  return site.database.transaction((): PasswordAnswer => {
    // Asked again: of guesses sent side by side, all are past the question above before the first has its answer.
    const pausedMeanwhile = findPause(site, 'password', subject);
    if (pausedMeanwhile !== undefined) return { kind: 'paused', untilMs: pausedMeanwhile };
    if (person !== undefined && isRight) {
      forgetWrong(site, 'password', subject);
      return { kind: 'accepted', person };
    }
    if (person !== undefined) noteEvent(site, 'password-refused', person.id);
    const untilMs = noteWrong(site, 'password', subject);
    return untilMs === undefined ? { kind: 'refused' } : { kind: 'paused', untilMs };
  });
}
