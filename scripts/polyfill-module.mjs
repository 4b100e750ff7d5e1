// A Vite plugin: the polyfill as a module of today. It is a CommonJS file, and what bundlers put around one looks at every
// part of the browser's interface when a page starts; Chromium builds each part when it is first looked at.
const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill(\.min)?\.js$/;

export function polyfillModule() {
  return {
    name: 'halfminute:polyfill-module',
    enforce: 'pre',
    transform(code, id) {
      if (!POLYFILL.test(id)) return undefined;
      const module = 'const module = { exports: {} };\nconst { exports } = module;\n';
      return { code: `${module}${code}\nexport default module.exports;\n`, map: null };
    },
  };
}
