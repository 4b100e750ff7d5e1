import { html } from 'hono/html';
import type { View } from '../../views/layout';
import { CODE_LABEL } from './code-svg';
import type { Modules } from './symbol';

/** A cell for each module, as mails and sites without pictures do it. Nothing but the screen shows what it says. */
export function tableCode(modules: Modules): View {
  return html`<table class="code-table" role="img" aria-label="${CODE_LABEL}">
${modules.map((row) => html`<tr>${row.map((isDark) => (isDark ? html`<td class="dark">` : html`<td>`))}</tr>`)}
</table>`;
}
