/** A text for the person to keep. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** With the day in the person's own time. */
export function fileName(what: 'backup' | 'accounts' | 'bytes' | 'set-aside', atMs: number): string {
  const date = new Date(atMs);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, '0'));
  return `halfminute-${what}-${date.getFullYear()}-${month}-${day}.json`;
}
