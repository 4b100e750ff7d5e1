import { html } from 'hono/html';
import { eventText } from '../event-words';
import type { SignInEvent } from '../events';
import { whenText } from '../words';
import type { View } from './layout';

/** Of one person: what happened, and which admin did it where it was not the person. */
export function eventList(events: readonly SignInEvent[]): View {
  return html`<ul class="events">
${events.map((event) => html`<li class="event"><span>${whatHappened(event)}</span> ${whenItWas(event)}</li>`)}
</ul>`;
}

/** Of everyone, so with their names. */
export function auditList(events: readonly SignInEvent[]): View {
  return html`<ul class="events audit" data-show="audit">
${events.map((event) => html`<li class="event"><span class="event-who">${event.who}</span> <span class="event-what">${whatHappened(event)}</span> ${whenItWas(event)}</li>`)}
</ul>`;
}

function whatHappened({ kind, by }: SignInEvent): string {
  return by === undefined ? eventText(kind) : `${eventText(kind)} by ${by}`;
}

function whenItWas({ atMs }: SignInEvent): View {
  return html`<time datetime="${new Date(atMs).toISOString()}">${whenText(atMs)}</time>`;
}
