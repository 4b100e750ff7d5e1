/** What tests of the rules need beside a visitor: the other people, an admin who sets rules, and second factors for anyone. */
import { integer } from '../columns';
import { type DemoDatabase, openDatabase } from '../database';
import type { RuleName } from '../rules';
import type { SeededPerson } from '../seed';
import { codeAt, type OpenSite, openSite, STEP_MS, secretOn, type Visitor } from './visitor';

export type FirstName = 'Mira' | 'Jonas' | 'Ines' | 'Noor' | 'Tomas' | 'Kei';

export function called(site: OpenSite, firstName: FirstName): SeededPerson {
  const person = site.people.find(({ name }) => name.startsWith(`${firstName} `));
  if (person === undefined) throw new Error(`nobody is called ${firstName}`);
  return person;
}

export function idOf({ database }: OpenSite, { email }: { email: string }): number {
  return integer(database.find('SELECT id FROM people WHERE email = :email', { ':email': email }) ?? {}, 'id');
}

/** By the form, as the admin does it: those that are named are on, all others off. */
export async function chooseRules(site: OpenSite, ...names: readonly RuleName[]): Promise<Visitor> {
  const admin = await site.visitorAt('signed-in');
  await admin.get('/settings');
  return admin.post('/settings', Object.fromEntries(names.map((name) => [name, 'on'])));
}

/** Stays signed in; the clock then stands one step later, so that the next code is a new one. */
export async function setUpFor(site: OpenSite, person: SeededPerson) {
  const visitor = await site.visitorAt('signed-in', person);
  await visitor.get('/profile/security/set-up');
  const secret = secretOn(visitor);
  await visitor.post('/profile/security/set-up', { otp: codeAt(secret, site.clock.nowMs) });
  const recoveryCodes = visitor.shown('recovery-codes')?.split(' ') ?? [];
  site.clock.nowMs += STEP_MS;
  return { visitor, secret, recoveryCodes };
}

export function eventKinds({ database }: OpenSite): readonly unknown[] {
  return database.all('SELECT kind FROM events ORDER BY id').map((row) => row['kind']);
}

/** A site in which something else can come in between, just before a request does what it is there for. */
export async function openSiteWithGap(): Promise<
  OpenSite & { comeBetween(event: (database: DemoDatabase) => void): void }
> {
  const database = openDatabase();
  let event: ((database: DemoDatabase) => void) | undefined;
  const site = await openSite({
    ...database,
    transaction: (work) => {
      event?.(database);
      return database.transaction(work);
    },
  });
  return {
    ...site,
    comeBetween: (next) => {
      event = next;
    },
  };
}
