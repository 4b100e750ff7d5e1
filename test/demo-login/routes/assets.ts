/** The style sheet and the icon, read once. They need no session. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const folder = join(import.meta.dirname, '..', 'assets');
// The order is the cascade: later sheets may override earlier ones.
const sheets = ['theme.css', 'frame.css', 'parts.css', 'pages.css', 'media.css'];
const style = sheets.map((sheet) => readFileSync(join(folder, sheet), 'utf8')).join('\n');
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');

export function assetRoutes(): Hono {
  const routes = new Hono();
  routes.get('/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  routes.get('/icon.svg', (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  return routes;
}
