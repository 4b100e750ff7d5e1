// What the popup needs for its first codes, in few files: each file more is one more to find, read and compile before them.
// What the background has of it stands in one, what the settings have of it in another, and the rest is the popup's alone.
import { resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'popup') + sep;
const entry = resolve(root, 'popup/main.tsx');

/** One group for Rolldown's `output.codeSplitting`. */
export function openingGroup() {
  let opening;
  let background;
  return {
    debugName: 'opening',
    name: (id, context) => {
      const getModuleInfo = (of) => context.getModuleInfo(of);
      opening ??= reachedFrom(entry, getModuleInfo);
      background ??= reachedFrom(resolve(root, 'src/background/index.ts'), getModuleInfo);
      if (!opening.has(id)) return null;
      if (background.has(id)) return 'base';
      return id.startsWith(folder) ? 'popup' : 'opening';
    },
  };
}

/** Every module that `start` stands on, but for those it loads later. */
function reachedFrom(start, getModuleInfo) {
  const reached = new Set();
  const next = [start];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    next.push(...(getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/** Tells Chromium to compile these files whole while they are read, beside the main thread: nearly all of them runs at once. */
export function compileAhead({ name }) {
  return ['base', 'opening', 'popup'].includes(name) ? '//# allFunctionsCalledOnLoad' : '';
}

/** Without its scripts a page is empty: Chromium is told not to draw it until they have run. */
export function drawnWithScripts() {
  return {
    name: 'halfminute:drawn-with-scripts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
    },
  };
}
