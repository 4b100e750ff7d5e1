/** What the front after the sign-in shows. Staff see every project, everyone else the ones they are named in. */
import { integer, text } from './columns';
import type { Row } from './database';
import type { Person } from './people';
import type { Site } from './site';

const DAY_MS = 24 * 60 * 60_000;

export interface Project {
  readonly name: string;
  readonly client: string;
  readonly stage: string;
  readonly dueMs: number;
  readonly people: readonly string[];
  readonly tasksDone: number;
  /** In the order in which they come. */
  readonly tasksOpen: readonly string[];
}

/** What is due next comes first. */
export function projectsFor(site: Site, person: Person): readonly Project[] {
  return site.database
    .all(
      `SELECT * FROM projects WHERE :seesAll OR id IN (SELECT project_id FROM project_people WHERE person_id = :personId)
       ORDER BY due_in_days, id`,
      { ':seesAll': person.type === 'staff' ? 1 : 0, ':personId': person.id },
    )
    .map((row) => projectOf(site, row));
}

function projectOf(site: Site, row: Row): Project {
  const id = { ':id': integer(row, 'id') };
  const people = site.database.all(
    'SELECT name FROM people JOIN project_people ON id = person_id WHERE project_id = :id ORDER BY id',
    id,
  );
  const tasks = site.database.all('SELECT title, is_done FROM tasks WHERE project_id = :id ORDER BY id', id);
  const open = tasks.filter((task) => integer(task, 'is_done') === 0);
  return {
    name: text(row, 'name'),
    client: text(row, 'client'),
    stage: text(row, 'stage'),
    dueMs: site.nowMs() + integer(row, 'due_in_days') * DAY_MS,
    people: people.map((one) => text(one, 'name')),
    tasksDone: tasks.length - open.length,
    tasksOpen: open.map((task) => text(task, 'title')),
  };
}
