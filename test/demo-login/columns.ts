/** Reads one column of a row as what the schema says it is. Anything else is a bug, and throws. */
import type { Row, SqlValue } from './database';

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : mismatch(column, 'text', value);
}

/** Nothing stored here comes near 2^53, so a bigint is a bug as well. */
export function integer(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : mismatch(column, 'an integer', value);
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : mismatch(column, 'bytes', value);
}

export function isNull(row: Row, column: string): boolean {
  return row[column] === null;
}

function mismatch(column: string, expected: string, value: SqlValue | undefined): never {
  throw new TypeError(`column ${column} should hold ${expected}, not ${value === null ? 'null' : typeof value}`);
}
