import { html } from 'hono/html';
import { currentIf, type View } from './layout';

/** The name and the tabs above every page of the admin's. */
export function settingsHead(tab: 'general' | 'people' | 'audit'): View {
  return html`<h1>Settings</h1>
<nav class="tabs" aria-label="Settings">
<a class="tab" href="/settings" data-do="general" ${currentIf(tab === 'general')}>General settings</a>
<a class="tab" href="/settings/people" data-do="people" ${currentIf(tab === 'people')}>People</a>
<a class="tab" href="/settings/audit" data-do="audit" ${currentIf(tab === 'audit')}>Audit list</a>
</nav>`;
}
