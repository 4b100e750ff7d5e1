/** scripts/in-page.mjs: the module's default export and all it imports, as one function that stands by itself. */
declare module '*?in-page' {
  const run: (...values: never[]) => unknown;
  export default run;
}
