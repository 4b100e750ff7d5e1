/**
 * The people the site starts with. Passwords grow from the seed: the same seed gives the same ones on
 * every machine, and nothing has to be written down for a test to sign in.
 */
import { createHmac } from 'node:crypto';
import { text } from './columns';
import type { DemoDatabase } from './database';
import { hashPassword, type PasswordCost } from './password-hash';
import type { PersonType, Role } from './people';
import { insertProjects } from './seed-projects';

export const DEFAULT_SEED = 'halfminute';

export interface SeededPerson {
  readonly name: string;
  readonly email: string;
  readonly type: PersonType;
  readonly role: Role;
  /** Mail is sent to a verified address only. */
  readonly isVerified: boolean;
  readonly password: string;
}

const PEOPLE = [
  { name: 'Mira Holt', email: 'mira@workbench.example', type: 'staff', role: 'admin', isVerified: true },
  { name: 'Jonas Vik', email: 'jonas@workbench.example', type: 'staff', role: 'member', isVerified: true },
  { name: 'Ines Duarte', email: 'ines@workbench.example', type: 'staff', role: 'member', isVerified: true },
  { name: 'Noor Alder', email: 'noor@alder.example', type: 'client', role: 'member', isVerified: true },
  { name: 'Tomas Fern', email: 'tomas@fernhill.example', type: 'client', role: 'member', isVerified: false },
  { name: 'Kei Sato', email: 'kei@sato.example', type: 'contractor', role: 'member', isVerified: true },
] as const;

const WORDS =
  'amber birch candle cedar clover copper coral cotton ember falcon fennel garnet ginger hazel heron indigo juniper kettle lantern linen maple marble meadow olive orchard pebble poppy quartz saffron thistle walnut willow'.split(
    ' ',
  );

export function seededPeople(seed: string): readonly SeededPerson[] {
  return PEOPLE.map((person) => ({ ...person, password: passwordFrom(seed, person.email) }));
}

function passwordFrom(seed: string, email: string): string {
  const mac = createHmac('sha256', seed).update(`password of ${email}`).digest();
  const words = [0, 1, 2].map((index) => WORDS[mac.readUInt8(index) % WORDS.length]);
  return [...words, String(mac.readUInt16BE(3) % 10_000).padStart(4, '0')].join('-');
}

/** What a database was planted from; undefined for a new one. */
export function findSeed(database: DemoDatabase): string | undefined {
  const row = database.find("SELECT value FROM settings WHERE name = 'seed'");
  return row === undefined ? undefined : text(row, 'value');
}

type Hashed = SeededPerson & { readonly passwordHash: string };

/** What a database is planted from. */
export interface Planting {
  readonly seed: string;
  readonly passwordCost: PasswordCost;
}

/** Of each seed and cost once: to hash a password is made to take long. */
const hashedOf = new Map<string, Promise<readonly Hashed[]>>();

function hashedPeople({ seed, passwordCost }: Planting): Promise<readonly Hashed[]> {
  const key = JSON.stringify([seed, passwordCost.memoryKib, passwordCost.passes]);
  const known = hashedOf.get(key);
  if (known !== undefined) return known;
  const hashed = Promise.all(
    seededPeople(seed).map(async (person) => ({
      ...person,
      passwordHash: await hashPassword(person.password, passwordCost),
    })),
  );
  hashedOf.set(key, hashed);
  return hashed;
}

/** People and projects that are not there: a database of an earlier demo knows fewer. */
export async function plantWhatIsMissing(database: DemoDatabase, planting: Planting): Promise<void> {
  const known = new Set(database.all('SELECT email FROM people').map((row) => text(row, 'email')));
  const areAllKnown = seededPeople(planting.seed).every(({ email }) => known.has(email));
  const people = areAllKnown ? [] : await hashedPeople(planting);
  database.transaction(() => {
    insertPeople(database, people);
    if (database.find('SELECT 1 FROM projects') === undefined) insertProjects(database);
  });
}

function insertPeople(database: DemoDatabase, people: readonly Hashed[]): void {
  for (const { name, email, type, role, isVerified, passwordHash } of people) {
    database.run(
      `INSERT OR IGNORE INTO people (name, email, type, role, is_verified, password_hash)
       VALUES (:name, :email, :type, :role, :isVerified, :passwordHash)`,
      {
        ':name': name,
        ':email': email,
        ':type': type,
        ':role': role,
        ':isVerified': isVerified ? 1 : 0,
        ':passwordHash': passwordHash,
      },
    );
  }
}

/** Empties every table and plants the seed: sessions, second factors, settings, mail and the audit list go as well. */
export async function plant(database: DemoDatabase, planting: Planting): Promise<void> {
  const people = await hashedPeople(planting);
  database.transaction(() => {
    for (const table of ['settings', 'people', 'sessions', 'attempts', 'events', 'projects', 'mails'] as const) {
      database.run(`DELETE FROM ${table}`);
    }
    database.run("INSERT INTO settings VALUES ('seed', :seed)", { ':seed': planting.seed });
    insertPeople(database, people);
    insertProjects(database);
  });
}
