/** What axe, which knows the rules of accessibility, holds against the page that a view shows. */
import axe from 'axe-core';
import { IS_LONG, KINDS } from './kinds';
import type { ColorScheme, View } from './rig/extension-browser';

interface Violation {
  readonly id: string;
  /** Each place: its markup, and what is wrong there. */
  readonly nodes: readonly (readonly [string, string])[];
}

/** axe reads the markup and its styles, which are the same in both browsers: the long run alone asks it in Firefox too. */
export const ASKS_AXE = IS_LONG || KINDS.includes('chromium');

const everyRule = { resultTypes: ['violations'] };
const contrastAlone = { ...everyRule, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

// To send half a megabyte takes several times as long as to look: axe stays on a page once it is there.
async function violations(view: View, options: object): Promise<readonly Violation[]> {
  if (!ASKS_AXE) return [];
  if (!(await view.evaluate<boolean>('window.axe !== undefined'))) {
    await view.evaluate(`(() => { ${axe.source} })()`);
  }
  return await view.evaluate<readonly Violation[]>(`window.axe.run(document, ${JSON.stringify(options)}).then(
    ({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => [node.html, node.failureSummary]) })))`);
}

/** By every rule. */
export async function violationsIn(view: View): Promise<readonly Violation[]> {
  return await violations(view, everyRule);
}

/** By every rule in light colours, then in dark ones by those about colours; `look` is called in each, to take a picture. Ends in light. */
export async function violationsInBoth(
  view: View,
  look: (scheme: ColorScheme) => Promise<void> = async () => {},
): Promise<readonly Violation[]> {
  if (!ASKS_AXE) return [];
  const found: Violation[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await view.preferColors(scheme);
    await look(scheme);
    found.push(...(await violations(view, scheme === 'light' ? everyRule : contrastAlone)));
  }
  await view.preferColors('light');
  return found;
}
