// A folder as a zip whose bytes depend on the files' names and contents and on nothing else: not on the clock, the machine,
// the order on disk or the folder's own name. So anyone can build a release again and compare.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** The bytes of a zip of everything in `folder`. */
export function zipFolder(folder) {
  const entries = filesIn(folder).map((name) => [name, readFileSync(join(folder, name))]);
  // The first moment a zip can name. Zips name local time, and that is what these numbers are.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
}

/** Every file below `folder`, as paths from there with forward slashes, in the order of their code units. */
export function filesIn(folder) {
  const names = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    if (entry.isFile()) names.push(name);
    else if (!entry.isDirectory())
      throw new Error(`${name} is neither a file nor a folder. Remove it and build again.`);
  }
  return names.sort();
}
