/** Codes as a person counts them: row by row, each from left to right. */
import type { FoundCode } from './read-match';

type Placed = Pick<FoundCode, 'corners'>;

/** A code whose middle lies above the lower edge of the row's first one is in that row. */
export function inReadingOrder<T extends Placed>(codes: readonly T[]): readonly T[] {
  const rows: T[][] = [];
  for (const code of [...codes].sort((a, b) => middle(a).y - middle(b).y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row === undefined || first === undefined || middle(code).y > lowerEdge(first)) rows.push([code]);
    else row.push(code);
  }
  return rows.flatMap((row) => row.sort((a, b) => middle(a).x - middle(b).x));
}

function middle({ corners }: Placed): { x: number; y: number } {
  const [a, b, c, d] = corners;
  return { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
}

function lowerEdge({ corners }: Placed): number {
  return Math.max(...corners.map(({ y }) => y));
}
