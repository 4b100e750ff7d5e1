/** What this run plays: the browsers, and whether it is the long run, which leaves nothing to a cheaper test. */
import { inject } from 'vitest';

export type Kind = 'chromium' | 'firefox';

declare module 'vitest' {
  interface ProvidedContext {
    kind: Kind;
    isLong: boolean;
  }
}

/** For `describe.each`, so that a name says which browser failed. */
export const KINDS: readonly Kind[] = [inject('kind')];

export const IS_LONG: boolean = inject('isLong');
