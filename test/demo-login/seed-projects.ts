/** The projects the site starts with: who works on each, and what there is to do. */

import { integer } from './columns';
import type { DemoDatabase } from './database';

interface SeededProject {
  readonly name: string;
  readonly client: string;
  readonly stage: 'planned' | 'on-track' | 'needs-a-look';
  /** From today, whenever that is: a demo that was started a year ago is not a year late. */
  readonly dueInDays: number;
  /** By email. Clients and contractors see the projects that they are named in; staff see all. */
  readonly people: readonly string[];
  readonly done: readonly string[];
  /** In the order in which they come. */
  readonly open: readonly string[];
}

const MIRA = 'mira@workbench.example';
const JONAS = 'jonas@workbench.example';
const INES = 'ines@workbench.example';
const NOOR = 'noor@alder.example';
const TOMAS = 'tomas@fernhill.example';
const KEI = 'kei@sato.example';

const PROJECTS: readonly SeededProject[] = [
  {
    name: 'Harbour Library refit',
    client: 'Alder Council',
    stage: 'on-track',
    dueInDays: 24,
    people: [MIRA, INES, NOOR],
    done: ['Measure the reading room', 'Empty the lower shelves', 'Agree on the oak', 'Order the shelves'],
    open: ['Choose the reading-room lamps', 'Fit the window seats'],
  },
  {
    name: 'Town square benches',
    client: 'Alder Council',
    stage: 'planned',
    dueInDays: 68,
    people: [JONAS, NOOR],
    done: ['Walk the square at noon'],
    open: ['Draw the bench with a back', 'Ask the masons for a date', 'Lay out the first corner'],
  },
  {
    name: 'Tram stop signs',
    client: 'Northline Transit',
    stage: 'needs-a-look',
    dueInDays: 6,
    people: [JONAS, KEI],
    done: ['Count the stops', 'Settle the lettering', 'Make one sign for trial'],
    open: ['Answer the printer about the blue', 'Check the sign at night', 'Plan the week of putting up'],
  },
  {
    name: 'Timetable for one hand',
    client: 'Northline Transit',
    stage: 'on-track',
    dueInDays: 31,
    people: [MIRA, JONAS],
    done: ['Ride line 4 for a day', 'Fold the first draft', 'Show it to ten riders'],
    open: ['Make the Sunday column plain', 'Choose the paper'],
  },
  {
    name: 'Autumn seed catalogue',
    client: 'Fernhill Nursery',
    stage: 'planned',
    dueInDays: 45,
    people: [INES, TOMAS],
    done: ['List the new sorts'],
    open: ['Walk the beds with the photographer', 'Write the page about beans', 'Proofread the prices'],
  },
  {
    name: 'Greenhouse open day',
    client: 'Fernhill Nursery',
    stage: 'on-track',
    dueInDays: 12,
    people: [MIRA, TOMAS],
    done: ['Set the date', 'Invite the schools', 'Borrow the long tables'],
    open: ['Paint the way signs', 'Count the cups'],
  },
];

/** Into empty tables, once the people are there. */
export function insertProjects(database: DemoDatabase): void {
  for (const { name, client, stage, dueInDays, people, done, open } of PROJECTS) {
    database.run(
      'INSERT INTO projects (name, client, stage, due_in_days) VALUES (:name, :client, :stage, :dueInDays)',
      { ':name': name, ':client': client, ':stage': stage, ':dueInDays': dueInDays },
    );
    const projectId = integer(database.find('SELECT last_insert_rowid() AS id') ?? {}, 'id');
    for (const email of people) {
      database.run('INSERT INTO project_people SELECT :projectId, id FROM people WHERE email = :email', {
        ':projectId': projectId,
        ':email': email,
      });
    }
    for (const title of [...done, ...open]) {
      database.run('INSERT INTO tasks (project_id, title, is_done) VALUES (:projectId, :title, :isDone)', {
        ':projectId': projectId,
        ':title': title,
        ':isDone': done.includes(title) ? 1 : 0,
      });
    }
  }
}
