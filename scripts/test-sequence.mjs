// The order of the test files: what takes long begins first, so that no worker is left alone with it at the end. How long each
// took is in test/seconds.json, which `npm test -- --keep-seconds` writes.
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { BaseSequencer } from 'vitest/node';

const root = resolve(import.meta.dirname, '..');
export const secondsFile = resolve(root, 'test/seconds.json');

/** A file that nobody timed yet may be a long one. */
const UNKNOWN_SECONDS = 60;

const seconds = JSON.parse(readFileSync(secondsFile, 'utf8'));

export function secondsOf(project, file) {
  return seconds[project]?.[file] ?? UNKNOWN_SECONDS;
}

function secondsOfSpec({ project, moduleId }) {
  return secondsOf(project.name, relative(root, moduleId).split(sep).join('/'));
}

/** The files in `count` parts that take about as long: each in turn, the longest first, to whoever has least so far. */
export function evenParts(files, count, lengthOf) {
  const parts = Array.from({ length: count }, () => ({ files: [], length: 0 }));
  for (const file of [...files].sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const least = parts.reduce((a, b) => (b.length < a.length ? b : a));
    least.files.push(file);
    least.length += lengthOf(file);
  }
  return parts.map((part) => part.files);
}

export class LongestFirst extends BaseSequencer {
  async sort(specs) {
    const orderOf = ({ project }) => project.config.sequence.groupOrder;
    return [...specs].sort(
      (a, b) =>
        orderOf(a) - orderOf(b) ||
        // All of one browser, then all of the other: a worker keeps its process, and with it its browser, as long as the project is the same.
        a.project.name.localeCompare(b.project.name) ||
        secondsOfSpec(b) - secondsOfSpec(a),
    );
  }

  async shard(specs) {
    const { index, count } = this.ctx.config.shard;
    return evenParts(specs, count, secondsOfSpec)[index - 1];
  }
}
