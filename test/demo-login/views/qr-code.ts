/** A QR code as inline SVG. Black on its own white, quiet zone included, so that a dark page cannot swallow it. */
import { html } from 'hono/html';
import { encodeQR } from 'qr';
import type { View } from './layout';

/** ISO/IEC 18004 5.3.8: four modules of white all round. */
const QUIET_ZONE_MODULES = 4;

export function qrCode(content: string, label: string): View {
  return svgOfModules(encodeQR(content, 'raw', { ecc: 'medium', border: QUIET_ZONE_MODULES }), { label });
}

export interface SvgLook {
  readonly label: string;
  readonly modulePx?: number;
  readonly dark?: string;
  readonly light?: string;
  /** Drawn over the code, in modules: a logo. */
  readonly over?: View;
}

/** `modules` row by row, quiet zone included: true is dark. */
export function svgOfModules(modules: readonly (readonly boolean[])[], look: SvgLook): View {
  const { label, modulePx = 4, dark = '#000', light = '#fff', over = '' } = look;
  const size = modules.length;
  return html`<svg role="img" aria-label="${label}" width="${size * modulePx}" height="${size * modulePx}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="${light}"/><path d="${modules.map(rowPath).join('')}" fill="${dark}"/>${over}</svg>`;
}

/** One bar per run of dark modules: a tenth of the text that single squares take, and no seams between them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let start: number | undefined;
  for (let x = 0; x <= row.length; x++) {
    const isDark = row[x] === true;
    if (isDark && start === undefined) start = x;
    if (!isDark && start !== undefined) {
      path += `M${start} ${y}h${x - start}v1H${start}z`;
      start = undefined;
    }
  }
  return path;
}
