import type { TestSequencerConstructor } from 'vitest/node';

export const secondsFile: string;
export const LongestFirst: TestSequencerConstructor;
export function secondsOf(project: string, file: string): number;
export function evenParts<T>(files: readonly T[], count: number, lengthOf: (file: T) => number): T[][];
