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
      // The entry itself stays apart: nobody else may run it.
      if (id === entry || !opening.has(id)) return null;
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
