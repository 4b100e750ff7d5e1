import { html } from 'hono/html';
import type { Person } from '../people';
import { currentIf, type View } from './layout';

/** The name and the tabs above every page of the profile. */
export function profileHead(person: Person, tab: 'details' | 'security'): View {
  return html`<h1>${person.name}</h1>
<nav class="tabs" aria-label="Profile">
<a class="tab" href="/profile" ${currentIf(tab === 'details')}>Details</a>
<a class="tab" href="/profile/security" ${currentIf(tab === 'security')}>Security</a>
</nav>`;
}
