/** The site's clock: the computer's, or beside it by what a tester chose, to see what a wrong clock does. */
import type { DemoDatabase } from './database';
import { readSetting, writeSetting } from './settings';
import type { Site } from './site';

/** RFC 6238 forgives one step: these are four. */
export const LARGEST_OFFSET_MS = 120_000;
/** What a tester can choose, from the slowest to the fastest. */
export const OFFSETS_MS: readonly number[] = [
  -LARGEST_OFFSET_MS,
  -90_000,
  -30_000,
  0,
  30_000,
  90_000,
  LARGEST_OFFSET_MS,
];

type Database = Pick<Site, 'database'>;

export function siteClock(database: DemoDatabase, computerNowMs: () => number): () => number {
  return () => computerNowMs() + clockOffsetMs({ database });
}

/** Above zero: the site's clock is fast. */
export function clockOffsetMs(site: Database): number {
  return Number(readSetting(site, 'clock-offset-ms'));
}

/** False, and nothing changed, where it is none of those to choose from. */
export function setClock(site: Database, offsetMs: string): boolean {
  if (!OFFSETS_MS.some((offset) => String(offset) === offsetMs)) return false;
  writeSetting(site, 'clock-offset-ms', offsetMs);
  return true;
}
