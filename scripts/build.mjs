// Builds dist/chrome and dist/firefox, unpacked and without source maps, and holds each against the gate: npm run build
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, createLogger } from 'vite';
import { manifestProblems } from './gate.mjs';

const root = resolve(import.meta.dirname, '..');

export async function buildExtension(say = console.log) {
  for (const target of ['chrome', 'firefox']) {
    say(`Building dist/${target}`);
    const problems = await buildTarget({ target, outDir: resolve(root, 'dist', target) });
    if (problems.length > 0) throw new Error(`dist/${target} breaks a promise:\n- ${problems.join('\n- ')}`);
  }
}

/** Builds one browser's form into `outDir`, emptied first, and answers in sentences which promises it breaks. */
export async function buildTarget({ target, outDir, logger = createLogger('warn') }) {
  process.env.HALFMINUTE_TARGET = target;
  await build({ root, logLevel: 'warn', customLogger: logger, build: { outDir } });
  // crxjs leaves Vite's own manifest behind; nothing in the package reads it.
  rmSync(resolve(outDir, '.vite'), { recursive: true, force: true });
  return manifestProblems(outDir);
}

if (process.argv[1] === import.meta.filename) await buildExtension();
