/** A demo that runs for days: what a thousand logins leave behind in memory and in the tables. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { runs } from '../../tier';
import type { Look } from './many-logins';

const ROOT = resolve(import.meta.dirname, '../../..');
/**
 * Without these the engine goes on compiling for a thousand logins, and what it compiled would hide what the site keeps:
 * of code steps alone, without passwords, 480 kB. Heap snapshots of the last of it differed in nothing but compiled code.
 */
const NO_COMPILERS = ['--no-opt', '--no-sparkplug', '--no-maglev'];

/**
 * Measured twice, at logins 100, 200, 400, 800 and 1,200 and at 200 and 1,200: up and down again by at most 35 kB, and from
 * 200 to 1,200 by 4 kB up and 5 kB down. One token kept for each login on purpose costs more than 300 kB of a thousand.
 */
const HEAP_NOISE_BYTES = runs(60_000, 100_000);

const BEFORE = 200;
const LOGINS = runs(500, 1_000);

it('leaves nothing in memory, and in the tables no more than after two hundred', async () => {
  const [before, after] = await looksAfter(BEFORE, BEFORE + LOGINS);
  expect(after.logins - before.logins).toBe(LOGINS);
  expect(after.heapBytes - before.heapBytes).toBeLessThan(HEAP_NOISE_BYTES);
  expect(after.besideBytes - before.besideBytes).toBeLessThan(HEAP_NOISE_BYTES);

  // Both more than a day after the beginning, so of sessions and wrong answers a day's worth is there, and no more.
  const { events: eventsBefore = 0, ...rowsBefore } = before.rows;
  const { events: eventsAfter = 0, ...rowsAfter } = after.rows;
  expect(rowsAfter).toEqual(rowsBefore);
  // The audit list is meant to grow: in and out for each login, and one code of ten refused.
  expect(eventsAfter - eventsBefore).toBe(2.1 * LOGINS);
}, 600_000);

async function looksAfter(first: number, second: number): Promise<readonly [Look, Look]> {
  const script = 'test/demo-login/tests/many-logins.ts';
  const flags = ['--expose-gc', ...NO_COMPILERS];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, 'scripts/run.mjs', script, String(first), String(second)],
    { cwd: ROOT },
  );
  return JSON.parse(stdout);
}
