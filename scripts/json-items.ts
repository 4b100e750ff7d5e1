/** Reads JSON from a file a person named, and prints JSON lines; what is wrong with a file is said in one sentence. */
import { readFileSync } from 'node:fs';

/** Undefined, and a sentence on standard error, where there is no such file or no such JSON in it. */
export function readItems(file: string | undefined, usage: string): readonly unknown[] | undefined {
  const items = readJson(file, usage);
  if (items === undefined || Array.isArray(items)) return items;
  console.error(`${file} is no JSON array.`);
  return undefined;
}

export function readJson(file: string | undefined, usage: string): unknown {
  if (file === undefined) {
    console.error(usage);
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    console.error(error instanceof SyntaxError ? `${file} is no JSON.` : `${file} can’t be read.`);
    return undefined;
  }
}

export function printLine(item: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(item));
}
