/** Vite's `?url&inline`: the file as a data: URL inside the script, since the extension may fetch nothing. */
declare module '*?url&inline' {
  const dataUrl: string;
  export default dataUrl;
}
