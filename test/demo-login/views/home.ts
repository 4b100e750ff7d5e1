import { html } from 'hono/html';
import type { Person } from '../people';
import { layout, type View } from './layout';
import { profileHead } from './profile-head';

interface SignedInPage {
  readonly csrfToken: string;
  readonly person: Person;
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
