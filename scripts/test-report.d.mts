export interface TestRow {
  readonly project: string;
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly names: readonly string[];
  readonly seconds: number;
}

export function withRepeats(rows: readonly TestRow[], again: readonly TestRow[]): TestRow[];
export function repeatable(rows: readonly TestRow[]): TestRow[];
export function isOfDriversFrames(error: { stack?: string }): boolean;
export function sumOf(rows: readonly TestRow[], isSuccess: boolean): { passed: number; failed: number };
export function tierOf(row: Pick<TestRow, 'project' | 'file'>): string;
export function timeTable(rows: readonly TestRow[], dearest?: number): string[];
