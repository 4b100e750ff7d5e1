/** Looks through every byte of a profile for something, in every form in which it is likely to lie there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase32 } from '../../demo-login/base32';
import { isMozillaLz4, unpackMozillaLz4 } from './mozilla-lz4';

export interface Needle {
  readonly name: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** One byte and two bytes to a character, as browsers keep strings. */
export function needlesForText(name: string, text: string, form = 'text'): readonly Needle[] {
  return [
    { name, form, bytes: Buffer.from(text) },
    { name, form: `${form}, two bytes to a character`, bytes: Buffer.from(text, 'utf16le') },
  ];
}

export function needlesForBytes(name: string, given: Uint8Array): readonly Needle[] {
  const bytes = Buffer.from(given);
  const base32 = encodeBase32(bytes);
  const texts = [
    ['base32', base32],
    ['base32 in small letters', base32.toLowerCase()],
    ['base32 in groups', (base32.match(/.{1,4}/g) ?? []).join(' ')],
    ['base32 in small groups', (base32.toLowerCase().match(/.{1,4}/g) ?? []).join(' ')],
    ['hex', bytes.toString('hex')],
    ['hex in capitals', bytes.toString('hex').toUpperCase()],
    ...[0, 1, 2].map((before) => [`base64 behind ${before} bytes`, base64Behind(before, bytes)] as const),
    ...[0, 1, 2].map((before) => [`base64url behind ${before} bytes`, urlSafe(base64Behind(before, bytes))] as const),
    ['numbers', bytes.join(',')],
  ] as const;
  return [{ name, form: 'raw bytes', bytes }, ...texts.flatMap(([form, text]) => needlesForText(name, text, form))];
}

/** The characters that stand for `bytes` alone, wherever in a longer base64 text they begin. */
function base64Behind(before: number, bytes: Buffer): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const bits = 8 * (before + bytes.length);
  return text.slice(Math.ceil((8 * before) / 6), Math.floor(bits / 6));
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

export interface Search {
  readonly files: number;
  /** Each find in words: what, in which form, in which file. */
  readonly finds: readonly string[];
}

export function searchProfile(folder: string, needles: readonly Needle[]): Search {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const finds: string[] = [];
  for (const { parentPath, name } of entries) {
    const path = join(parentPath, name);
    const texts = readTexts(path);
    // A process of a killed browser lived a moment longer and gave the file its last name: from the start again.
    if (texts === undefined) return searchProfile(folder, needles);
    const found = needles.filter((needle) => texts.some((text) => text.includes(needle.bytes)));
    finds.push(...found.map((needle) => `${needle.name} as ${needle.form} in ${path.slice(folder.length)}`));
  }
  return { files: entries.length, finds };
}

/** The file as it stands, and unpacked where it is packed; undefined where it is gone. */
function readTexts(path: string): readonly Buffer[] | undefined {
  try {
    const stored = readFileSync(path);
    return isMozillaLz4(stored) ? [stored, unpackMozillaLz4(stored)] : [stored];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
