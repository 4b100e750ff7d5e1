import { html } from 'hono/html';
import type { View } from '../../views/layout';
import { CODE_LABEL } from './code-svg';
import type { Modules } from './symbol';

const MODULE_PX = 4;

/** Empty until assets/gallery.js paints it, from rows of 0 and 1. */
export function canvasCode(modules: Modules): View {
  const side = modules.length * MODULE_PX;
  const rows = modules.map((row) => row.map(Number).join('')).join(' ');
  return html`<canvas role="img" aria-label="${CODE_LABEL}" width="${side}" height="${side}" data-modules="${rows}"></canvas>`;
}
