import { integer, text } from './columns';
import type { Site } from './site';

export interface Project {
  readonly name: string;
  readonly client: string;
  readonly stage: string;
  readonly nextStep: string;
  readonly tasksDone: number;
  readonly tasksTotal: number;
}

export function allProjects(site: Site): readonly Project[] {
  return site.database.all('SELECT * FROM projects ORDER BY id').map((row) => ({
    name: text(row, 'name'),
    client: text(row, 'client'),
    stage: text(row, 'stage'),
    nextStep: text(row, 'next_step'),
    tasksDone: integer(row, 'tasks_done'),
    tasksTotal: integer(row, 'tasks_total'),
  }));
}
