// Draws icons/icon.svg at every size the manifest names: npm run icons
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const icons = resolve(import.meta.dirname, '../icons');
const svg = readFileSync(resolve(icons, 'icon.svg'), 'utf8');
for (const size of [16, 32, 48, 128]) {
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
  writeFileSync(resolve(icons, `icon-${size}.png`), picture.asPng());
}
