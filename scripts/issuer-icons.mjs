// The icons of well-known issuers, as one module of data: `import ... from 'virtual:issuer-icons'`. Each line of
// the list is names, divided by commas; the first of them that simple-icons knows gives its icon to all of them.
import * as simpleIcons from 'simple-icons';
import { runnerImport } from 'vite';

const NAME = 'virtual:issuer-icons';
const RESOLVED = `\0${NAME}`;

/** Of all issuers that src/sites/known-issuers.ts knows. */
export function issuerIcons() {
  return {
    name: 'halfminute:issuer-icons',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { icons, keys } = iconsOf(`${await listed('business')}${await listed('personal')}`);
      // As texts: an engine reads JSON faster than a literal.
      const data = JSON.stringify(JSON.stringify({ icons, keys }));
      return `export const { icons, keys } = JSON.parse(${data});`;
    },
  };
}

async function listed(part) {
  const root = new URL('..', import.meta.url).pathname;
  const file = `./src/sites/known-issuers-${part}.ts`;
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' });
  return module[`KNOWN_${part.toUpperCase()}`];
}

/** `icons`: [colour, path] of each; `keys`: the place of an issuer's icon among them, by its key. */
export function iconsOf(issuers) {
  const known = new Map(Object.values(simpleIcons).map((icon) => [keyOf(icon.title), icon]));
  const icons = [];
  const keys = {};
  for (const line of issuers.split('\n')) {
    const names = line.split(':')[0].split(',').map(keyOf).filter(Boolean);
    const icon = names.map((name) => known.get(name)).find(Boolean);
    if (icon === undefined) continue;
    for (const name of names) keys[name] = icons.length;
    icons.push([icon.hex, icon.path]);
  }
  return { icons, keys };
}

/** The same as in src/otp/issuer-key.ts, which holds it against this one in its test. */
export function keyOf(name) {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
