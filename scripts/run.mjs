// Runs a TypeScript entry point of the project (Node 20 cannot by itself): node scripts/run.mjs FILE.ts [arguments].
// The entry exports `main(arguments)`, which returns the exit code.
import { relative, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { inPage } from './in-page.mjs';

export async function load(file) {
  const root = resolve(import.meta.dirname, '..');
  const { module } = await runnerImport(`./${relative(root, resolve(root, file))}`, {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [inPage()],
  });
  return module;
}

if (process.argv[1] === import.meta.filename) {
  const [, , file, ...rest] = process.argv;
  const { main } = await load(file);
  process.exitCode = await main(rest);
}
