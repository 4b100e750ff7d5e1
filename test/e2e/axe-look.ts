/** What axe, which knows the rules of accessibility, holds against the page that a view shows. */
import axe from 'axe-core';
import type { View } from './rig/extension-browser';

interface Violation {
  readonly id: string;
  /** Each place: its markup, and what is wrong there. */
  readonly nodes: readonly (readonly [string, string])[];
}

// Half a megabyte: a document is given it once.
const isThere = 'typeof window.axe === "object"';
const source = `(() => { ${axe.source}; return null; })()`;
// All rules, as ever; of what they found to be good nobody wants to read.
const run = `window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => [node.html, node.failureSummary]) })))`;

export async function violationsIn(view: View): Promise<readonly Violation[]> {
  if (!(await view.evaluate<boolean>(isThere))) await view.evaluate(source);
  return await view.evaluate<readonly Violation[]>(run);
}
