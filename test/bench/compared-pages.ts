/**
 * What an opening is held against, as pages of the very extension that is measured. `empty`: its style sheets, twelve rows
 * that stand in the page already, one small key read. `floor`: the same, and the least that anything must do for a code.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** True once a page has what it is measured to. */
export const DONE = '[data-bench=done]';
export const EMPTY = 'bench/empty.html';
export const FLOOR = 'bench/floor.html';

/** Puts the two pages beside the page that is measured, with `body`: what stands in that one. */
export function addComparedPages(extensionDir: string, popup: string, body: string): void {
  mkdirSync(join(extensionDir, 'bench'), { recursive: true });
  const html = readFileSync(join(extensionDir, popup), 'utf8');
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([link]) => link);
  for (const page of ['empty', 'floor']) {
    copyFileSync(resolve(import.meta.dirname, `${page}.js`), join(extensionDir, `bench/${page}.js`));
    writeFileSync(join(extensionDir, `bench/${page}.html`), pageOf(styles, body, `/bench/${page}.js`));
  }
}

function pageOf(styles: readonly string[], body: string, script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Compared</title>
    <script type="module" src="${script}"></script>
    ${styles.join('\n    ')}
  </head>
  <body>${body}</body>
</html>
`;
}
