/** The site's clock: the computer's, or beside it by what a tester chose, to see what a wrong clock does. */
import type { DemoDatabase } from './database';
import { readSetting } from './settings';

/** RFC 6238 forgives one step: these are four. */
export const LARGEST_OFFSET_MS = 120_000;

export function siteClock(database: DemoDatabase, computerNowMs: () => number): () => number {
  return () => computerNowMs() + Number(readSetting({ database }, 'clock-offset-ms'));
}
