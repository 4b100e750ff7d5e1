/** What every route is given. Time is a parameter, so that a test can be in the next half minute at once. */
import type { DemoDatabase } from './database';
import type { PasswordCost } from './password-hash';
import type { Session } from './sessions';

export const SITE_NAME = 'Workbench Demo';

export interface Site {
  readonly database: DemoDatabase;
  readonly nowMs: () => number;
  /** What the people and their passwords grow from. */
  readonly seed: string;
  readonly passwordCost: PasswordCost;
}

/** Hono's name for what a request carries along: the session middleware puts it there. */
export interface SiteEnv {
  Variables: { session: Session };
}
