// Fills a code into every page of DIR with the product's own function, in Chromium from the real popup, and prints one JSON
// line each, {file, filled: [{path, value}]}: npm run --silent read:fill -- DIR
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFills } from './fill-readings';
import { printLine } from './json-items';

export async function main([directory]: string[]): Promise<number> {
  if (directory === undefined || !existsSync(directory)) {
    console.error('Which directory? It must hold pages: *.html');
    return 2;
  }
  const extensionDir = resolve(import.meta.dirname, '../dist/chrome');
  for await (const reading of readFills(directory, extensionDir, console.error)) printLine({ ...reading });
  return 0;
}
