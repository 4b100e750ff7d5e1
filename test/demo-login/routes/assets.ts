/** The style sheets, the icon and the galleries' scripts, read once. They need no session. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { withAssetHeaders } from '../headers';

const folder = join(import.meta.dirname, '..', 'assets');
// The order is the cascade: later sheets may override earlier ones.
const sheets = [
  'theme.css',
  'frame.css',
  'parts.css',
  'projects.css',
  'pages.css',
  'admin.css',
  'mail.css',
  'testers.css',
  'media.css',
];
const style = sheets.map((sheet) => readFileSync(join(folder, sheet), 'utf8')).join('\n');
const galleryStyle = ['gallery.css', 'gallery-codes.css']
  .map((sheet) => readFileSync(join(folder, sheet), 'utf8'))
  .join('\n');
const formStyle = readFileSync(join(folder, 'forms.css'), 'utf8');
const scripts = ['gallery.js', 'forms.js', 'forms-report.js'].map(
  (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
);
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');

export function assetRoutes(): Hono {
  const routes = new Hono();
  const css = { 'Content-Type': 'text/css; charset=utf-8' };
  const js = { 'Content-Type': 'text/javascript; charset=utf-8' };
  const headers = withAssetHeaders();
  routes.get('/style.css', headers, (c) => c.body(style, 200, css));
  routes.get('/gallery.css', headers, (c) => c.body(galleryStyle, 200, css));
  routes.get('/forms.css', headers, (c) => c.body(formStyle, 200, css));
  for (const [name, script] of scripts) routes.get(`/${name}`, headers, (c) => c.body(script, 200, js));
  routes.get('/icon.svg', headers, (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  // The icon stands in every page; this is for who asks without looking: a browser by habit, or for the time (HEAD).
  routes.get('/favicon.ico', headers, (c) => c.body(null, 204));
  return routes;
}
