import { html } from 'hono/html';
import type { Person } from '../people';
import type { Project } from '../projects';
import { layout, type View } from './layout';
import { profileHead } from './profile-head';

interface SignedInPage {
  readonly csrfToken: string;
  readonly person: Person;
}

const STAGE_WORDS: Readonly<Record<string, string>> = {
  planned: 'Planned',
  'on-track': 'On track',
  'needs-a-look': 'Needs a look',
};

export function homePage(page: SignedInPage & { projects: readonly Project[] }): View {
  const { csrfToken, person, projects } = page;
  const firstName = person.name.split(' ')[0] ?? person.name;
  const content = html`<div data-show="home">
<h1>Hello, ${firstName}</h1>
<p class="lead">${projects.length} projects are on the bench.</p>
<ul class="projects">
${projects.map(projectCard)}
</ul>
</div>`;
  return layout({ title: 'Projects', csrfToken, person, here: 'home', content });
}

function projectCard(project: Project): View {
  const { name, client, stage, nextStep, tasksDone, tasksTotal } = project;
  return html`<li class="card project">
<p class="stage stage-${stage}">${STAGE_WORDS[stage] ?? stage}</p>
<h2>${name}</h2>
<p class="client">${client}</p>
<p class="next"><span class="next-label">Next</span> ${nextStep}</p>
<progress max="${tasksTotal}" value="${tasksDone}" aria-label="Tasks done in ${name}"></progress>
<p class="tally">${tasksDone} of ${tasksTotal} tasks done</p>
</li>`;
}

export function profilePage(page: SignedInPage): View {
  const { csrfToken, person } = page;
  const content = html`${profileHead(person, 'details')}
<section class="card">
<h2>Details</h2>
<dl>
<div><dt>Name</dt><dd>${person.name}</dd></div>
<div><dt>Email</dt><dd>${person.email}</dd></div>
<div><dt>Type</dt><dd>${capitalised(person.type)}</dd></div>
<div><dt>Role</dt><dd>${capitalised(person.role)}</dd></div>
</dl>
</section>`;
  return layout({ title: 'Profile', csrfToken, person, here: 'profile', content });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
