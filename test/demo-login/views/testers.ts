/** The page "For testers": everything at hand that a tester would otherwise have to be told. */
import { html } from 'hono/html';
import type { Person } from '../people';
import type { KeyParameters } from '../totp';
import { refusalNote } from './form';
import { layout, type View } from './layout';
import { type ClockNow, clockSection } from './testers-clock';
import { nextKeySection } from './testers-key';
import { type ListedPerson, peopleSection } from './testers-people';
import { type ListedRule, rulesSection } from './testers-rules';
import { walksSection } from './testers-walks';

export function testersPage(page: {
  csrfToken: string;
  person: Person | undefined;
  people: readonly ListedPerson[];
  rules: readonly ListedRule[];
  clock: ClockNow;
  next: KeyParameters;
  refusal: string | undefined;
}): View {
  const { csrfToken, person } = page;
  const content = html`<h1>For testers</h1>
<p class="lead">Everything that a test of this site needs. All of it is made up, which is why passwords may stand here.</p>
${refusalNote(page.refusal)}
<nav class="contents" aria-label="On this page">
<a href="#people">Who can sign in</a>
<a href="#rules">Rules</a>
<a href="#clock">Clock</a>
<a href="#next-key">The next set-up</a>
<a href="#walks">Walks</a>
<a href="#start-over">Start over</a>
</nav>
${peopleSection(page.people)}
${rulesSection(page.rules)}
${clockSection(page.clock, csrfToken)}
${nextKeySection(page.next, csrfToken)}
${walksSection()}`;
  return layout({ title: 'For testers', width: 'wide', csrfToken, person, content });
}
