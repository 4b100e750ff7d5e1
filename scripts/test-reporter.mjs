// A reporter for Vitest: one row a test file and project, as JSON, into the file named by HALFMINUTE_TEST_REPORT.
import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

export default class TestReporter {
  #root = '';

  onInit(vitest) {
    this.#root = vitest.config.root;
  }

  onTestRunEnd(modules, unhandledErrors, reason) {
    const rows = modules.map((module) => this.#rowOf(module));
    const report = { rows, errors: unhandledErrors.length, isSuccess: reason === 'passed' };
    writeFileSync(process.env.HALFMINUTE_TEST_REPORT, JSON.stringify(report));
  }

  #rowOf(module) {
    const tests = [...module.children.allTests()];
    const failed = tests.filter((test) => test.result().state === 'failed');
    const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
    const ms = environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration;
    return {
      project: module.project.name,
      file: relative(this.#root, module.moduleId).split(sep).join('/'),
      passed: tests.filter((test) => test.result().state === 'passed').length,
      // A file that breaks outside of its tests has one failure.
      failed: module.state() === 'failed' ? Math.max(1, failed.length) : failed.length,
      names: failed.map((test) => test.fullName),
      seconds: Math.round(ms / 100) / 10,
    };
  }
}
