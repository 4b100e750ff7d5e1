import type { TestRow } from './test-report.mjs';

interface LongRun {
  readonly rows: readonly TestRow[];
  readonly sum: { readonly passed: number; readonly failed: number };
  readonly secondTries: number;
  readonly unsteady: readonly TestRow[];
  readonly seed: string;
  readonly minutes: number;
}

export function testProof(): string;
export function writeTestProof(run: LongRun): void;
/** `today` as YYYY-MM-DD; `played` names the versions. */
export function sectionOf(run: LongRun & { today: string; played: string }, earlier: readonly string[]): string;
