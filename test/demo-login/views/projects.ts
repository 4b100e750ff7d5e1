/** The front after the sign-in: the projects of whoever it is. */
import { html } from 'hono/html';
import type { Person } from '../people';
import type { Project } from '../projects';
import { layout, type View } from './layout';

const STAGE_WORDS: Readonly<Record<string, string>> = {
  planned: 'Planned',
  'on-track': 'On track',
  'needs-a-look': 'Needs a look',
};
const TASKS_SHOWN = 2;

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

export function homePage(page: { csrfToken: string; person: Person; projects: readonly Project[] }): View {
  const { csrfToken, person, projects } = page;
  const firstName = person.name.split(' ')[0] ?? person.name;
  const content = html`<div data-show="home">
<h1>Hello, ${firstName}</h1>
<p class="lead">${leadText(projects)}</p>
<ul class="projects">
${projects.map(projectCard)}
</ul>
</div>`;
  return layout({ title: 'Projects', csrfToken, person, here: 'home', content });
}

function leadText(projects: readonly Project[]): string {
  const [first] = projects;
  if (first === undefined) return 'No project of yours is on the bench.';
  const count = projects.length === 1 ? 'One project is' : `${projects.length} projects are`;
  return `${count} on the bench. Due next: ${first.name}, ${dayAndMonth.format(first.dueMs)}.`;
}

function projectCard(project: Project): View {
  const { name, client, stage, dueMs, people, tasksDone, tasksOpen } = project;
  const total = tasksDone + tasksOpen.length;
  return html`<li class="card project" data-show="project">
<div class="project-top">
<p class="stage stage-${stage}">${STAGE_WORDS[stage] ?? stage}</p>
<p class="due">Due ${dayAndMonth.format(dueMs)}</p>
</div>
<h2>${name}</h2>
<p class="client">${client}</p>
<ul class="tasks" aria-label="Next in ${name}">
${tasksOpen.slice(0, TASKS_SHOWN).map((title) => html`<li class="task">${title}</li>`)}
</ul>
<progress max="${total}" value="${tasksDone}" aria-label="Tasks done in ${name}"></progress>
<div class="project-foot">
<p class="tally">${tasksDone} of ${total} tasks done</p>
<ul class="crew" aria-label="People on ${name}">
${people.map((one) => html`<li class="face" title="${one}"><span aria-hidden="true">${initials(one)}</span><span class="unseen">${one}</span></li>`)}
</ul>
</div>
</li>`;
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}
