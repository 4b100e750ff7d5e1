import { html } from 'hono/html';
import type { SignInEvent } from '../events';
import type { Person } from '../people';
import { auditList } from './event-list';
import { layout, type View } from './layout';
import { settingsHead } from './settings-head';

export function auditPage(page: { csrfToken: string; person: Person; events: readonly SignInEvent[] }): View {
  const { csrfToken, person, events } = page;
  const content = html`${settingsHead('audit')}
<section class="card">
<h2>Audit list</h2>
<p class="lead">What happened to whose sign-in. The newest first, two hundred at most.</p>
${auditList(events)}
</section>`;
  return layout({ title: 'Audit list', csrfToken, person, here: 'settings', content });
}
