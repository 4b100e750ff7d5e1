/** The style sheets, the icon and the gallery's script, read once. They need no session. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const folder = join(import.meta.dirname, '..', 'assets');
// The order is the cascade: later sheets may override earlier ones.
const sheets = ['theme.css', 'frame.css', 'parts.css', 'pages.css', 'media.css'];
const style = sheets.map((sheet) => readFileSync(join(folder, sheet), 'utf8')).join('\n');
const galleryStyle = ['gallery.css', 'gallery-codes.css']
  .map((sheet) => readFileSync(join(folder, sheet), 'utf8'))
  .join('\n');
const galleryScript = readFileSync(join(folder, 'gallery.js'), 'utf8');
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');

export function assetRoutes(): Hono {
  const routes = new Hono();
  const css = { 'Content-Type': 'text/css; charset=utf-8' };
  routes.get('/style.css', (c) => c.body(style, 200, css));
  routes.get('/gallery.css', (c) => c.body(galleryStyle, 200, css));
  routes.get('/gallery.js', (c) => c.body(galleryScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  routes.get('/icon.svg', (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  return routes;
}
