import { integer, text } from './columns';
import type { Row } from './database';
import type { Site } from './site';

export const PERSON_TYPES = ['staff', 'client', 'contractor'] as const;
export type PersonType = (typeof PERSON_TYPES)[number];
export const ROLES = ['admin', 'member'] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly type: PersonType;
  readonly role: Role;
  readonly isVerified: boolean;
  readonly passwordHash: string;
}

export function findPersonByEmail(site: Pick<Site, 'database'>, email: string): Person | undefined {
  const row = site.database.find('SELECT * FROM people WHERE email = :email', { ':email': email });
  return row === undefined ? undefined : personOf(row);
}

export function findPerson(site: Site, id: number): Person | undefined {
  const row = site.database.find('SELECT * FROM people WHERE id = :id', { ':id': id });
  return row === undefined ? undefined : personOf(row);
}

/** As they were seeded. */
export function allPeople(site: Site): readonly Person[] {
  return site.database.all('SELECT * FROM people ORDER BY id').map(personOf);
}

function personOf(row: Row): Person {
  return {
    id: integer(row, 'id'),
    name: text(row, 'name'),
    email: text(row, 'email'),
    type: oneOf(PERSON_TYPES, text(row, 'type')),
    role: oneOf(ROLES, text(row, 'role')),
    isVerified: integer(row, 'is_verified') === 1,
    passwordHash: text(row, 'password_hash'),
  };
}

function oneOf<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new TypeError(`${value} is none of ${known.join(', ')}`);
  return found;
}
