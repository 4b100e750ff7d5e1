/** The one time that recovery codes can be read. */
import { html } from 'hono/html';
import type { Person } from '../people';
import { layout, type View } from './layout';
import { profileHead } from './profile-head';

const AFTER = {
  'set-up': {
    heading: 'Two factor is on',
    done: 'From now on, signing in takes your password and a code.',
    next: '/profile/security',
  },
  'forced-set-up': {
    heading: 'Two factor is on',
    done: 'You are signed in. From now on, that takes your password and a code.',
    next: '/',
  },
  renewal: {
    heading: 'New recovery codes',
    done: 'Those you had before do not work any more.',
    next: '/profile/security',
  },
} as const;

export function recoveryCodesPage(page: {
  csrfToken: string;
  person: Person;
  codes: readonly string[];
  after: keyof typeof AFTER;
}): View {
  const { csrfToken, person, codes } = page;
  const { heading, done, next } = AFTER[page.after];
  const content = html`${profileHead(person, 'security')}
<section class="card">
<h2>${heading}</h2>
<p class="done" role="status">${done}</p>
<h3>Keep these recovery codes</h3>
<p>Each signs you in once, should your authenticator be lost. Save or print them now: this is the only time they are shown.</p>
<ol class="codes" data-show="recovery-codes">
${codes.map((code) => html`<li class="recovery-code"><code>${code}</code></li>`)}
</ol>
<p><a class="button main" href="${next}" data-do="done">I have kept them</a></p>
</section>`;
  return layout({ title: 'Your recovery codes', csrfToken, person, here: 'security', content });
}
