/**
 * npm run --silent prove:vault: the full numbers behind docs/proofs.md, which it writes. Progress goes to standard error; the
 * last line of standard output is one JSON object of counts. Ends with 1 where any of them is not as it must be.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { killRounds } from '../test/e2e/kill-rounds';
import { newSeed } from '../test/seed';
import { FLIPPED_PLACES, type FlippedPlace, flipEveryBit, flipStage } from '../test/vault/bit-flips';
import { disturbAll } from '../test/vault/fault-points';
import { ALL_FAULTS } from '../test/vault/faulty';
import { runSequences } from '../test/vault/sequences';
import { printLine } from './json-items';
import { type ProofCounts, pageOf } from './proofs-page';

const root = resolve(import.meta.dirname, '..');
const ACCOUNTS = 25;
const SEQUENCES = 5_000;
const STEPS = 50;
const SEQUENCE_PARTS = 10;
const KILLS = 50;

const NOTHING: ProofCounts = {
  ...{ bitFlips: 0, detected: 0, recovered: 0, silentlyWrong: 0, faultPoints: 0, thirdStates: 0 },
  ...{ killRounds: 0, lostAcknowledged: 0, sequences: 0, differences: 0 },
};

/** What a process of its own does, by name: each gives its share of the counts. */
const PARTS: Readonly<Record<string, (argument: string) => Promise<Partial<ProofCounts>>>> = {
  flips: async (place) => {
    const count = await flipEveryBit(await flipStage(ACCOUNTS), place as FlippedPlace, { openEvery: 1, say });
    const { bitFlips, detected, recovered, silentlyWrong } = count;
    return { bitFlips, detected, recovered, silentlyWrong };
  },
  faults: async () => {
    const { faultPoints, thirdStates } = await disturbAll(ALL_FAULTS, say);
    for (const sentence of thirdStates) say(sentence);
    return { faultPoints, thirdStates: thirdStates.length };
  },
  sequences: async (seed) => {
    const asked = { count: SEQUENCES / SEQUENCE_PARTS, steps: STEPS, seed: Number(seed) };
    const { sequences, differences } = await runSequences(asked);
    for (const sentence of differences) say(sentence);
    say(`${sequences} sequences of ${STEPS} steps from seed ${seed}: ${differences.length} differences`);
    return { sequences, differences: differences.length };
  },
};

export async function main([name, argument]: string[]): Promise<number> {
  const part = name === undefined ? undefined : PARTS[name];
  if (part !== undefined) {
    printLine(await part(argument ?? ''));
    return 0;
  }
  const seed = newSeed('prove:vault', say);
  const startedMs = Date.now();
  const jobs = [
    ['faults', ''],
    ...FLIPPED_PLACES.map((place) => ['flips', place]),
    // Each part runs two halves, from its seed and the next one.
    ...Array.from({ length: SEQUENCE_PARTS }, (_, at) => ['sequences', String(seed + 2 * at)]),
  ];
  // Alone, so that a kill falls into a write and not into a wait for the processor.
  const { rounds, lostAcknowledged } = await killRounds(KILLS, say);
  const counts = sumOf([...(await runAll(jobs)), { killRounds: rounds, lostAcknowledged }]);
  const minutes = (Date.now() - startedMs) / 60_000;
  writeFileSync(resolve(root, 'docs/proofs.md'), pageOf({ counts, seed, minutes, accounts: ACCOUNTS, steps: STEPS }));
  printLine({ ...counts });
  return isProven(counts) ? 0 : 1;
}

function say(line: string): void {
  console.error(line);
}

/** As many processes at once as there are processors. */
async function runAll(jobs: readonly (readonly string[])[]): Promise<readonly Partial<ProofCounts>[]> {
  const done: Partial<ProofCounts>[] = [];
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) done.push(await runJob(job));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return done;
}

async function runJob(job: readonly string[]): Promise<Partial<ProofCounts>> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/prove-vault.ts', ...job], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const code = await new Promise((resolveCode) => child.on('close', resolveCode));
  if (code !== 0) throw new Error(`${job.join(' ')} ended with ${code}.`);
  return JSON.parse(text.trim().split('\n').at(-1) ?? '') as Partial<ProofCounts>;
}

function sumOf(all: readonly Partial<ProofCounts>[]): ProofCounts {
  const names = Object.keys(NOTHING) as (keyof ProofCounts)[];
  const sums = names.map((name) => [name, all.reduce((sum, counts) => sum + (counts[name] ?? 0), 0)]);
  return Object.fromEntries(sums) as unknown as ProofCounts;
}

function isProven(counts: ProofCounts): boolean {
  const { bitFlips, detected, recovered, silentlyWrong, thirdStates, lostAcknowledged, differences } = counts;
  const isFound = detected === bitFlips && recovered === bitFlips;
  return isFound && silentlyWrong + thirdStates + lostAcknowledged + differences === 0;
}
