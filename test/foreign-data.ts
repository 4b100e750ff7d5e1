/**
 * Files of other projects that may not be part of this one. Tests over them run where HALFMINUTE_DATA names their folder
 * and are left out, loudly, where it does not.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = process.env['HALFMINUTE_DATA'];

if (folder === undefined)
  console.warn('HALFMINUTE_DATA is not set: the conformance tests over foreign files are left out.');

export const hasForeignData = folder !== undefined;

export function foreignPath(name: string): string {
  return resolve(folder ?? '', name);
}

export function readForeignJson<T>(name: string): T {
  return JSON.parse(readFileSync(foreignPath(name), 'utf8')) as T;
}
