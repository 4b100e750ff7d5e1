// Steps of a run, one after another: each is said, counted and timed.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
export const say = (text) => console.log(`\n== ${text}`);

/** The path of a command that a package brought. */
export const bin = (name) => resolve(root, 'node_modules/.bin', name);

/** Runs a command with its output shown; returns its exit code. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status;
}

export class Steps {
  passed = 0;
  failed = 0;
  #times = [];

  /** Whether the command ended well. */
  run(title, command, args) {
    const isSuccess = this.time(title, () => run(command, args)) === 0;
    this.add(isSuccess ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    return isSuccess;
  }

  add({ passed, failed }) {
    this.passed += passed;
    this.failed += failed;
  }

  /** What `work` returns. */
  time(title, work) {
    say(title);
    const startMs = performance.now();
    try {
      return work();
    } finally {
      this.#times.push([title, (performance.now() - startMs) / 1000]);
    }
  }

  timeLines() {
    const total = this.#times.reduce((sum, [, seconds]) => sum + seconds, 0);
    return [...this.#times, ['in all', total]].map(
      ([title, seconds]) => `   ${title.padEnd(71)}${String(Math.round(seconds)).padStart(9)} s`,
    );
  }

  /** The last line of every run, and the exit code. */
  end() {
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}

/** What needs neither a build nor a browser. */
export function lintAndTypes(steps) {
  steps.run('Lint (Biome)', bin('biome'), ['check', '--error-on-warnings', '.']);
  steps.run('Types, everything', bin('tsc'), ['-p', 'tsconfig.json']);
  steps.run('Types, the pure rooms without DOM and Node', bin('tsc'), ['-p', 'tsconfig.core.json']);
}
