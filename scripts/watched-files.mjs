// Notices changes below a folder by looking at it again and again. fs.watch would be told, but under Linux and Node 20 it
// loses a file that an editor saves by renaming another one over it.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const betweenLooksMs = 100;

/**
 * What tells each file's states apart, by its path below `folder`. Hidden files are left out, and so are the paths in `leftOut`.
 */
export function look(folder, leftOut) {
  const files = new Map();
  const walk = (below) => {
    for (const entry of entriesOf(join(folder, below))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') || leftOut.includes(name)) continue;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile()) files.set(name, stateOf(join(folder, name)));
    }
  };
  walk('');
  return files;
}

/** The paths of the files that are no longer as they were in `seen`, once they rest; undefined when `signal` ends the wait. */
export async function nextChange(folder, leftOut, seen, signal) {
  let before = seen;
  for (;;) {
    try {
      await pause(betweenLooksMs, undefined, { signal });
    } catch {
      return undefined;
    }
    const now = look(folder, leftOut);
    const changed = differences(seen, now);
    if (changed.length > 0 && differences(before, now).length === 0) return changed;
    before = now;
  }
}

function differences(before, after) {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

// A file or a folder may go between being listed and being looked at; the next look tells.
function stateOf(path) {
  const state = lstatSync(path, { throwIfNoEntry: false });
  return state === undefined ? 'gone' : `${state.mtimeMs} ${state.size} ${state.ino}`;
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
