/**
 * The people and projects the site starts with. Passwords grow from the seed: the same seed gives the same ones on
 * every machine, and nothing has to be written down for a test to sign in.
 */
import { createHmac } from 'node:crypto';
import { text } from './columns';
import type { DemoDatabase } from './database';
import { hashPassword } from './password-hash';
import type { PersonType, Role } from './people';

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

const PROJECTS = [
  {
    name: 'Harbour Library refit',
    client: 'Alder Council',
    stage: 'on-track',
    nextStep: 'Choose the reading-room lamps',
    tasksDone: 18,
    tasksTotal: 24,
  },
  {
    name: 'Tram stop signs',
    client: 'Northline Transit',
    stage: 'needs-a-look',
    nextStep: 'Answer the printer about the blue',
    tasksDone: 7,
    tasksTotal: 16,
  },
  {
    name: 'Autumn seed catalogue',
    client: 'Fernhill Nursery',
    stage: 'planned',
    nextStep: 'Walk the beds with the photographer',
    tasksDone: 2,
    tasksTotal: 20,
  },
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

/** Of each seed once: to hash a password is made to take long. */
const hashedOf = new Map<string, Promise<readonly Hashed[]>>();

function hashedPeople(seed: string): Promise<readonly Hashed[]> {
  const known = hashedOf.get(seed);
  if (known !== undefined) return known;
  const hashed = Promise.all(
    seededPeople(seed).map(async (person) => ({ ...person, passwordHash: await hashPassword(person.password) })),
  );
  hashedOf.set(seed, hashed);
  return hashed;
}

/** Those of the seed that are not there: a database of an earlier demo knows fewer. */
export async function plantMissingPeople(database: DemoDatabase, seed: string): Promise<void> {
  const known = new Set(database.all('SELECT email FROM people').map((row) => text(row, 'email')));
  if (seededPeople(seed).every(({ email }) => known.has(email))) return;
  const people = await hashedPeople(seed);
  database.transaction(() => insertPeople(database, people));
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
export async function plant(database: DemoDatabase, seed: string): Promise<void> {
  const people = await hashedPeople(seed);
  database.transaction(() => {
    for (const table of ['settings', 'people', 'sessions', 'attempts', 'events', 'projects', 'mails'] as const) {
      database.run(`DELETE FROM ${table}`);
    }
    database.run("INSERT INTO settings VALUES ('seed', :seed)", { ':seed': seed });
    insertPeople(database, people);
    for (const { name, client, stage, nextStep, tasksDone, tasksTotal } of PROJECTS) {
      database.run(
        `INSERT INTO projects (name, client, stage, next_step, tasks_done, tasks_total)
         VALUES (:name, :client, :stage, :nextStep, :tasksDone, :tasksTotal)`,
        {
          ':name': name,
          ':client': client,
          ':stage': stage,
          ':nextStep': nextStep,
          ':tasksDone': tasksDone,
          ':tasksTotal': tasksTotal,
        },
      );
    }
  });
}
