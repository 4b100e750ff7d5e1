// npm run check: what to run at every save: lint, types and the quick tests in Node. Ends with "N passed, N failed".
import { ensurePackages, requireNode } from './set-up.mjs';
import { lintAndTypes, Steps, say } from './steps.mjs';

const steps = new Steps();
try {
  requireNode();
  ensurePackages(say);
  lintAndTypes(steps);
  const { runVitest } = await import('./run-vitest.mjs');
  const { sumOf } = await import('./test-report.mjs');
  const { rows, isSuccess } = steps.time('Tests: the quick ones in Node', () =>
    runVitest(['--project', 'unit*', ...process.argv.slice(2)], { HALFMINUTE_TIER: 'quick' }),
  );
  steps.add(sumOf(rows, isSuccess));
  say('Where the time went');
  for (const line of steps.timeLines()) console.log(line);
} catch (error) {
  console.error(`\n${error.message}`);
  steps.add({ passed: 0, failed: 1 });
}
steps.end();
