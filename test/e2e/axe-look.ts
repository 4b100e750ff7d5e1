/** What axe, which knows the rules of accessibility, holds against the page that a view shows. */
import axe from 'axe-core';
import type { View } from './rig/extension-browser';

interface Violation {
  readonly id: string;
  /** Each place: its markup, and what is wrong there. */
  readonly nodes: readonly (readonly [string, string])[];
}

// All rules, as ever; of what they found to be good nobody wants to read. Given anew for every look: in Firefox, what one
// evaluation leaves on the page may be gone with it.
const look = `(() => { ${axe.source};
  return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => [node.html, node.failureSummary]) })));
})()`;

export async function violationsIn(view: View): Promise<readonly Violation[]> {
  return await view.evaluate<readonly Violation[]>(look);
}
