/** What the types of people are called on the pages. */
import type { PersonType, Role } from './people';

/** One of them. */
export const TYPE_WORDS: Readonly<Record<PersonType, string>> = {
  staff: 'Staff',
  client: 'Client',
  contractor: 'Contractor',
};

/** All of them. */
export const TYPES_WORDS: Readonly<Record<PersonType, string>> = {
  staff: 'Staff',
  client: 'Clients',
  contractor: 'Contractors',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = { admin: 'Admin', member: 'Member' };

export function peopleText(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
