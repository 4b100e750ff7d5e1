// A Vite plugin: `import run from './file?in-page'` gives the default export of that module, with everything it imports, as
// one function that names nothing outside of itself. The browser carries such a function into a page as text.
import { build } from 'vite';

const QUERY = '?in-page';

export function inPage() {
  return {
    name: 'halfminute:in-page',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return undefined;
      const [built] = await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        build: {
          write: false,
          minify: false,
          target: 'es2023',
          lib: { entry: id.slice(0, -QUERY.length), formats: ['iife'], name: 'inPage' },
        },
      });
      const [chunk] = built.output;
      for (const module of chunk.moduleIds) this.addWatchFile(module);
      return `export default (...values) => {\n${chunk.code}\nreturn inPage(...values);\n};\n`;
    },
  };
}
