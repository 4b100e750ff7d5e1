import { html } from 'hono/html';
import { PNG } from 'pngjs';
import type { View } from '../../views/layout';
import { CODE_LABEL } from './code-svg';
import type { Modules } from './symbol';

const MODULE_PX = 4;

export function pngCode(modules: Modules): Uint8Array<ArrayBuffer> {
  const side = modules.length * MODULE_PX;
  const picture = new PNG({ width: side, height: side });
  for (let at = 0; at < side * side; at++) {
    const row = modules[Math.floor(at / side / MODULE_PX)];
    const isDark = row?.[Math.floor((at % side) / MODULE_PX)] === true;
    picture.data.fill(isDark ? 0 : 255, 4 * at, 4 * at + 3);
    picture.data.fill(255, 4 * at + 3, 4 * at + 4);
  }
  return Uint8Array.from(PNG.sync.write(picture));
}

export function pngDataUrl(modules: Modules): string {
  return `data:image/png;base64,${Buffer.from(pngCode(modules)).toString('base64')}`;
}

export function imageCode(source: string, modules: Modules): View {
  const side = modules.length * MODULE_PX;
  return html`<img src="${source}" alt="${CODE_LABEL}" width="${side}" height="${side}">`;
}
