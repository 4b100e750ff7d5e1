import { html } from 'hono/html';
import { choosing } from '../walks/choosing';
import { losing } from '../walks/losing';
import { refusing } from '../walks/refusing';
import type { View } from './layout';

const WALKS = [...choosing, ...losing, ...refusing];

export function walksSection(): View {
  return html`<section class="testers" aria-labelledby="walks">
<h2 id="walks">Walks</h2>
<p>Through everything the site can do. Choose “Start over” at the foot of the page before each: then two factor is off for everybody, no rule is on, the clock is right, and no mail is there. Emails and passwords stand <a href="#people">above</a>. Whoever has never used Halfminute begins with <a href="/try-it" data-do="to-try-it">Try it</a>.</p>
<ol class="card walks">
${WALKS.map(
  ({ title, shows, steps }) => html`<li class="walk" data-show="walk">
<details>
<summary><h3>${title}</h3></summary>
<p class="hint">${shows}</p>
<ol>
${steps.map((step) => html`<li>${step}</li>`)}
</ol>
</details>
</li>`,
)}
</ol>
</section>`;
}
