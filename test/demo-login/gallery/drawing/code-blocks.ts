import { html } from 'hono/html';
import type { View } from '../../views/layout';
import { CODE_LABEL } from './code-svg';
import type { Modules } from './symbol';

/** Upper half dark, lower half dark: one character stands for two modules, as terminals print codes. */
const BLOCKS = [' ', '▄', '▀', '█'] as const;

export function blocksText(modules: Modules): string {
  const lines: string[] = [];
  for (let y = 0; y < modules.length; y += 2) {
    const [upper = [], lower = []] = [modules[y], modules[y + 1]];
    lines.push(upper.map((isDark, x) => BLOCKS[(isDark ? 2 : 0) + (lower[x] === true ? 1 : 0)]).join(''));
  }
  return lines.join('\n');
}

export function blocksCode(modules: Modules): View {
  return html`<pre class="code-blocks" role="img" aria-label="${CODE_LABEL}">
${blocksText(modules)}</pre>`;
}
