// Which tests notice a planted fault: those of its own hint first, then all that could.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tierOf } from './test-report.mjs';

const BROWSERS = ['chromium', 'firefox'];
/** Some of them run apart from the others, in a project of their own. */
const NODE = ['unit*'];
const isOfBrowser = (path) => /^test\/(?:e2e|in-page)\//.test(path);
/** All else is not in the package. */
const isPacked = (path) => !path.startsWith('test/');

/** @typedef {{ by: string, tests: readonly string[] }} Finding */

export class Judge {
  #copy;
  #say;
  #isSteady = new Map();
  #isBuilt = false;
  /** What is wrong without any fault. */
  #typeErrors;

  constructor(copy, say) {
    this.#copy = copy;
    this.#say = say;
  }

  /** How the fault in `path`, which is planted already, is found; undefined where it is not. */
  async find(path, tests, { hasUnit, hasBrowsers, hasRest }) {
    const hinted = tests.filter((file) => existsSync(join(this.#copy.house, file)));
    return (
      (hasUnit ? await this.#findInNode(path, hinted) : undefined) ??
      (hasBrowsers ? await this.#findInBrowsers(path, hinted, hasRest) : undefined) ??
      (hasUnit && hasRest ? await this.#ask('all tests in Node', NODE, ['run']) : undefined)
    );
  }

  async #findInNode(path, hinted) {
    const files = hinted.filter((file) => !isOfBrowser(file));
    return (
      (files.length > 0 ? await this.#ask('the tests of its hint', NODE, ['run', ...files]) : undefined) ??
      (await this.#ask('the tests in Node that import it', NODE, ['related', '--run', path])) ??
      (await this.#findByTypes())
    );
  }

  async #findByTypes() {
    this.#say('types');
    this.#typeErrors ??= await this.#copy.without(() => this.#readTypes());
    const errors = (await this.#readTypes()).filter((error) => !this.#typeErrors.includes(error));
    return errors.length > 0 ? { by: 'types', tests: errors.slice(0, 1) } : undefined;
  }

  async #readTypes() {
    const errors = [];
    for (const config of ['tsconfig.json', 'tsconfig.core.json']) {
      const { output } = await this.#copy.run('node_modules/.bin/tsc', ['-p', config, '--pretty', 'false']);
      errors.push(...output.split('\n').filter((line) => /: error TS\d+:/.test(line)));
    }
    return errors;
  }

  async #findInBrowsers(path, hinted, hasRest) {
    const broken = await this.#build(path);
    if (broken !== undefined) return broken;
    const files = hinted.filter(isOfBrowser);
    for (const browser of files.length > 0 ? BROWSERS : []) {
      const found = await this.#ask(`the tests of its hint in ${browser}`, [browser], ['run', ...files]);
      if (found !== undefined) return found;
    }
    return hasRest ? await this.#ask('all tests in browsers', BROWSERS, ['run']) : undefined;
  }

  /** The package as it is without any fault is built once, and stands in for that of a fault which is not in it. */
  async #build(path) {
    const [dist, clean] = ['dist', 'dist-clean'].map((name) => join(this.#copy.house, name));
    if (!this.#isBuilt) {
      this.#say('build, without a fault');
      const { status, output } = await this.#copy.without(() => this.#runBuild());
      if (status !== 0) throw new Error(`It cannot be built without any fault either:\n${output}`);
      cpSync(dist, clean, { recursive: true });
      this.#isBuilt = true;
    }
    rmSync(dist, { recursive: true, force: true });
    if (!isPacked(path)) return void cpSync(clean, dist, { recursive: true });
    this.#say('build');
    const { status, output } = await this.#runBuild();
    return status === 0 ? undefined : { by: 'build', tests: [/^.*(?:Error|promise).*$/m.exec(output)?.[0] ?? ''] };
  }

  async #runBuild() {
    return await this.#copy.run(process.execPath, ['scripts/build.mjs']);
  }

  /** Counts what fails with the fault, in a browser twice, and passes without. */
  async #ask(title, projects, args) {
    this.#say(title);
    const failed = await this.#failing(projects, [...args, '--bail', '1']);
    for (const row of failed) {
      if (BROWSERS.includes(row.project) && (await this.#again(row)).length === 0)
        this.#say(`unsteady: ${nameOf(row)}`);
      else if (await this.#passesWithout(row)) return { by: tierOf(row), tests: named(row) };
      else this.#say(`fails without the fault, too: ${nameOf(row)}`);
    }
    return undefined;
  }

  async #again({ project, file, names }) {
    const only = names.length > 0 ? ['-t', patternOf(names)] : [];
    return await this.#failing([project], ['run', file, ...only]);
  }

  async #passesWithout(row) {
    const known = nameOf(row);
    if (!this.#isSteady.has(known)) this.#isSteady.set(known, await this.#copy.without(() => this.#passesClean(row)));
    return this.#isSteady.get(known);
  }

  async #passesClean(row) {
    const [dist, clean, planted] = ['dist', 'dist-clean', 'dist-planted'].map((name) => join(this.#copy.house, name));
    if (this.#isBuilt) {
      cpSync(dist, planted, { recursive: true });
      rmSync(dist, { recursive: true });
      cpSync(clean, dist, { recursive: true });
    }
    try {
      // A test that needs those before it passes only with them.
      const failed = await this.#again(row);
      return failed.length === 0 || (await this.#again({ ...row, names: [] })).length === 0;
    } finally {
      if (this.#isBuilt) {
        rmSync(dist, { recursive: true });
        cpSync(planted, dist, { recursive: true });
        rmSync(planted, { recursive: true });
      }
    }
  }

  /** The rows of the files in which something failed. */
  async #failing(projects, args) {
    rmSync(this.#copy.report, { force: true });
    const chosen = projects.flatMap((project) => ['--project', project]);
    const { output } = await this.#copy.run(
      'node_modules/.bin/vitest',
      [...args, ...chosen, '--passWithNoTests', '--reporter=./scripts/test-reporter.mjs'],
      { HALFMINUTE_TEST_REPORT: this.#copy.report },
    );
    if (!existsSync(this.#copy.report)) throw new Error(`The test runner did not end well:\n${output}`);
    const { rows } = JSON.parse(readFileSync(this.#copy.report, 'utf8'));
    return rows.filter(({ failed }) => failed > 0);
  }
}

function named({ file, names }) {
  return names.length === 0 ? [`${file} (as a whole)`] : names.map((name) => `${file}: ${name}`);
}

function nameOf(row) {
  return `${row.project} ${named(row).join('; ')}`;
}

/** A name as the runner's filter has it: the names of its groups before it, divided by spaces. */
function patternOf(names) {
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' > ', '(?: > | )'));
  return `^(?:${escaped.join('|')})$`;
}
