// One build of `npm run dev`: made beside the unpacked extension and put in its place only when it is whole, so that a build
// that fails leaves the one before as it was.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { createLogger } from 'vite';
import { buildTarget } from './build.mjs';

const root = resolve(import.meta.dirname, '..');
// Warnings alone: what fails is said here.
const logger = { ...createLogger('warn'), error: () => {} };

/** Builds into `outDir`. Answers `failures`, what stopped the build, and `problems`, the promises that it breaks. */
export async function buildAside({ target, outDir }) {
  const aside = `${outDir}-next`;
  try {
    const problems = await buildTarget({ target, outDir: aside, logger });
    replace(outDir, aside);
    return { failures: [], problems };
  } catch (error) {
    return { failures: sentences(error), problems: [] };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

// Not by renaming: Windows refuses that while anybody looks into the folder. A folder that is left empty would matter:
// Chromium refuses an extension with a language that has no messages.
function replace(folder, by) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!existsSync(join(by, name))) rmSync(join(folder, name), { recursive: true, force: true });
  }
  cpSync(by, folder, { recursive: true });
}

/** One sentence for each mistake that an error stands for, with file and line where they are known. */
export function sentences(error) {
  return innermost(error).map(sentence);
}

// A worker is a build within the build, and its errors are errors within an error.
function innermost(error) {
  return Array.isArray(error.errors) ? error.errors.flatMap(innermost) : [error];
}

// "popup/app.tsx, line 21: Unexpected token". Some errors name the place in fields, others only in the picture they draw.
function sentence(error) {
  const text = stripVTControlCharacters(error.message);
  const [, drawnFile, drawnLine] = /\[ (.+):(\d+):\d+ \]/.exec(text) ?? [];
  const file = drawnFile ?? error.loc?.file ?? error.file ?? error.id;
  const line = drawnLine ?? error.loc?.line ?? error.line;
  const words = (error.reason ?? text.split('\n')[0]).replace(/^(\[[\w:-]+\] )+/, '').replaceAll(`${root}/`, '');
  if (file === undefined) return words;
  const place = relative(root, resolve(file)).replaceAll('\\', '/');
  return line === undefined ? `${place}: ${words}` : `${place}, line ${line}: ${words}`;
}
