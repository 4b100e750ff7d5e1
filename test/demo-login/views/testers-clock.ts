import { html } from 'hono/html';
import { OFFSETS_MS } from '../site-clock';
import { postForm } from './form';
import type { View } from './layout';
import { choices } from './testers-choices';

export interface ClockNow {
  /** The site's own. */
  readonly nowMs: number;
  readonly offsetMs: number;
}

const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' });
const MINUTE_MS = 60_000;

/** How the site's clock stands to the computer's: '90 s fast'. */
export function offsetText(offsetMs: number): string {
  if (offsetMs === 0) return 'right';
  const size = Math.abs(offsetMs);
  const amount = size % MINUTE_MS === 0 ? `${size / MINUTE_MS} min` : `${size / 1000} s`;
  return `${amount} ${offsetMs < 0 ? 'slow' : 'fast'}`;
}

export function clockSection({ nowMs, offsetMs }: ClockNow, csrfToken: string): View {
  return html`<section class="testers" aria-labelledby="clock">
<h2 id="clock">The site’s clock</h2>
<p>When this page was made, it was <time data-show="site-time">${dateAndTime.format(nowMs)}</time> on the site: its clock is <strong data-show="clock-offset">${offsetText(offsetMs)}</strong>. Set it beside the computer’s to see what a wrong clock does; it is the same as if the computer’s were wrong the other way.</p>
<div class="card">
${postForm({
  action: '/testers/clock',
  csrfToken,
  content: html`${choices({
    legend: 'The site’s clock is',
    name: 'offset-ms',
    chosen: String(offsetMs),
    options: OFFSETS_MS.map((offset) => ({ value: String(offset), label: offsetText(offset) })),
  })}
<button data-do="set-clock">Set the clock</button>`,
})}
</div>
<ul class="notes">
<li>The site takes the code of its own half minute, and those right before and after. So a code by a right clock is taken at 30 s, and refused at 90 s and at 2 min, in the words of any wrong code.</li>
<li>Halfminute’s clock check, with a page of this site in front, finds the difference, and corrects the codes if you agree. Every answer of the site tells its time.</li>
<li>Codes of 60 s have longer steps: only 2 min is sure to be too far for them.</li>
<li>The site takes no code that is older than the newest it has taken. So after the clock was set back, codes are refused for as long as it was set back; or choose Start over.</li>
</ul>
</section>`;
}
