import { html } from 'hono/html';
import type { Person } from '../people';
import { layout, type View } from './layout';

export function adminsOnlyPage(page: { csrfToken: string; person: Person }): View {
  const { csrfToken, person } = page;
  const content = html`<section class="card">
<h1>That is for the admin</h1>
<p class="refusal" role="alert" data-show="error">Only the admin of this account can do that. Nothing was changed. If something there should be different, please ask them.</p>
<p><a class="button" href="/">Go on</a></p>
</section>`;
  return layout({ title: 'For the admin', csrfToken, person, content });
}
