/** A way through the site for a tester to go, step by step: who signs in, what is pressed, and what should come of it. */
import { html } from 'hono/html';
import type { View } from '../views/layout';

export interface Walk {
  readonly title: string;
  /** What is seen on the way, in one sentence. */
  readonly shows: string;
  readonly steps: readonly View[];
}

/** Where every walk begins, and many go on. */
export const signIn = html`<a href="/sign-in">Sign in</a>`;
export const inbox = html`<a href="/inbox">Inbox</a>`;
export const optedIn = html`Set two factor up as Mira Holt, as in “Opt in”`;
export const scanAndSave = html`On the set-up page, click the Halfminute icon, “Scan this page”, then “Save account”; “Fill this code” types the code. Choose “Turn on two factor”.`;
