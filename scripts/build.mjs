// Builds dist/chrome and dist/firefox, unpacked and without source maps, and holds each against the gate: npm run build
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { manifestProblems } from './gate.mjs';

const root = resolve(import.meta.dirname, '..');

export async function buildExtension(say = console.log) {
  for (const target of ['chrome', 'firefox']) {
    say(`Building dist/${target}`);
    process.env.HALFMINUTE_TARGET = target;
    const outDir = resolve(root, 'dist', target);
    await build({ root, logLevel: 'warn' });
    // crxjs leaves Vite's own manifest behind; nothing in the package reads it.
    rmSync(resolve(outDir, '.vite'), { recursive: true, force: true });
    const problems = manifestProblems(outDir);
    if (problems.length > 0) throw new Error(`dist/${target} breaks a promise:\n- ${problems.join('\n- ')}`);
  }
}

if (process.argv[1] === import.meta.filename) await buildExtension();
